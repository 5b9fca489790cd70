package org.tiyun.ledger.table;

import java.util.OptionalDouble;

/** Decimal numbers with a point and no grouping, as data packages write them. */
public final class Numbers {
  private Numbers() {}

  /**
   * The number, or empty where the text is anything else. Double.parseDouble alone would accept
   * {@code 1d}, {@code NaN}, {@code 0x1p3} and blanks around, and turn 1e999 into infinity.
   */
  public static OptionalDouble parse(String text) {
    int i = sign(text);
    int digits = digits(text, i);
    int end = i + digits;
    if (end < text.length() && text.charAt(end) == '.') {
      int fraction = digits(text, end + 1);
      digits += fraction;
      end += 1 + fraction;
    }
    if (digits == 0) {
      return OptionalDouble.empty();
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int exponent = end + 1 + sign(text.substring(end + 1));
      int more = digits(text, exponent);
      if (more == 0) {
        return OptionalDouble.empty();
      }
      end = exponent + more;
    }
    if (end != text.length()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(text);
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  static boolean isInteger(String text) {
    int start = sign(text);
    int digits = digits(text, start);
    return digits > 0 && digits <= 18 && start + digits == text.length();
  }

  private static int sign(String text) {
    return !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
  }

  private static int digits(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i - from;
  }
}
