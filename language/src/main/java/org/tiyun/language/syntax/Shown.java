package org.tiyun.language.syntax;

/** Text of a model as it is shown in a message: cut where it is long, without control signs. */
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
      boolean plain = !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
      out.appendCodePoint(plain ? c : 0xFFFD);
    }
    return out.toString();
  }
}
