package org.tiyun.ledger.table;

import java.util.regex.Pattern;

/**
 * A text that a package's own pattern is tried on. A pattern such as {@code (a+)+} can take longer
 * than the age of the world; this text counts how often it is looked at and gives up.
 */
final class Matching implements CharSequence {
  private static final int MOST_LOOKS = 200_000;

  private final String text;
  private int looks;

  Matching(String text) {
    this.text = text;
  }

  /** Whether the whole text fits; a pattern that never comes to an end does not. */
  boolean fits(Pattern pattern) {
    try {
      return pattern.matcher(this).matches();
    } catch (TooCostly | StackOverflowError e) {
      return false;
    }
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (++looks > MOST_LOOKS) {
      throw new TooCostly();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }

  private static final class TooCostly extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooCostly() {
      super("pattern too costly", null, false, false);
    }
  }
}
