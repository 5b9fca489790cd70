package org.tiyun.study.twin;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tiyun.study.open.Bilingual;
import org.tiyun.study.open.Home;
import org.tiyun.study.open.TextFile;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;

/**
 * Which quantity of one model answers to which of another, and where the likeness fails: the files
 * {@code twin.csv}, {@code brakes.csv} and {@code crossings.csv} of {@code models/twin}. A column
 * that has a model's name holds its variable or scenario; a blank cell says that it has none. Rows
 * {@code quantity} of {@code twin.csv} name one of the eighteen: their cells say of which firms it
 * is taken in each model, and a blank one has its reason under {@code because}.
 */
record Correspondence(
    List<Row> quantities, List<Row> eighteen, List<Row> brakes, List<Row> crossings) {

  /** What stands under {@code as} where a row is one of the eighteen quantities. */
  private static final String QUANTITY = "quantity";

  private static final String SHOWN = "models/twin/twin.csv";

  /** A row, with its place for messages. */
  record Row(NamedCsvRecord cells, String shown) {

    String cell(String column) {
      return cells.findField(column).orElseThrow(() -> missing(column));
    }

    /** What a model has for this row; empty where it has nothing. */
    Optional<String> of(String model) {
      return Optional.of(cell(model)).filter(text -> !text.isBlank());
    }

    Bilingual text(String english, String chinese) {
      return new Bilingual(cell(english), cell(chinese));
    }

    /**
     * The variable that a model has for this row; empty where it has none.
     *
     * @throws Failure E0686 where the model does not have it either
     */
    OptionalInt variable(Machine machine) {
      Optional<String> written = of(machine.name());
      if (written.isEmpty()) {
        return OptionalInt.empty();
      }
      OptionalInt found = machine.variable(written.get());
      if (found.isEmpty()) {
        throw unknown(written.get(), machine.name());
      }
      return found;
    }

    /** Whether values are over that of year 0; else they stay as they are. */
    boolean level() {
      return switch (cell("as")) {
        case "level" -> true;
        case "share" -> false;
        default -> throw missing("as");
      };
    }

    /** Why a model has nothing for this row: {@code model: reason | model: reason}. */
    Optional<Bilingual> why(String model) {
      Optional<String> en = part(cell("because_en"), model);
      Optional<String> zh = part(cell("because_zh"), model);
      return en.flatMap(e -> zh.map(z -> new Bilingual(e, z)));
    }

    private static Optional<String> part(String reasons, String model) {
      for (String reason : reasons.split("[|]", -1)) {
        String trimmed = reason.trim();
        if (trimmed.startsWith(model + ":") || trimmed.startsWith(model + "：")) {
          return Optional.of(trimmed.substring(model.length() + 1).trim());
        }
      }
      return Optional.empty();
    }

    Failure lacking(String quantity, String model, String role) {
      Place place = Place.cell(shown, Math.toIntExact(cells.getStartingLineNumber()), model);
      return new Failure(
          Finding.error("E0689", place)
              .with("quantity", quantity)
              .with("model", model)
              .with("role", role));
    }

    Failure missing(String what) {
      Place place = Place.cell(shown, Math.toIntExact(cells.getStartingLineNumber()), what);
      return new Failure(Finding.error("E0685", place).with("what", what));
    }

    /** A cell that says what it cannot say, under a code of its own. */
    Failure wrong(String code, String column) {
      Place place = Place.cell(shown, Math.toIntExact(cells.getStartingLineNumber()), column);
      return new Failure(
          Finding.error(code, place).with("said", cell(column)).with("column", column));
    }

    Failure twice(String sector, String model, String role) {
      Place place = Place.cell(shown, Math.toIntExact(cells.getStartingLineNumber()), model);
      return new Failure(
          Finding.error("E0692", place)
              .with("sector", sector)
              .with("model", model)
              .with("role", role));
    }

    /** A setting that the model cannot take, with what it says of it. */
    Failure setting(Failure why, String model) {
      Place place = Place.cell(shown, Math.toIntExact(cells.getStartingLineNumber()), "settings");
      List<Finding> all = new ArrayList<>();
      all.add(
          Finding.error("E0698", place).with("settings", cell("settings")).with("model", model));
      all.addAll(why.findings());
      return new Failure(all);
    }

    Failure noScenario(String scenario, Machine machine) {
      Place place =
          Place.cell(shown, Math.toIntExact(cells.getStartingLineNumber()), machine.name());
      List<String> ids = machine.opened().scenarios().stream().map(s -> s.id()).toList();
      String known = ids.isEmpty() ? "–" : String.join(", ", ids);
      return new Failure(
          Finding.error("E0694", place)
              .with("scenario", scenario)
              .with("model", machine.name())
              .with("known", known));
    }

    /** Why the likeness fails here; empty where the row says none. */
    Optional<Reason> reason() {
      Optional<String> said = cells.findField("reason").filter(text -> !text.isBlank());
      return said.map(word -> Reason.of(word).orElseThrow(() -> wrong("E0693", "reason")));
    }

    Failure unknown(String what, String model) {
      Place place = Place.cell(shown, Math.toIntExact(cells.getStartingLineNumber()), model);
      return new Failure(Finding.error("E0686", place).with("what", what).with("model", model));
    }
  }

  /** No row of that name. */
  static Failure lacking(String row) {
    return new Failure(Finding.error("E0685", Place.of(SHOWN)).with("what", row));
  }

  /**
   * @throws Failure E0601 where a file cannot be read, E0695 for a row that stands twice, E0697 for
   *     a file that is no table, E0699 where there is no twin.csv
   */
  static Correspondence read(Home home) {
    Path folder = home.root().resolve("models").resolve("twin");
    List<Row> all = rows(folder, "twin.csv", home);
    return new Correspondence(
        all.stream().filter(row -> !row.cell("as").equals(QUANTITY)).toList(),
        all.stream().filter(row -> row.cell("as").equals(QUANTITY)).toList(),
        rows(folder, "brakes.csv", home),
        rows(folder, "crossings.csv", home));
  }

  private static List<Row> rows(Path folder, String name, Home home) {
    Path file = folder.resolve(name);
    if (!Files.exists(file) && !name.equals("twin.csv")) {
      return List.of();
    }
    String shown = home.shown(file);
    if (!Files.exists(file)) {
      throw new Failure(Finding.error("E0699", Place.of(shown)).with("file", shown));
    }
    List<Row> rows = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Row row : table(file, shown)) {
      if (!ids.add(row.cell("id"))) {
        throw row.wrong("E0695", "id");
      }
      rows.add(row);
    }
    return List.copyOf(rows);
  }

  /**
   * The rows of a table, each with its place.
   *
   * @throws Failure E0697 where it is no table
   */
  static List<Row> table(Path file, String shown) {
    List<Row> rows = new ArrayList<>();
    try {
      for (NamedCsvRecord cells :
          CsvReader.builder().ofNamedCsvRecord(TextFile.read(file, shown))) {
        rows.add(new Row(cells, shown));
      }
    } catch (CsvParseException e) {
      Place place = Place.text(shown, rows.size() + 2, 0, 0, "");
      throw new Failure(Finding.error("E0697", place));
    }
    return rows;
  }
}
