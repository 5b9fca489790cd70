package org.tiyun.study.open;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;

/**
 * A small table that lies beside a model's text: {@code study.csv}, {@code verdict.csv}. Lines that
 * begin with {@code #} are remarks.
 *
 * @param shown the file as shown to a user
 */
public record SideTable(String shown, List<Row> rows) {

  /** A row by column name; a cell that is missing reads as empty. */
  public record Row(int line, Map<String, String> cells) {
    public String cell(String column) {
      return cells.getOrDefault(column, "");
    }
  }

  /**
   * The table of that name in the model's folder; empty where there is none.
   *
   * @param columns that must be there
   * @throws Failure E0642 where a column is missing or the file is no table
   */
  public static Optional<SideTable> read(OpenModel opened, String name, List<String> columns) {
    Path folder = opened.folder().getFileName();
    String shown = folder == null ? name : folder + "/" + name;
    return read(opened.folder().resolve(name), shown, columns);
  }

  /** A table of the user's own, by its path. */
  public static Optional<SideTable> own(String path, List<String> columns) {
    return path.isEmpty() || path.indexOf('\0') >= 0
        ? Optional.empty()
        : read(Path.of(path), path.replace('\\', '/'), columns);
  }

  private static Optional<SideTable> read(Path file, String shown, List<String> columns) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    List<Row> rows = new ArrayList<>();
    try {
      for (NamedCsvRecord row : reader(TextFile.read(file, shown))) {
        Map<String, String> cells = new LinkedHashMap<>();
        row.getFieldsAsMap().forEach((key, value) -> cells.put(key.trim(), value.trim()));
        for (String column : columns) {
          if (!cells.containsKey(column)) {
            throw missing(shown, column, (int) row.getStartingLineNumber());
          }
        }
        if (cells.values().stream().anyMatch(c -> !c.isEmpty())) {
          rows.add(new Row((int) row.getStartingLineNumber(), cells));
        }
      }
    } catch (CsvParseException | IllegalArgumentException e) {
      throw missing(shown, String.join(",", columns), 0);
    }
    return Optional.of(new SideTable(shown, List.copyOf(rows)));
  }

  private static Iterable<NamedCsvRecord> reader(String text) {
    return CsvReader.builder()
        .commentStrategy(de.siegmar.fastcsv.reader.CommentStrategy.SKIP)
        .ofNamedCsvRecord(text);
  }

  private static Failure missing(String shown, String column, int line) {
    return new Failure(
        Finding.error("E0642", Place.cell(shown, line, column)).with("column", column));
  }
}
