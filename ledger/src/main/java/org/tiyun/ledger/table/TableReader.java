package org.tiyun.ledger.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;

/** Reads the CSV text of one resource into a table. */
final class TableReader {
  private static final int LONG = 500;
  private static final int KEPT = 50_000;
  private static final Pattern LINE = Pattern.compile("line (\\d+)");

  private final Resource resource;
  private final String shownFile;
  private final Findings findings;
  private final Map<String, String> seen = new HashMap<>();

  /** Columns whose texts cannot repeat: the key, where it is one column. */
  private boolean[] unique = new boolean[0];

  TableReader(Resource resource, String shownFile, Findings findings) {
    this.resource = resource;
    this.shownFile = shownFile;
    this.findings = findings;
  }

  /** The table; empty where the text has no header. */
  Optional<Table> read(Utf8.Text text) {
    List<List<String>> rows = new ArrayList<>();
    List<List<String>> ragged = new ArrayList<>();
    int[] lines = new int[16];
    boolean whole = true;
    Optional<List<String>> header = Optional.empty();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(resource.delimiter())
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(text.reader())) {
      for (CsvRecord record : csv) {
        List<String> cells = record.getFields();
        int line = (int) record.getStartingLineNumber();
        if (header.isEmpty()) {
          if (text.damaged() && String.join("", cells).indexOf('\uFFFD') >= 0) {
            // A whole file in another encoding: every further finding would come from this one.
            return Optional.empty();
          }
          header = Optional.of(header(cells));
          continue;
        }
        // A spreadsheet leaves rows of commas behind its data.
        if (cells.stream().allMatch(String::isBlank)) {
          continue;
        }
        if (cells.size() != header.get().size()) {
          ragged(cells.size(), header.get().size(), line);
          ragged.add(row(cells, header.get().size()));
          continue;
        }
        rows.add(row(cells, cells.size()));
        if (rows.size() > lines.length) {
          lines = Arrays.copyOf(lines, lines.length * 2);
        }
        lines[rows.size() - 1] = line;
      }
    } catch (CsvParseException | java.io.IOException e) {
      whole = false;
      broken(e, rows.isEmpty() ? 1 : lines[rows.size() - 1] + 1);
    }
    findings.checked();
    if (header.isEmpty()) {
      if (whole) {
        findings.add(Finding.error("E0411", Place.of(shownFile)));
      }
      return Optional.empty();
    }
    return Optional.of(
        new Table(
            resource,
            resource.path(),
            shownFile,
            header.get(),
            rows,
            ragged,
            Arrays.copyOf(lines, rows.size()),
            whole,
            text.damaged()));
  }

  private List<String> header(List<String> cells) {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      String name = cells.get(i).strip();
      if (name.isEmpty()) {
        findings.add(Finding.warning("E0417", atLine(1)).with("number", i + 1));
      } else if (columns.contains(name)) {
        findings.add(Finding.error("E0414", Place.cell(shownFile, 1, name)).with("column", name));
      }
      columns.add(name);
    }
    unique = new boolean[columns.size()];
    for (int i = 0; i < unique.length; i++) {
      unique[i] = resource.primaryKey().equals(List.of(columns.get(i)));
    }
    return List.copyOf(columns);
  }

  private void ragged(int cells, int columns, int line) {
    findings.add(
        Finding.error("E0413", atLine(line)).with("cells", cells).with("columns", columns));
  }

  private List<String> row(List<String> cells, int width) {
    String[] row = new String[width];
    for (int i = 0; i < width; i++) {
      row[i] = i < cells.size() ? cell(cells.get(i), !unique[i]) : "";
    }
    return List.of(row);
  }

  /** Blank for a missing value; one object for each text where most repeat, as names and links. */
  private String cell(String text, boolean repeats) {
    if (text.isEmpty() || resource.missing().contains(text)) {
      return "";
    }
    if (!repeats || text.length() > LONG) {
      return text;
    }
    String known = seen.putIfAbsent(text, text);
    if (seen.size() > KEPT) {
      seen.clear();
    }
    return known == null ? text : known;
  }

  private void broken(Exception e, int guess) {
    int line = guess;
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      Matcher matcher = LINE.matcher(String.valueOf(cause.getMessage()));
      if (matcher.find()) {
        line = Integer.parseInt(matcher.group(1));
      }
    }
    findings.add(Finding.error("E0412", atLine(line)).with("line", line));
  }

  private Place atLine(int line) {
    return new Place(shownFile, line, 0, 0, Optional.empty(), Optional.empty());
  }
}
