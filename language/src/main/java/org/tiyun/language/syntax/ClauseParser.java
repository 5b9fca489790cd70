package org.tiyun.language.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tiyun.language.syntax.Token.Kind;
import org.tiyun.words.Finding;
import org.tiyun.words.Term;

/** What ends declarations, and the heads that begin them. */
final class ClauseParser {
  private final Cursor in;
  private final ExpressionParser expressions;

  ClauseParser(Cursor in, ExpressionParser expressions) {
    this.in = in;
    this.expressions = expressions;
  }

  /** {@code name[c in cloud][holder]}. */
  Statement.Head head() {
    Token start = in.peek();
    Ex.Element name = in.name();
    List<List<Ex.Binder>> groups = new ArrayList<>();
    while (in.takeSign("[")) {
      List<Ex.Binder> binders = new ArrayList<>();
      do {
        binders.add(expressions.sets().binder());
      } while (in.takeSign(","));
      in.sign("]");
      groups.add(binders);
    }
    return new Statement.Head(name.text(), groups, name.span(), in.since(start));
  }

  Statement.Clauses clauses() {
    Optional<Ex.Text> unit = Optional.empty();
    Optional<Ex> low = Optional.empty();
    Optional<Ex> high = Optional.empty();
    Optional<Ex.Text> source = Optional.empty();
    Optional<Ex.Text> doc = Optional.empty();
    Optional<Ex.Call> draws = Optional.empty();
    while (true) {
      Token token = in.peek();
      boolean twice;
      if (in.takeKeyword("unit")) {
        twice = unit.isPresent();
        unit = Optional.of(in.text());
      } else if (in.takeKeyword("range")) {
        twice = low.isPresent();
        low = Optional.of(expressions.expression());
        in.sign("..");
        high = Optional.of(expressions.expression());
      } else if (in.takeKeyword("source")) {
        twice = source.isPresent();
        source = Optional.of(in.text());
      } else if (in.takeKeyword("doc")) {
        twice = doc.isPresent();
        doc = Optional.of(in.text());
      } else if (in.takeSign("~")) {
        twice = draws.isPresent();
        draws = Optional.of(distribution());
      } else {
        return new Statement.Clauses(unit, low, high, source, doc, draws);
      }
      if (twice) {
        in.report(Finding.error("E0209", token.span().place()).with("word", token.text()));
      }
    }
  }

  private Ex.Call distribution() {
    Token name = in.peek();
    if (!name.is(Kind.NAME) || !in.peek(1).sign("(")) {
      in.expected(new Term("language.expected.distribution"));
    }
    Ex whole = expressions.expression();
    if (whole instanceof Ex.Call call) {
      return call;
    }
    in.report(
        Finding.error("E0201", whole.span().place())
            .with("expected", new Term("language.expected.distribution"))
            .with("found", "`" + Shown.of(whole.span().text()) + "`"));
    throw new Cursor.Lost();
  }

  /**
   * A value of a parameter or path: an expression, a map, with {@code else} where it reads rows.
   */
  Ex value() {
    Ex value = in.peek().sign("{") ? map() : expressions.expression();
    if (!in.takeKeyword("else")) {
      return value;
    }
    Ex other = in.peek().sign("{") ? map() : expressions.expression();
    return new Ex.Else(value, other, value.span().to(other.span()));
  }

  private Ex map() {
    Token open = in.sign("{");
    in.enter();
    List<Ex.Entry> entries = new ArrayList<>();
    while (!in.peek().sign("}")) {
      Token start = in.peek();
      List<Ex.Element> key = in.takeKeyword("else") ? List.of() : key();
      in.sign(":");
      Ex value = in.peek().sign("{") ? map() : expressions.expression();
      entries.add(new Ex.Entry(key, value, in.since(start)));
      if (!in.takeSign(",")) {
        break;
      }
    }
    in.sign("}");
    in.leave();
    return new Ex.Map(entries, in.since(open));
  }

  private List<Ex.Element> key() {
    if (Cursor.whole(in.peek()) || in.peek().is(Kind.PERIOD)) {
      Ex.Period period = in.period();
      return List.of(new Ex.Element(period.label(), period.span()));
    }
    return expressions.sets().tuple();
  }
}
