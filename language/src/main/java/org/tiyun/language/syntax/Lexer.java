package org.tiyun.language.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tiyun.language.syntax.Token.Kind;

/** Text to tokens. Takes any text; what is no token becomes one of kind BAD. */
public final class Lexer {
  /** Words that begin a statement. */
  public static final Set<String> STATEMENTS =
      Set.of(
          "model",
          "step",
          "horizon",
          "use",
          "include",
          "set",
          "relation",
          "sector",
          "claim",
          "settle",
          "param",
          "path",
          "switch",
          "flow",
          "let",
          "initial",
          "revalue",
          "event",
          "scenario");

  /** Words that begin a clause, or join conditions. */
  public static final Set<String> CLAUSES =
      Set.of(
          "unit",
          "range",
          "source",
          "doc",
          "due",
          "senior",
          "last",
          "for",
          "when",
          "mechanism",
          "expect",
          "from",
          "to",
          "amount",
          "because",
          "and",
          "or",
          "not",
          "in",
          "where",
          "else");

  private static final Set<String> DOUBLE_SIGNS = Set.of("..", "!=", "<=", ">=", "->");
  private static final String SIGNS = "+-*/^=<>()[]{},:;.&~";

  private final Source source;
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private boolean first = true;

  private Lexer(Source source) {
    this.source = source;
    this.text = source.text();
  }

  /** All tokens, the last of kind END. */
  public static List<Token> read(Source source) {
    Lexer lexer = new Lexer(source);
    while (lexer.next()) {}
    return lexer.tokens;
  }

  private boolean next() {
    skipBlanks();
    if (at >= text.length()) {
      add(Kind.END, "", 0, at);
      return false;
    }
    int c = text.codePointAt(at);
    int start = at;
    if (Character.isDigit(c) && c < 128) {
      number();
    } else if (nameStart(c)) {
      while (at < text.length() && namePart(text.codePointAt(at))) {
        at += Character.charCount(text.codePointAt(at));
      }
      String word = text.substring(start, at);
      boolean reserved = STATEMENTS.contains(word) || CLAUSES.contains(word);
      add(reserved ? Kind.KEYWORD : Kind.NAME, word, 0, start);
    } else if (c == '\'' || c == '"') {
      quoted((char) c);
    } else {
      sign(c);
    }
    return true;
  }

  private void skipBlanks() {
    if (at == 0 && text.startsWith("\uFEFF")) {
      at = 1;
    }
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (c == '\n') {
        first = true;
        at++;
      } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        at += Character.charCount(c);
      } else if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else {
        return;
      }
    }
  }

  private void number() {
    int start = at;
    digits();
    if (at < text.length() && text.charAt(at) == 'Q' && digit(at + 1)) {
      at++;
      digits();
      add(Kind.PERIOD, text.substring(start, at), 0, start);
      return;
    }
    if (at < text.length() && text.charAt(at) == '.' && digit(at + 1)) {
      at++;
      digits();
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      int sign = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0 ? 1 : 0;
      if (digit(at + 1 + sign)) {
        at += 1 + sign;
        digits();
      }
    }
    String digits = text.substring(start, at);
    if (at < text.length() && namePart(text.codePointAt(at))) {
      while (at < text.length() && namePart(text.codePointAt(at))) {
        at += Character.charCount(text.codePointAt(at));
      }
      add(Kind.BAD, text.substring(start, at), 0, start);
      return;
    }
    double value = digits.length() > 400 ? Double.NaN : Double.parseDouble(digits);
    if (at < text.length() && text.charAt(at) == '%') {
      at++;
      value /= 100;
    }
    boolean finite = !Double.isNaN(value) && !Double.isInfinite(value);
    add(finite ? Kind.NUMBER : Kind.BAD, text.substring(start, at), value, start);
  }

  private void digits() {
    while (digit(at)) {
      at++;
    }
  }

  private boolean digit(int i) {
    return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  private void quoted(char quote) {
    int start = at++;
    while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
      at++;
    }
    if (at >= text.length() || text.charAt(at) == '\n') {
      add(Kind.BAD, text.substring(start, at), 0, start);
      return;
    }
    String inside = text.substring(start + 1, at++);
    add(quote == '"' ? Kind.TEXT : Kind.QUOTED, inside, 0, start);
  }

  private void sign(int c) {
    int start = at;
    String two = text.substring(at, Math.min(at + 2, text.length()));
    if (DOUBLE_SIGNS.contains(two)) {
      at += 2;
      add(Kind.SIGN, two, 0, start);
    } else if (SIGNS.indexOf(c) >= 0) {
      at++;
      add(Kind.SIGN, text.substring(start, at), 0, start);
    } else {
      at += Character.charCount(c);
      add(Kind.BAD, text.substring(start, at), 0, start);
    }
  }

  private void add(Kind kind, String token, double value, int start) {
    tokens.add(new Token(kind, token, value, first, new Span(source, start, at)));
    first = false;
  }

  private static boolean nameStart(int c) {
    return Character.isLetter(c) || c == '_';
  }

  private static boolean namePart(int c) {
    return Character.isLetterOrDigit(c)
        || c == '_'
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
