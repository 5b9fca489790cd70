package org.tiyun.study.acceptance;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.open.TextFile;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;

/**
 * {@code acceptance.csv} beside a model's text: a row for each figure, columns {@code
 * test,kind,figure,scenario,settings,measure,subject,series,from,to,low,high,basis}.
 */
final class AcceptanceFile {
  private static final String NAME = "acceptance.csv";

  private AcceptanceFile() {}

  /**
   * The rows, in order.
   *
   * @throws Failure E0670 there is no such file; E0671 rows that cannot be read, all of them
   */
  static List<AcceptanceRow> read(OpenModel opened) {
    Path file = opened.folder().resolve(NAME);
    if (!Files.isRegularFile(file)) {
      throw new Failure(Finding.error("E0670").with("model", opened.model().id()));
    }
    List<AcceptanceRow> rows = new ArrayList<>();
    List<Finding> faults = new ArrayList<>();
    try {
      for (NamedCsvRecord cells : CsvReader.builder().ofNamedCsvRecord(TextFile.read(file, NAME))) {
        row(cells, faults).ifPresent(rows::add);
      }
    } catch (CsvParseException e) {
      throw new Failure(
          Finding.error("E0671", Place.of(NAME))
              .with("what", "CSV")
              .with("cell", String.valueOf(e.getMessage())));
    }
    if (!faults.isEmpty()) {
      throw new Failure(faults);
    }
    return List.copyOf(rows);
  }

  private static Optional<AcceptanceRow> row(NamedCsvRecord cells, List<Finding> faults) {
    int line = (int) cells.getStartingLineNumber();
    Optional<Measure> measure = Measure.named(cell(cells, "measure"));
    Optional<AcceptanceResult.Kind> kind = kind(cell(cells, "kind"));
    if (measure.isEmpty()) {
      faults.add(fault(cells, line, "measure"));
    }
    if (kind.isEmpty()) {
      faults.add(fault(cells, line, "kind"));
    }
    for (String needed : List.of("test", "figure", "to")) {
      if (cell(cells, needed).isEmpty()) {
        faults.add(fault(cells, line, needed));
      }
    }
    if (measure.isEmpty() || kind.isEmpty()) {
      return Optional.empty();
    }
    String settings = cell(cells, "settings");
    return Optional.of(
        new AcceptanceRow(
            cell(cells, "test"),
            kind.get(),
            cell(cells, "figure"),
            cell(cells, "scenario"),
            settings.isEmpty() ? List.of() : List.of(settings.split(" +")),
            measure.get(),
            cell(cells, "subject"),
            cell(cells, "series"),
            cell(cells, "from"),
            cell(cells, "to"),
            cell(cells, "low"),
            cell(cells, "high"),
            cell(cells, "basis"),
            Place.cell(NAME, line, "figure")));
  }

  private static Finding fault(NamedCsvRecord cells, int line, String column) {
    return Finding.error("E0671", Place.cell(NAME, line, column))
        .with("what", column)
        .with("cell", cell(cells, column));
  }

  private static Optional<AcceptanceResult.Kind> kind(String word) {
    for (AcceptanceResult.Kind kind : AcceptanceResult.Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private static String cell(NamedCsvRecord cells, String column) {
    return cells.findField(column).orElse("").trim();
  }
}
