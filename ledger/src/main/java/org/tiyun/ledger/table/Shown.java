package org.tiyun.ledger.table;

import java.util.List;

/** Texts of a file as they stand in a message: one line, not endless. */
public final class Shown {
  private static final int LONGEST = 80;

  private Shown() {}

  /** The text on one line, cut after 80 code points. */
  public static String text(String text) {
    String line = text.strip().replaceAll("[\\p{Cntrl}]+", " ");
    if (line.codePointCount(0, line.length()) <= LONGEST) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
  }

  /** The values one may choose from; a long list is cut and its length said by the dots. */
  public static String list(List<String> values) {
    String shown = String.join(", ", values.subList(0, Math.min(values.size(), 30)));
    return values.size() > 30 ? shown + ", …" : shown;
  }
}
