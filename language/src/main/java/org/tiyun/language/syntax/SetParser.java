package org.tiyun.language.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tiyun.language.syntax.Token.Kind;
import org.tiyun.words.Term;

/** Sets, relations, and what indices run over. */
final class SetParser {
  private final Cursor in;
  private final ExpressionParser expressions;

  SetParser(Cursor in, ExpressionParser expressions) {
    this.in = in;
    this.expressions = expressions;
  }

  SetEx set() {
    SetEx left = term();
    int joins = 0;
    while (in.peek().sign("+") || in.peek().sign("-") || in.peek().sign("&")) {
      char op = in.take().text().charAt(0);
      SetEx right = term();
      left = new SetEx.Joined(op, left, right, left.span().to(right.span()));
      if (++joins > 500) {
        in.tooDeep(right.span());
      }
    }
    return left;
  }

  SetEx term() {
    Token token = in.peek();
    if (token.sign("{")) {
      return literal();
    }
    if (token.sign("(")) {
      in.enter();
      in.take();
      SetEx inside = set();
      in.sign(")");
      in.leave();
      return inside;
    }
    if (token.is(Kind.NUMBER) || token.sign("-")) {
      Ex low = bound();
      in.sign("..");
      Ex high = bound();
      return new SetEx.Range(low, high, in.since(token));
    }
    if (!token.named()) {
      in.expected(new Term("language.expected.set"));
    }
    in.take();
    if (!in.takeSign(".")) {
      return new SetEx.Named(token.text(), token.span());
    }
    List<Ex.Element> columns = new ArrayList<>();
    if (in.takeSign("(")) {
      do {
        columns.add(column());
      } while (in.takeSign(","));
      in.sign(")");
    } else {
      columns.add(column());
    }
    Optional<Ex> where =
        in.takeKeyword("where") ? Optional.of(expressions.expression()) : Optional.empty();
    return new SetEx.Columns(token.text(), columns, where, token.span(), in.since(token));
  }

  private Ex bound() {
    Token start = in.peek();
    boolean negative = in.takeSign("-");
    Token number =
        in.peek().is(Kind.NUMBER) ? in.take() : in.expected(new Term("language.expected.number"));
    return new Ex.Num(negative ? -number.value() : number.value(), in.since(start));
  }

  private SetEx literal() {
    Token open = in.take();
    List<List<Ex.Element>> elements = new ArrayList<>();
    while (!in.peek().sign("}")) {
      elements.add(tuple());
      if (!in.takeSign(",")) {
        break;
      }
    }
    in.sign("}");
    return new SetEx.Literal(elements, in.since(open));
  }

  /** An element, or several in brackets. */
  List<Ex.Element> tuple() {
    if (!in.takeSign("(")) {
      return List.of(element());
    }
    List<Ex.Element> parts = new ArrayList<>();
    do {
      parts.add(element());
    } while (in.takeSign(","));
    in.sign(")");
    return parts;
  }

  Ex.Element element() {
    Token token = in.peek();
    boolean fits =
        token.named()
            || token.is(Kind.KEYWORD)
            || token.is(Kind.TEXT)
            || Cursor.whole(token)
            || token.is(Kind.PERIOD);
    if (!fits) {
      in.expected(new Term("language.expected.element"));
    }
    in.take();
    return new Ex.Element(token.text(), token.span());
  }

  /** A column's name may be any word. */
  Ex.Element column() {
    Token token = in.peek();
    if (!token.named() && !token.is(Kind.KEYWORD)) {
      in.expected(new Term("language.expected.column"));
    }
    in.take();
    return new Ex.Element(token.text(), token.span());
  }

  /** {@code c in cloud}, {@code (l, c) in hosts}, or one element. */
  Ex.Binder binder() {
    Token start = in.peek();
    List<Ex.Element> names = new ArrayList<>();
    boolean pair = in.takeSign("(");
    if (pair) {
      do {
        names.add(in.name());
      } while (in.takeSign(","));
      in.sign(")");
      in.keyword("in");
      return new Ex.Binder(names, Optional.of(in.name()), in.since(start));
    }
    names.add(in.peek().is(Kind.NUMBER) ? element() : in.name());
    Optional<Ex.Element> set = in.takeKeyword("in") ? Optional.of(in.name()) : Optional.empty();
    return new Ex.Binder(names, set, in.since(start));
  }
}
