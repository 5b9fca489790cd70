package org.tiyun.language.syntax;

import java.util.List;
import org.tiyun.language.syntax.Token.Kind;
import org.tiyun.words.Finding;
import org.tiyun.words.Term;

/** Where a parser stands in the tokens, and what it has found wrong so far. */
final class Cursor {
  /** Levels of brackets. */
  static final int DEEPEST = 150;

  private final List<Token> tokens;
  private final List<Finding> findings;
  private int at;
  private int depth;

  Cursor(List<Token> tokens, List<Finding> findings) {
    this.tokens = tokens;
    this.findings = findings;
  }

  /** What is thrown where a statement cannot be read on; caught where statements begin. */
  static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Lost() {
      super(null, null, false, false);
    }
  }

  Token peek() {
    return tokens.get(at);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  Token take() {
    Token token = tokens.get(at);
    if (at < tokens.size() - 1) {
      at++;
    }
    return token;
  }

  /** The token before this one. */
  Token previous() {
    return tokens.get(Math.max(0, at - 1));
  }

  /** The tokens from one position to before another, one at least. */
  List<Token> between(int from, int to) {
    return tokens.subList(from, Math.max(to, from + 1));
  }

  boolean atEnd() {
    return peek().is(Kind.END);
  }

  int position() {
    return at;
  }

  /** From a token to the last one taken. */
  Span since(Token start) {
    return start.span().to(previous().span());
  }

  boolean takeSign(String sign) {
    boolean is = peek().sign(sign);
    if (is) {
      take();
    }
    return is;
  }

  boolean takeKeyword(String word) {
    boolean is = peek().keyword(word);
    if (is) {
      take();
    }
    return is;
  }

  boolean takeWord(String word) {
    boolean is = peek().word(word);
    if (is) {
      take();
    }
    return is;
  }

  Token sign(String sign) {
    return peek().sign(sign) ? take() : expected("`" + sign + "`");
  }

  Token keyword(String word) {
    return peek().keyword(word) ? take() : expected("`" + word + "`");
  }

  Token word(String word) {
    return peek().word(word) ? take() : expected("`" + word + "`");
  }

  Ex.Element name() {
    Token token = peek().named() ? take() : expected(new Term("language.expected.name"));
    return new Ex.Element(token.text(), token.span());
  }

  Ex.Text text() {
    Token token = peek().is(Kind.TEXT) ? take() : expected(new Term("language.expected.text"));
    return new Ex.Text(token.text(), token.span());
  }

  /** {@code 2027Q1}, {@code 2027-03}, {@code 2027} or {@code 17}. */
  Ex.Period period() {
    Token token = peek();
    if (token.is(Kind.PERIOD)) {
      take();
      return new Ex.Period(token.text(), token.span());
    }
    if (!whole(token)) {
      expected(new Term("language.expected.period"));
    }
    take();
    Token dash = peek();
    Token month = peek(1);
    boolean joined =
        dash.sign("-")
            && whole(month)
            && token.span().end() == dash.span().start()
            && dash.span().end() == month.span().start();
    if (joined) {
      take();
      take();
      return new Ex.Period(token.text() + "-" + month.text(), since(token));
    }
    return new Ex.Period(token.text(), token.span());
  }

  static boolean whole(Token token) {
    return token.is(Kind.NUMBER) && token.text().chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Reports that something else was wanted here, and gives the statement up. */
  Token expected(Object what) {
    Token token = peek();
    if (token.is(Kind.BAD)) {
      char quote = token.text().charAt(0);
      String code = quote == '"' || quote == '\'' ? "E0203" : "E0202";
      findings.add(Finding.error(code, token.span().place()).with("found", Shown.of(token.text())));
    } else if (token.is(Kind.END)) {
      findings.add(
          Finding.error("E0201", token.span().place())
              .with("expected", what)
              .with("found", new Term("language.expected.end")));
    } else {
      String code = token.is(Kind.KEYWORD) ? "E0204" : "E0201";
      findings.add(
          Finding.error(code, token.span().place())
              .with("expected", what)
              .with("found", "`" + Shown.of(token.span().text()) + "`")
              .with("word", Shown.of(token.text())));
    }
    throw new Lost();
  }

  /** Reports an error of another kind, and goes on. */
  void report(Finding finding) {
    findings.add(finding);
  }

  /** Goes one level deeper; too many levels give the statement up. */
  void enter() {
    if (++depth > DEEPEST) {
      tooDeep(peek().span());
    }
  }

  void leave() {
    depth--;
  }

  void tooDeep(Span span) {
    findings.add(Finding.error("E0205", span.place()).with("limit", DEEPEST));
    throw new Lost();
  }

  void restart() {
    depth = 0;
  }
}
