package org.tiyun.language.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.tiyun.language.model.SwitchRule.Direction;
import org.tiyun.words.Finding;
import org.tiyun.words.Term;

/** Flows, revaluations, events and switches. */
final class FlowParser {
  private final Cursor in;
  private final ExpressionParser expressions;
  private final ClauseParser clauses;

  FlowParser(Cursor in, ExpressionParser expressions, ClauseParser clauses) {
    this.in = in;
    this.expressions = expressions;
    this.clauses = clauses;
  }

  Statement flow(Token start) {
    Statement.Head head = clauses.head();
    boolean due = false;
    boolean last = false;
    OptionalInt senior = OptionalInt.empty();
    while (!in.peek().sign(":")) {
      Token token = in.peek();
      if (in.takeKeyword("due")) {
        due = true;
      } else if (in.takeKeyword("last")) {
        last = true;
      } else if (in.takeKeyword("senior")) {
        Token rank = in.peek();
        if (!Cursor.whole(rank) || rank.value() < 1 || rank.value() > 1000) {
          in.expected(new Term("language.expected.rank"));
        }
        in.take();
        senior = OptionalInt.of((int) rank.value());
      } else {
        in.expected("`:`");
      }
      if ((senior.isPresent() && !due && !in.peek().keyword("due")) || (due && last)) {
        in.report(Finding.error("E0251", token.span().place()).with("word", token.text()));
      }
    }
    in.sign(":");
    Ex payer = party();
    if (!in.takeSign("->")) {
      in.expected("`->`");
    }
    Ex payee = party();
    Optional<Ex.Ref> claim = Optional.empty();
    if (in.takeKeyword("for")) {
      claim = Optional.of(reference());
    }
    in.sign("=");
    Ex amount = expressions.expression();
    Optional<Ex.Element> when = Optional.empty();
    if (in.takeKeyword("when")) {
      when = Optional.of(in.name());
    }
    Statement.Clauses ends = clauses.clauses();
    if (when.isEmpty() && in.takeKeyword("when")) {
      when = Optional.of(in.name());
    }
    return new Statement.Flow(
        head, due, senior, last, payer, payee, claim, amount, when, ends, in.since(start));
  }

  /** A payer or payee: a sector's name or an index, without a comparison after it. */
  private Ex party() {
    Ex.Element name = in.name();
    return new Ex.Ref(name.text(), List.of(), 0, name.span(), name.span());
  }

  private Ex.Ref reference() {
    Token start = in.peek();
    Ex.Element name = in.name();
    List<List<Ex>> groups = new ArrayList<>();
    while (in.takeSign("[")) {
      List<Ex> indices = new ArrayList<>();
      do {
        indices.add(expressions.expression());
      } while (in.takeSign(","));
      in.sign("]");
      groups.add(indices);
    }
    return new Ex.Ref(name.text(), groups, 0, name.span(), in.since(start));
  }

  Statement revalue(Token start) {
    Statement.Head head = clauses.head();
    in.sign(":");
    Ex.Ref holding = reference();
    in.sign("=");
    Ex amount = expressions.expression();
    return new Statement.Revalue(head, holding, amount, clauses.clauses(), in.since(start));
  }

  Statement event(Token start) {
    Statement.Head head = clauses.head();
    in.keyword("when");
    Ex when = expressions.expression();
    Optional<Ex> amount = Optional.empty();
    Optional<String> because = Optional.empty();
    while (true) {
      if (in.takeKeyword("amount")) {
        amount = Optional.of(expressions.expression());
      } else if (in.takeKeyword("because")) {
        because = Optional.of(in.text().text());
      } else {
        return new Statement.Event(head, when, amount, because, in.since(start));
      }
    }
  }

  Statement switchDecl(Token start) {
    Ex.Element name = in.name();
    in.sign("=");
    boolean on = onOff();
    Optional<Ex.Element> mechanism = Optional.empty();
    List<Statement.Expect> expects = new ArrayList<>();
    Statement.Clauses ends = clauses.clauses();
    while (true) {
      Token token = in.peek();
      if (in.takeKeyword("mechanism")) {
        mechanism = Optional.of(in.name());
      } else if (in.takeKeyword("expect")) {
        Direction direction = direction();
        Ex value = expressions.expression();
        Optional<Ex.Period> at = in.takeWord("at") ? Optional.of(in.period()) : Optional.empty();
        expects.add(new Statement.Expect(direction, value, at, in.since(token)));
      } else {
        Statement.Clauses more = clauses.clauses();
        if (in.peek() == token) {
          return new Statement.Switch(name, on, mechanism, expects, ends, in.since(start));
        }
        ends = joined(ends, more);
      }
    }
  }

  private static Statement.Clauses joined(Statement.Clauses a, Statement.Clauses b) {
    return new Statement.Clauses(
        a.unit().or(b::unit),
        a.low().or(b::low),
        a.high().or(b::high),
        a.source().or(b::source),
        a.doc().or(b::doc),
        a.draws().or(b::draws));
  }

  private Direction direction() {
    Token token = in.peek();
    if (token.word("lower") || token.word("higher") || token.word("same")) {
      in.take();
      return Direction.valueOf(token.text().toUpperCase(Locale.ROOT));
    }
    in.expected(new Term("language.expected.direction"));
    throw new Cursor.Lost();
  }

  boolean onOff() {
    if (in.takeWord("on")) {
      return true;
    }
    if (!in.takeWord("off")) {
      in.expected(new Term("language.expected.on_off"));
    }
    return false;
  }
}
