package org.tiyun.language.syntax;

import java.util.Locale;

/**
 * Text of a model as it is shown in a message: cut where it is long, with signs that nobody sees by
 * their numbers.
 */
public final class Shown {
  private static final int LONGEST = 60;

  private Shown() {}

  public static String of(String text) {
    StringBuilder out = new StringBuilder();
    int count = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (++count > LONGEST) {
        return out.append('…').toString();
      }
      if (visible(c)) {
        out.appendCodePoint(c);
      } else {
        out.append(String.format(Locale.ROOT, "U+%04X", c));
      }
    }
    return out.toString();
  }

  /** Not so are controls, halves of signs, and what turns the direction of writing. */
  private static boolean visible(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL && type != Character.SURROGATE && type != Character.FORMAT;
  }
}
