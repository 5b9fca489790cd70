package org.tiyun.study.mechanism;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tiyun.study.open.TextFile;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;

/**
 * A row of {@code mechanisms.csv}: a figure and where it comes from.
 *
 * @param from ledger, run, brake, off (a run with the switch {@code of} turned), scenario {@code
 *     of} or verdict; off and scenario are read as a share of the base run
 * @param what name of a headline figure, a variable, an event, or of a figure of the verdict
 */
record MechanismRow(
    String mechanism,
    String figure,
    String from,
    String of,
    String what,
    String period,
    String format,
    Place place) {

  static List<MechanismRow> read(Path file, String shown) {
    List<MechanismRow> rows = new ArrayList<>();
    for (NamedCsvRecord row : CsvReader.builder().ofNamedCsvRecord(TextFile.read(file, shown))) {
      Place place = Place.cell(shown, Math.toIntExact(row.getStartingLineNumber()), "mechanism");
      rows.add(
          new MechanismRow(
              cell(row, "mechanism", place),
              cell(row, "figure", place),
              cell(row, "from", place),
              cell(row, "of", place),
              cell(row, "what", place),
              cell(row, "period", place),
              cell(row, "format", place),
              place));
    }
    return List.copyOf(rows);
  }

  private static String cell(NamedCsvRecord row, String column, Place place) {
    return row.findField(column)
        .orElseThrow(() -> new Failure(Finding.error("E0612", place).with("what", column)));
  }

  Failure unknown(String name) {
    return new Failure(Finding.error("E0612", place).with("what", name));
  }
}
