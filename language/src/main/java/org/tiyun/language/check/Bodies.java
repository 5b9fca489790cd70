package org.tiyun.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tiyun.language.model.Event;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.Name;
import org.tiyun.language.model.SwitchRule;
import org.tiyun.language.syntax.Ex;
import org.tiyun.language.syntax.Statement;

/** Reads the right sides: of equations, flows, revaluations, events and expectations. */
final class Bodies {
  private final Draft draft;
  private final Lower lower;
  private final Periods periods;
  private final Report report;

  Bodies(Draft draft, Lower lower, Periods periods, Report report) {
    this.draft = draft;
    this.lower = lower;
    this.periods = periods;
    this.report = report;
  }

  void read(List<Declarations.Body> bodies) {
    for (Declarations.Body body : bodies) {
      Expr right =
          switch (body.statement()) {
            case Statement.Equation e -> lower.in(Lower.Mode.EQUATION, e.right(), body.scope());
            case Statement.Flow f -> amount(f, body.scope());
            case Statement.Revalue r -> lower.in(Lower.Mode.EQUATION, r.amount(), body.scope());
            default -> throw new IllegalStateException("no right side: " + body.statement());
          };
      draft.equation(body.target(), right, body.statement().span().place());
    }
  }

  private Expr amount(Statement.Flow f, Scope scope) {
    Expr amount = lower.in(Lower.Mode.EQUATION, f.amount(), scope);
    if (f.when().isEmpty()) {
      return amount;
    }
    Ex.Element name = f.when().get();
    Optional<Symbol> symbol = lower.references().symbol(name.text(), name.span(), scope);
    if (symbol.isEmpty()) {
      return amount;
    }
    if (symbol.get().kind != Symbol.Kind.SWITCH) {
      return lower.fault("E0259", name.span(), "name", name.text());
    }
    int id = symbol.get().cell(List.of()).orElseThrow();
    return new Expr.If(new Expr.In(id, 0), amount, Lower.ZERO);
  }

  List<Event> events(List<Statement> statements) {
    List<Event> events = new ArrayList<>();
    for (Statement statement : statements) {
      if (statement instanceof Statement.Event e) {
        List<Ex.Binder> binders =
            e.head().groups().isEmpty() ? List.of() : e.head().groups().get(0);
        Scope scope = new Scope();
        if (lower.domains().sound(binders, scope, true)) {
          lower.domains().each(binders, scope, tuple -> events.add(event(e, tuple, scope)));
        }
      }
    }
    return List.copyOf(events);
  }

  private Event event(Statement.Event e, List<String> tuple, Scope scope) {
    return new Event(
        new Name(e.head().name(), tuple),
        lower.in(Lower.Mode.EQUATION, e.when(), scope),
        e.amount().map(a -> lower.in(Lower.Mode.EQUATION, a, scope)),
        e.because(),
        e.head().span().place());
  }

  List<SwitchRule> switches(List<Statement> statements) {
    List<SwitchRule> rules = new ArrayList<>();
    for (Statement statement : statements) {
      if (statement instanceof Statement.Switch s
          && draft.symbols.get(s.name().text()) instanceof Symbol symbol) {
        List<SwitchRule.Expectation> expectations = new ArrayList<>();
        for (Statement.Expect expect : s.expects()) {
          OptionalInt at =
              expect.at().map(periods::number).orElse(OptionalInt.of(periods.calendar().horizon()));
          Expr value = lower.in(Lower.Mode.EQUATION, expect.value(), new Scope());
          if (at.isPresent()) {
            expectations.add(
                new SwitchRule.Expectation(
                    expect.direction(), value, expect.value().span().text(), at.getAsInt()));
          }
        }
        symbol
            .cell(List.of())
            .ifPresent(id ->
                rules.add(
                    new SwitchRule(
                        id,
                        s.mechanism().map(Ex.Element::text),
                        List.copyOf(expectations),
                        s.span().place())));
      }
    }
    if (report.clean()) {
      return List.copyOf(rules);
    }
    return List.of();
  }
}
