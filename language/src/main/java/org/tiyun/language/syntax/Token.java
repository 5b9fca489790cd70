package org.tiyun.language.syntax;

/**
 * A word, number or sign of the text.
 *
 * @param text the name, the text between quotes, the number or period as written, or the sign
 * @param value of a number
 * @param firstOnLine whether only blanks stand before it on its line
 */
public record Token(Kind kind, String text, double value, boolean firstOnLine, Span span) {

  /** What a token is. */
  public enum Kind {
    NAME,
    QUOTED,
    KEYWORD,
    TEXT,
    NUMBER,
    PERIOD,
    SIGN,
    BAD,
    END
  }

  public boolean is(Kind wanted) {
    return kind == wanted;
  }

  public boolean sign(String wanted) {
    return kind == Kind.SIGN && text.equals(wanted);
  }

  public boolean keyword(String wanted) {
    return kind == Kind.KEYWORD && text.equals(wanted);
  }

  /** A word without quotes that has a meaning only here: {@code of}, {@code by}, {@code on}. */
  public boolean word(String wanted) {
    return kind == Kind.NAME && text.equals(wanted);
  }

  /** Whether this may stand where a name is wanted. */
  public boolean named() {
    return kind == Kind.NAME || kind == Kind.QUOTED;
  }
}
