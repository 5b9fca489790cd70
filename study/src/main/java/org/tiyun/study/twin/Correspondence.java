package org.tiyun.study.twin;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tiyun.study.open.Bilingual;
import org.tiyun.study.open.Home;
import org.tiyun.study.open.TextFile;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;

/**
 * Which quantity of one model answers to which of another, and where the likeness fails: the files
 * {@code twin.csv}, {@code brakes.csv} and {@code crossings.csv} of {@code models/twin}. A column
 * that has a model's name holds its variable or scenario; a blank cell says that it has none.
 */
record Correspondence(List<Row> quantities, List<Row> brakes, List<Row> crossings) {

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

    Failure missing(String what) {
      Place place = Place.cell(shown, Math.toIntExact(cells.getStartingLineNumber()), what);
      return new Failure(Finding.error("E0685", place).with("what", what));
    }

    Failure unknown(String what, String model) {
      Place place = Place.cell(shown, Math.toIntExact(cells.getStartingLineNumber()), model);
      return new Failure(Finding.error("E0686", place).with("what", what).with("model", model));
    }
  }

  /**
   * @throws Failure E0601 where a file cannot be read
   */
  static Correspondence read(Home home) {
    Path folder = home.root().resolve("models").resolve("twin");
    return new Correspondence(
        rows(folder, "twin.csv", home),
        rows(folder, "brakes.csv", home),
        rows(folder, "crossings.csv", home));
  }

  private static List<Row> rows(Path folder, String name, Home home) {
    Path file = folder.resolve(name);
    if (!Files.exists(file) && !name.equals("twin.csv")) {
      return List.of();
    }
    String shown = home.shown(file);
    List<Row> rows = new ArrayList<>();
    for (NamedCsvRecord row : CsvReader.builder().ofNamedCsvRecord(TextFile.read(file, shown))) {
      rows.add(new Row(row, shown));
    }
    return List.copyOf(rows);
  }
}
