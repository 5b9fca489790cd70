package org.tiyun.view.map;

import java.util.ArrayList;
import java.util.List;

/** How wide a text will be, without a font: a cautious guess from the kind of each character. */
final class Letters {
  private Letters() {}

  /** Width of a text in user units, on the wide side of common sans-serif fonts. */
  static double width(String text, double size, boolean bold) {
    double em = text.codePoints().mapToDouble(Letters::em).sum();
    return em * size * (bold ? 1.06 : 1);
  }

  private static double em(int letter) {
    if (letter >= 0x2E80) {
      return 1;
    }
    if (letter == ' ' || "ijlI.,:;'|!()".indexOf(letter) >= 0) {
      return 0.33;
    }
    if ("mwMW%@".indexOf(letter) >= 0) {
      return 0.9;
    }
    return Character.isUpperCase(letter) ? 0.69 : 0.6;
  }

  /**
   * The text in lines no wider than given, broken at spaces or, between Chinese letters, anywhere.
   */
  static List<String> lines(String text, double size, boolean bold, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String piece : pieces(text)) {
      boolean full = width(line + piece.stripTrailing(), size, bold) > width;
      if (full && !line.isEmpty()) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      line.append(piece);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString().strip());
    }
    return lines;
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int[] letters = text.codePoints().toArray();
    for (int i = 0; i < letters.length; i++) {
      piece.appendCodePoint(letters[i]);
      boolean last = i + 1 == letters.length;
      boolean beforePunctuation = !last && "，。：；、）》”！？".indexOf(letters[i + 1]) >= 0;
      boolean afterOpening = "（《“".indexOf(letters[i]) >= 0;
      boolean chinese = letters[i] >= 0x2E80 || (!last && letters[i + 1] >= 0x2E80);
      if (last || letters[i] == ' ' || (chinese && !beforePunctuation && !afterOpening)) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
    }
    return pieces;
  }
}
