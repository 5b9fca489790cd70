package org.tiyun.circuit.edges;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.tiyun.ledger.columns.ColumnFiles;
import org.tiyun.ledger.columns.ColumnReader;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;
import org.tiyun.words.Term;

/**
 * A file of names and amounts, held in columns: names as one string each however often they occur,
 * amounts as doubles. Reports every faulty row up to a limit and never stops at the first.
 */
final class AmountTable {
  private static final int MOST_FINDINGS = 100;

  private final String file;
  private final List<String> names;
  private final List<String> amounts;
  private final boolean signed;
  private final List<Finding> findings;
  private final Map<String, String> known = new HashMap<>();
  private String[][] name;
  private double[][] amount;
  private int[] line = new int[64];
  private int size;
  private boolean lineEnded = true;
  private List<String> header = List.of();

  private AmountTable(
      String file,
      List<String> names,
      List<String> amounts,
      boolean signed,
      List<Finding> findings) {
    this.file = file;
    this.signed = signed;
    this.names = names;
    this.amounts = amounts;
    this.findings = findings;
    this.name = new String[names.size()][64];
    this.amount = new double[amounts.size()][64];
  }

  /** Reads a file; what is wrong is added to the findings, and faulty rows are left out. */
  static AmountTable read(
      Path path, List<String> names, List<String> amounts, List<Finding> findings) {
    return read(path, new AmountTable(shown(path), names, amounts, false, findings));
  }

  /** The same where amounts may be negative. */
  static AmountTable readSigned(
      Path path, List<String> names, List<String> amounts, List<Finding> findings) {
    return read(path, new AmountTable(shown(path), names, amounts, true, findings));
  }

  /** The column names of a file; empty where it cannot be read. */
  static List<String> header(Path path) {
    if (ColumnFiles.named(path)) {
      return ColumnFiles.of(path).columns(path);
    }
    AmountTable table =
        new AmountTable(shown(path), List.of(), List.of(), false, new ArrayList<>());
    return read(path, table).header;
  }

  private static AmountTable read(Path path, AmountTable table) {
    if (ColumnFiles.named(path)) {
      table.addAll(path);
      return table;
    }
    List<Finding> findings = table.findings;
    long row = 1;
    try (LastSign reader = new LastSign(open(path));
        CsvReader<CsvRecord> csv =
            CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .commentStrategy(CommentStrategy.NONE)
                .ofCsvRecord(reader)) {
      int[] columns = new int[0];
      int width = 0;
      for (CsvRecord csvRecord : csv) {
        row = csvRecord.getStartingLineNumber() + 1;
        if (columns.length == 0) {
          columns = table.columns(csvRecord);
          width = csvRecord.getFieldCount();
          if (columns.length == 0) {
            // Without its columns the rest says nothing.
            return table;
          }
        } else {
          table.add(csvRecord, columns, width);
        }
        if (findings.size() >= MOST_FINDINGS) {
          return table;
        }
      }
      table.lineEnded = reader.endsLine();
      if (columns.length == 0) {
        table.unreadable("unreadable.empty", 0);
      }
    } catch (NoSuchFileException e) {
      table.unreadable("unreadable.missing", 0);
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      // Text is decoded and unzipped far ahead of the rows: only a fault of the table has a row.
      String why = reason(e);
      table.unreadable(why, why.equals("unreadable.csv") ? row : 0);
    }
    return table;
  }

  /** A path as the user would write it. */
  static String shown(Path path) {
    return path.toString().replace('\\', '/');
  }

  int size() {
    return size;
  }

  String name(int row, int column) {
    return name[column][row];
  }

  double amount(int row, int column) {
    return amount[column][row];
  }

  /** Whether the last row ends as a row does: if not, the file may be cut off. */
  boolean lineEnded() {
    return lineEnded;
  }

  int line(int row) {
    return line[row];
  }

  private int[] columns(CsvRecord first) {
    List<String> fields = first.getFields().stream().map(String::strip).toList();
    this.header = fields;
    int[] columns = new int[names.size() + amounts.size()];
    boolean complete = true;
    for (int c = 0; c < columns.length; c++) {
      String wanted = c < names.size() ? names.get(c) : amounts.get(c - names.size());
      columns[c] = fields.indexOf(wanted);
      if (columns[c] != fields.lastIndexOf(wanted)) {
        complete = false;
        findings.add(Finding.error("E0533", Place.cell(file, 1, wanted)).with("column", wanted));
      }
      if (columns[c] < 0) {
        complete = false;
        findings.add(
            Finding.error("E0511", Place.cell(file, 1, wanted))
                .with("column", wanted)
                .with("columns", String.join(", ", fields)));
      }
    }
    return complete ? columns : new int[0];
  }

  private void add(CsvRecord csvRecord, int[] columns, int width) {
    int at = Math.toIntExact(csvRecord.getStartingLineNumber());
    if (csvRecord.getFieldCount() != width) {
      findings.add(
          Finding.error("E0514", row(at))
              .with("found", csvRecord.getFieldCount())
              .with("expected", width));
      return;
    }
    grow();
    boolean good = true;
    for (int c = 0; c < names.size(); c++) {
      good &= name(c, at, csvRecord.getField(columns[c]));
    }
    for (int a = 0; a < amounts.size(); a++) {
      String text = csvRecord.getField(columns[names.size() + a]).strip();
      double value = number(text);
      good &= amount(a, value) || bad(a, at, text);
    }
    line[size] = at;
    size += good ? 1 : 0;
  }

  /** All rows of a file that holds columns; where it cannot be read, what is wrong. */
  private void addAll(Path path) {
    try (ColumnReader rows = ColumnFiles.of(path).read(path, names, amounts)) {
      while (findings.size() < MOST_FINDINGS && rows.next()) {
        grow();
        int at = (int) Math.min(rows.row(), Integer.MAX_VALUE);
        boolean good = true;
        for (int c = 0; c < names.size(); c++) {
          good &= name(c, at, rows.text(c).orElse(""));
        }
        for (int a = 0; a < amounts.size(); a++) {
          OptionalDouble cell = rows.number(a);
          double value = cell.orElse(Double.NaN);
          good &= amount(a, value) || bad(a, at, cell.isEmpty() ? "null" : Double.toString(value));
        }
        line[size] = at;
        size += good ? 1 : 0;
      }
    } catch (Failure failure) {
      findings.addAll(failure.findings());
    }
  }

  /** Keeps a name; false where it is blank. */
  private boolean name(int column, int at, String said) {
    String text = said.strip();
    name[column][size] = known.computeIfAbsent(text, t -> t);
    if (text.isEmpty()) {
      findings.add(
          Finding.error("E0513", Place.cell(file, at, names.get(column)))
              .with("column", names.get(column)));
    }
    return !text.isEmpty();
  }

  /** Keeps an amount; false where it cannot be one. */
  private boolean amount(int column, double value) {
    amount[column][size] = value;
    return Double.isFinite(value) && (value >= 0 || signed);
  }

  private boolean bad(int column, int at, String text) {
    findings.add(
        Finding.error("E0512", Place.cell(file, at, amounts.get(column)))
            .with("column", amounts.get(column))
            .with("value", text));
    return false;
  }

  private void grow() {
    if (size == line.length) {
      line = Arrays.copyOf(line, 2 * size);
      for (int c = 0; c < name.length; c++) {
        name[c] = Arrays.copyOf(name[c], 2 * size);
      }
      for (int a = 0; a < amount.length; a++) {
        amount[a] = Arrays.copyOf(amount[a], 2 * size);
      }
    }
  }

  private static double number(String text) {
    // Java also reads "1f", "0x1p3" and "NaN", which no table of payments means.
    if (text.isEmpty() || "+-.0123456789".indexOf(text.charAt(0)) < 0) {
      return Double.NaN;
    }
    char last = text.charAt(text.length() - 1);
    if (!(last >= '0' && last <= '9' || last == '.')
        || text.indexOf('x') >= 0
        || text.indexOf('X') >= 0) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private void unreadable(String why, long at) {
    findings.add(
        Finding.error("E0510", row((int) at)).with("file", file).with("why", new Term(why)));
  }

  private Place row(int at) {
    return new Place(file, at, 0, 0, Optional.empty(), Optional.empty());
  }

  private static String reason(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CharacterCodingException) {
        return "unreadable.encoding";
      }
      if (cause instanceof EOFException || cause instanceof ZipException) {
        return "unreadable.gzip";
      }
      if (cause instanceof CsvParseException) {
        return "unreadable.csv";
      }
    }
    return "unreadable.access";
  }

  private static Reader open(Path path) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    if (path.toString().endsWith(".gz")) {
      in = new GZIPInputStream(in, 1 << 16);
    }
    var strict =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    PushbackReader reader = new PushbackReader(new InputStreamReader(in, strict));
    int first = reader.read();
    if (first >= 0 && first != '\uFEFF') {
      reader.unread(first);
    }
    return reader;
  }
}
