package org.tiyun.circuit.edges;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Payments of a plain file, read byte by byte: no quotation marks, no signs or exponents, every row
 * as long as the header, all in UTF-8. Files of many millions of rows are like that. Any file that
 * is not is left to {@link AmountTable}, which reads everything and says what is wrong and where.
 *
 * @param names parties in order of appearance; {@code from}, {@code to} and {@code amount} by row,
 *     {@code count} rows of them filled
 * @param lineEnded whether the last row ends as a row does: if not, the file may be cut off
 */
record PlainPayments(
    List<String> names, int[] from, int[] to, double[] amount, int count, boolean lineEnded) {
  private static final List<String> COLUMNS = List.of("from", "to", "amount");
  private static final int BUFFER = 1 << 20;

  /** The payments, or empty where the file is not that plain, faulty ones included. */
  static Optional<PlainPayments> read(Path path) {
    try (InputStream raw = Files.newInputStream(path);
        InputStream in =
            path.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw) {
      return new Reading().read(in);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static final class Reading {
    private final NameTable table = new NameTable();
    private int[] from = new int[1 << 12];
    private int[] to = new int[1 << 12];
    private double[] amount = new double[1 << 12];
    private int count;
    private int[] role = new int[0];
    private byte[] buffer = new byte[BUFFER];
    private double value;
    private boolean lineEnded = true;

    Optional<PlainPayments> read(InputStream in) throws IOException {
      int have = 0;
      boolean more = true;
      while (more) {
        int got = in.readNBytes(buffer, have, buffer.length - have);
        more = got == buffer.length - have;
        have += got;
        int at = 0;
        for (int end = lineEnd(at, have, !more); end >= 0; end = lineEnd(at, have, !more)) {
          if (!line(at, end)) {
            return Optional.empty();
          }
          at = end + 1;
        }
        if (more && at == 0) {
          return Optional.empty();
        }
        have = Math.max(0, have - at);
        System.arraycopy(buffer, Math.min(at, buffer.length), buffer, 0, have);
      }
      if (count == 0) {
        return Optional.empty();
      }
      return names().map(names -> new PlainPayments(names, from, to, amount, count, lineEnded));
    }

    /** Where the line that begins at {@code at} ends, or -1 where it is not whole yet. */
    private int lineEnd(int at, int have, boolean last) {
      for (int k = at; k < have; k++) {
        if (buffer[k] == '\n') {
          return k;
        }
      }
      if (last && at < have) {
        lineEnded = false;
        return have;
      }
      return -1;
    }

    private boolean line(int start, int end) {
      int stop = end > start && buffer[end - 1] == '\r' ? end - 1 : end;
      if (role.length == 0) {
        return header(start, stop);
      }
      if (count == from.length) {
        int length = Math.max(count + (count >> 1), 1 << 13);
        from = Arrays.copyOf(from, length);
        to = Arrays.copyOf(to, length);
        amount = Arrays.copyOf(amount, length);
      }
      int field = 0;
      int at = start;
      for (int k = start; k <= stop; k++) {
        if (k == stop || buffer[k] == ',') {
          if (field == role.length || !field(role[field], at, k)) {
            return false;
          }
          field++;
          at = k + 1;
        } else if (buffer[k] == '"') {
          return false;
        }
      }
      count++;
      return field == role.length;
    }

    private boolean header(int start, int stop) {
      int skip =
          stop - start >= 3 && buffer[start] == (byte) 0xEF && buffer[start + 1] == (byte) 0xBB
              ? 3
              : 0;
      String text = new String(buffer, start + skip, stop - start - skip, StandardCharsets.UTF_8);
      String[] columns = text.split(",", -1);
      role = new int[columns.length];
      for (int c = 0; c < columns.length; c++) {
        role[c] = COLUMNS.indexOf(columns[c].strip());
      }
      return text.indexOf('"') < 0
          && COLUMNS.stream()
              .allMatch(
                  name -> Arrays.stream(columns).filter(c -> c.strip().equals(name)).count() == 1);
    }

    private boolean field(int what, int start, int stop) {
      int first = start;
      int last = stop;
      while (first < last && buffer[first] == ' ') {
        first++;
      }
      while (last > first && buffer[last - 1] == ' ') {
        last--;
      }
      if (what < 0) {
        return true;
      }
      if (first == last) {
        return false;
      }
      if (what == 2) {
        boolean good = number(first, last);
        amount[count] = value;
        return good;
      }
      (what == 0 ? from : to)[count] = table.number(buffer, first, last);
      return true;
    }

    /** Digits with at most one point; more than 15 digits are left to the JDK. */
    private boolean number(int first, int last) {
      long digits = 0;
      int decimals = -1;
      int seen = 0;
      for (int k = first; k < last; k++) {
        byte sign = buffer[k];
        if (sign >= '0' && sign <= '9') {
          digits = 10 * digits + (sign - '0');
          seen++;
          decimals += decimals >= 0 ? 1 : 0;
        } else if (sign == '.' && decimals < 0) {
          decimals = 0;
        } else {
          return false;
        }
        if (seen > 15) {
          return precise(first, last);
        }
      }
      // Both are exact, so the quotient is the nearest double.
      value = decimals > 0 ? digits / POWERS[decimals] : digits;
      return seen > 0;
    }

    private boolean precise(int first, int last) {
      for (int k = first; k < last; k++) {
        if (buffer[k] != '.' && (buffer[k] < '0' || buffer[k] > '9')) {
          return false;
        }
      }
      try {
        value =
            Double.parseDouble(new String(buffer, first, last - first, StandardCharsets.US_ASCII));
        return value < Double.POSITIVE_INFINITY;
      } catch (NumberFormatException e) {
        return false;
      }
    }

    /** All names, or empty where one is not UTF-8 or has blanks of other scripts around it. */
    private Optional<List<String>> names() {
      var strict =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      List<String> names = new ArrayList<>(table.size());
      try {
        for (int k = 0; k < table.size(); k++) {
          ByteBuffer bytes = table.bytes(k);
          String name = strict.decode(bytes).toString();
          if (!name.equals(name.strip())) {
            return Optional.empty();
          }
          names.add(name);
        }
      } catch (IOException e) {
        return Optional.empty();
      }
      return Optional.of(names);
    }
  }

  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };
}
