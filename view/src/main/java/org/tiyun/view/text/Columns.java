package org.tiyun.view.text;

import java.util.ArrayList;
import java.util.List;

/** How many terminal columns a text takes: Chinese signs take two, combining marks none. */
public final class Columns {
  /** Most columns of a line of an answer. */
  public static final int TERMINAL = 100;

  private static final String CLOSING = "，。：；、）》”！？";
  private static final String OPENING = "（《“";

  private Columns() {}

  public static int of(String text) {
    return text.codePoints().map(Columns::of).sum();
  }

  /**
   * Columns of one code point, after Unicode's East Asian Width: wide and full-width signs take 2.
   */
  public static int of(int sign) {
    int type = Character.getType(sign);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT
        || type == Character.CONTROL) {
      return 0;
    }
    return isWide(sign) ? 2 : 1;
  }

  private static boolean isWide(int c) {
    return c >= 0x1100
        && (c <= 0x115F
            || (c >= 0x2E80 && c <= 0x303E)
            || (c >= 0x3041 && c <= 0xA4CF)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFE30 && c <= 0xFE6F)
            || (c >= 0xFF00 && c <= 0xFF60)
            || (c >= 0xFFE0 && c <= 0xFFE6)
            || (c >= 0x1F300 && c <= 0x1FAFF)
            || (c >= 0x20000 && c <= 0x3FFFD));
  }

  /**
   * The text in lines of at most so many columns, broken at blanks or beside wide signs; a longer
   * word stands alone, and no line begins with a closing sign.
   */
  public static List<String> lines(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String piece : pieces(text)) {
      if (!line.isEmpty() && of(line + piece.stripTrailing()) > columns) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      line.append(piece);
    }
    lines.add(line.toString().strip());
    return List.copyOf(lines);
  }

  /** The text in lines of at most {@link #TERMINAL} columns, each ended by a line break. */
  public static String paragraph(String text) {
    return String.join("\n", lines(text, TERMINAL)) + "\n";
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int[] signs = text.codePoints().toArray();
    for (int i = 0; i < signs.length; i++) {
      piece.appendCodePoint(signs[i]);
      boolean last = i + 1 == signs.length;
      boolean wide = isWide(signs[i]) || (!last && isWide(signs[i + 1]));
      boolean held =
          (!last && CLOSING.indexOf(signs[i + 1]) >= 0) || OPENING.indexOf(signs[i]) >= 0;
      if (last || signs[i] == ' ' || (wide && !held)) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
    }
    return pieces;
  }

  /** The text followed by as many blanks as fill the columns. */
  public static String left(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }

  /** The text after as many blanks as fill the columns. */
  public static String right(String text, int columns) {
    return " ".repeat(Math.max(0, columns - of(text))) + text;
  }
}
