package org.tiyun.circuit.edges;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The header of a plain payments file: what each column holds.
 *
 * @param role by column 0 the payer, 1 the payee, 2 the amount, -1 anything else
 * @param length bytes of the header, its line end included
 */
record PlainHeader(int[] role, int length) {
  static final int PAYER = 0;
  static final int PAYEE = 1;
  static final int AMOUNT = 2;
  private static final List<String> COLUMNS = List.of("from", "to", "amount");

  /** The header that begins a text; no columns where it is not whole, or not plain. */
  static PlainHeader of(byte[] text, int size) {
    int end = 0;
    while (end < size && text[end] != '\n') {
      end++;
    }
    boolean marked = size >= 3 && text[0] == (byte) 0xEF && text[1] == (byte) 0xBB;
    int first = marked ? 3 : 0;
    if (end == size || end < first) {
      return new PlainHeader(new int[0], 0);
    }
    String line = new String(text, first, end - first, StandardCharsets.UTF_8);
    String[] columns = line.split(",", -1);
    int[] role =
        Arrays.stream(columns).mapToInt(column -> COLUMNS.indexOf(column.strip())).toArray();
    boolean plain = line.indexOf('"') < 0;
    for (int wanted = 0; wanted < COLUMNS.size(); wanted++) {
      int column = wanted;
      plain &= Arrays.stream(role).filter(r -> r == column).count() == 1;
    }
    return new PlainHeader(plain ? role : new int[0], end + 1);
  }

  boolean plain() {
    return role.length > 0;
  }
}
