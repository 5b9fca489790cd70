package org.tiyun.language.syntax;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tiyun.language.model.SwitchRule.Direction;

/** A statement of a model or scenario as written. */
public sealed interface Statement {

  Span span();

  /** A name with the indices of each pair of brackets. */
  record Head(String name, List<List<Ex.Binder>> groups, Span word, Span span) {}

  /** What may end any declaration. */
  record Clauses(
      Optional<Ex.Text> unit,
      Optional<Ex> low,
      Optional<Ex> high,
      Optional<Ex.Text> source,
      Optional<Ex.Text> doc,
      Optional<Ex.Call> draws) {

    /** The same with another source where there is none. */
    Clauses orSource(Optional<Ex.Text> other) {
      return new Clauses(unit, low, high, source.or(() -> other), doc, draws);
    }
  }

  record Model(String name, String title, Span span) implements Statement {}

  record Step(String step, Span span) implements Statement {}

  /** Labels of the first and last period; one alone: the number of periods. */
  record Horizon(Optional<String> first, String last, Span span) implements Statement {}

  record UseLedger(String path, Span span) implements Statement {}

  record Include(String file, Span span) implements Statement {}

  record SetDecl(Ex.Element name, Optional<Ex.Element> of, SetEx value, Span span)
      implements Statement {}

  record RelationDecl(Ex.Element name, List<Ex.Element> sets, SetEx value, Span span)
      implements Statement {}

  /** A single sector, or each element of a set. */
  record Sector(Ex.Element name, boolean each, Span span) implements Statement {}

  record Claim(Head head, Optional<Ex> issuer, Clauses clauses, Span span) implements Statement {}

  /**
   * Which claim pays, and which shares of its own means and of its receipts a failed payer still
   * pays out.
   */
  record Settle(Ex.Element claim, Ex.Num ofResources, Ex.Num ofReceipts, Span span)
      implements Statement {}

  record Param(Head head, Ex value, Clauses clauses, Span span) implements Statement {}

  record Path(Head head, Ex value, Clauses clauses, Span span) implements Statement {}

  record Switch(
      Ex.Element name,
      boolean on,
      Optional<Ex.Element> mechanism,
      List<Expect> expects,
      Clauses clauses,
      Span span)
      implements Statement {}

  /** {@code expect lower revenue[nvidia] at 2030Q4}. */
  record Expect(Direction direction, Ex value, Optional<Ex.Period> at, Span span) {}

  record Flow(
      Head head,
      boolean due,
      OptionalInt senior,
      boolean last,
      Ex payer,
      Ex payee,
      Optional<Ex.Ref> claim,
      Ex amount,
      Optional<Ex.Element> when,
      Clauses clauses,
      Span span)
      implements Statement {}

  record Equation(Head head, Ex right, Clauses clauses, Span span) implements Statement {}

  record Initial(Head head, Ex value, Span span) implements Statement {}

  record Revalue(Head head, Ex.Ref holding, Ex amount, Clauses clauses, Span span)
      implements Statement {}

  record Event(Head head, Ex when, Optional<Ex> amount, Optional<String> because, Span span)
      implements Statement {}

  record Scenario(String name, String title, Optional<Ex.Element> of, Span span)
      implements Statement {}

  /** {@code set patience = 0.2 from 2027Q1 to 2028Q4} in a scenario. */
  record Change(Head head, Ex value, Optional<Ex.Period> from, Optional<Ex.Period> to, Span span)
      implements Statement {}

  /** {@code switch boomerang off from 2027Q1} in a scenario. */
  record Turn(
      Ex.Element name, boolean on, Optional<Ex.Period> from, Optional<Ex.Period> to, Span span)
      implements Statement {}
}
