package org.tiyun.language.syntax;

import java.util.Optional;
import org.tiyun.language.syntax.Token.Kind;
import org.tiyun.words.Finding;
import org.tiyun.words.Term;

/** Statements of a scenario. */
final class ScenarioParser {
  private final Cursor in;
  private final ExpressionParser expressions;
  private final ClauseParser clauses;

  ScenarioParser(Cursor in, ExpressionParser expressions, ClauseParser clauses) {
    this.in = in;
    this.expressions = expressions;
    this.clauses = clauses;
  }

  Statement statement() {
    Token start = in.peek();
    return switch (start.text()) {
      case "scenario" -> header(start);
      case "set", "path" -> change(start);
      case "switch" -> turn(start);
      case "initial" -> {
        in.keyword("initial");
        Statement.Head head = clauses.head();
        in.sign("=");
        yield new Statement.Initial(head, expressions.expression(), in.since(start));
      }
      default -> {
        if (start.is(Kind.KEYWORD) && Lexer.STATEMENTS.contains(start.text())) {
          in.report(Finding.error("E0252", start.span().place()).with("word", start.text()));
          throw new Cursor.Lost();
        }
        in.expected(new Term("language.expected.scenario_statement"));
        throw new Cursor.Lost();
      }
    };
  }

  private Statement header(Token start) {
    in.keyword("scenario");
    Ex.Element name = in.name();
    String title = in.peek().is(Kind.TEXT) ? in.text().text() : "";
    Optional<Ex.Element> of = in.takeWord("of") ? Optional.of(in.name()) : Optional.empty();
    return new Statement.Scenario(name.text(), title, of, in.since(start));
  }

  private Statement change(Token start) {
    in.take();
    Statement.Head head = clauses.head();
    in.sign("=");
    Ex value;
    if (in.peek().word("on") || in.peek().word("off")) {
      Token word = in.take();
      value = new Ex.Num(word.text().equals("on") ? 1 : 0, word.span());
    } else {
      value = clauses.value();
    }
    Optional<Ex.Period> from = from();
    return new Statement.Change(head, value, from, to(), in.since(start));
  }

  private Statement turn(Token start) {
    in.take();
    Ex.Element name = in.name();
    boolean on = in.takeWord("on");
    if (!on && !in.takeWord("off")) {
      in.expected(new Term("language.expected.on_off"));
    }
    Optional<Ex.Period> from = from();
    return new Statement.Turn(name, on, from, to(), in.since(start));
  }

  private Optional<Ex.Period> from() {
    return in.takeKeyword("from") ? Optional.of(in.period()) : Optional.empty();
  }

  private Optional<Ex.Period> to() {
    return in.takeKeyword("to") ? Optional.of(in.period()) : Optional.empty();
  }
}
