package org.tiyun.circuit.edges;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The rows of one stretch of a plain payments file, read byte by byte into columns. Names are
 * numbered in a table of the stretch's own, so that stretches can be read side by side.
 */
final class PlainRows {
  private static final int BUFFER = 1 << 18;

  /** Digits that a double holds whatever they are. */
  private static final int EXACT = 15;

  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  final NameTable names = new NameTable();
  int[] from = new int[1 << 12];
  int[] to = new int[1 << 12];
  double[] amount = new double[1 << 12];
  int count;
  boolean lineEnded = true;

  private final int[] role;
  private final byte[] buffer = new byte[BUFFER];
  private double value;

  PlainRows(int[] role) {
    this.role = role;
  }

  /**
   * Reads so many bytes, or to the end if there are fewer.
   *
   * @return false where a row is not plain, faulty ones included
   */
  boolean read(InputStream in, long most) throws IOException {
    long left = most;
    int have = 0;
    boolean more = true;
    while (more) {
      int room = (int) Math.min(left, buffer.length - 1 - have);
      int got = in.readNBytes(buffer, have, room);
      left -= got;
      more = got == room && left > 0;
      have += got;
      if (!more && have > 0 && buffer[have - 1] != '\n') {
        lineEnded = false;
        buffer[have++] = '\n';
      }
      int used = rows(have);
      if (used < 0 || (more && used == 0)) {
        return false;
      }
      have -= used;
      System.arraycopy(buffer, used, buffer, 0, have);
    }
    return true;
  }

  /** Reads all whole rows in the buffer; returns where they end, or -1 for one not plain. */
  private int rows(int have) {
    int row = 0;
    int field = 0;
    int at = 0;
    for (int k = 0; k < have; k++) {
      byte sign = buffer[k];
      if (sign > ',' || (sign != ',' && sign != '\n' && sign != '"')) {
        continue;
      }
      boolean ends = sign == '\n';
      int stop = ends && k > at && buffer[k - 1] == '\r' ? k - 1 : k;
      if (sign == '"' || ends != (field == role.length - 1) || !field(role[field], at, stop)) {
        return -1;
      }
      at = k + 1;
      field++;
      if (ends) {
        row = at;
        field = 0;
        count++;
        grow();
      }
    }
    return row;
  }

  private void grow() {
    if (count == from.length) {
      int length = Math.max(count + (count >> 1), 1 << 13);
      from = Arrays.copyOf(from, length);
      to = Arrays.copyOf(to, length);
      amount = Arrays.copyOf(amount, length);
    }
  }

  private boolean field(int what, int start, int stop) {
    if (what < 0) {
      return true;
    }
    int first = start;
    int last = stop;
    while (first < last && buffer[first] == ' ') {
      first++;
    }
    while (last > first && buffer[last - 1] == ' ') {
      last--;
    }
    if (first == last) {
      return false;
    }
    if (what == PlainHeader.AMOUNT) {
      boolean good = number(first, last);
      amount[count] = value;
      return good;
    }
    (what == PlainHeader.PAYER ? from : to)[count] = names.number(buffer, first, last);
    return true;
  }

  /** Digits with at most one point; more than fifteen digits are left to the JDK. */
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
      if (seen > EXACT) {
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
}
