package org.tiyun.language.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Leaves;
import org.tiyun.language.model.Name;
import org.tiyun.language.model.Origin;
import org.tiyun.language.syntax.Ex;
import org.tiyun.language.syntax.Span;
import org.tiyun.language.syntax.Statement;

/** Values of parameters and paths: numbers, formulas, maps, steps, and rows of tables. */
final class Inputs {
  /** A cell that waits for its value, which may need those of others. */
  private record Waiting(
      int id,
      Symbol symbol,
      Name name,
      Ex value,
      Statement.Clauses clauses,
      Scope scope,
      Span span) {}

  /** What a value turned out to be. */
  private record Value(Expr expr, List<Input.Step> steps, Origin origin, Optional<String> unit) {}

  private final Draft draft;
  private final Lower lower;
  private final Periods periods;
  private final Report report;
  private final Distributions distributions;
  private final MapEntries maps;
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<Value> values = new ArrayList<>();
  private final Map<Integer, Double> known = new HashMap<>();
  private final Set<Integer> working = new HashSet<>();

  /** Cells whose map does not name them, so that its {@code else} holds. */
  private final Set<Integer> unnamed = new HashSet<>();

  Inputs(Draft draft, Lower lower, Periods periods, Report report) {
    this.draft = draft;
    this.lower = lower;
    this.periods = periods;
    this.report = report;
    this.distributions = new Distributions(report);
    this.maps = new MapEntries(report);
  }

  /** Takes a cell in; returns its position among the inputs. */
  int add(Symbol symbol, Name name, Ex value, Statement.Clauses clauses, Scope scope, Span span) {
    int id = waiting.size();
    waiting.add(new Waiting(id, symbol, name, value, clauses, scope.copy(), span));
    return id;
  }

  /** Works all values out and puts the inputs into the draft. */
  void finish() {
    for (Waiting w : waiting) {
      values.add(value(w));
    }
    for (Waiting w : waiting) {
      double value = number(w.id());
      boolean bad = !Double.isFinite(value) && report.clean();
      if (bad) {
        report.error("E0234", w.value().span(), "name", w.name().toString(), "value", value);
      }
      draft.inputs.add(input(w, values.get(w.id()), value));
    }
    waiting.forEach(this::standsIn);
  }

  /**
   * No row of the ledger gave the number, and the assumption made for that case does not name it:
   * what was written for all others holds, which its author may never have thought of.
   */
  private void standsIn(Waiting w) {
    Value v = values.get(w.id());
    if (!(v.origin() instanceof Origin.Assumed)) {
      return;
    }
    Leaves.each(
        v.expr(),
        leaf -> {
          if (leaf instanceof Expr.In in && unnamed.contains(in.id()) && report.clean()) {
            report.eachWarning(
                "W0208",
                w.value().span(),
                "name",
                w.name().toString(),
                "by",
                waiting.get(in.id()).name().toString(),
                "value",
                shown(number(in.id())));
          }
        });
  }

  private Input input(Waiting w, Value v, double value) {
    Statement.Clauses c = w.clauses();
    Optional<Double> low = c.low().map(e -> constant(e, w));
    Optional<Double> high = c.high().map(e -> constant(e, w));
    if (low.isPresent() && high.isPresent() && c.low().isPresent()) {
      if (low.get() > high.get()) {
        report.error("E0275", c.low().get().span());
      } else if (report.clean()
          && v.steps().isEmpty()
          && (value < low.get() || value > high.get())) {
        report.outside(
            w.value().span(), w.name().toString(), value, low.get(), high.get(), Optional.empty());
      }
    }
    Input.Kind kind =
        switch (w.symbol().kind) {
          case SWITCH -> Input.Kind.SWITCH;
          case PATH -> Input.Kind.PATH;
          default -> Input.Kind.PARAMETER;
        };
    boolean formula = !(v.expr() instanceof Expr.Const);
    return new Input(
        w.id(),
        w.name(),
        kind,
        value,
        v.steps(),
        formula ? Optional.of(v.expr()) : Optional.empty(),
        c.unit().map(Ex.Text::text).or(v::unit),
        low,
        high,
        c.draws().flatMap(d -> distributions.of(d, e -> constant(e, w))),
        v.origin(),
        c.doc().map(Ex.Text::text),
        w.span().place());
  }

  static String shown(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private double constant(Ex ex, Waiting w) {
    Expr expr = lower.in(Lower.Mode.PARAM, ex, w.scope());
    return Constants.value(expr, 0, this::number);
  }

  /** The value of an input in period 0 before any scenario; NaN where it is defined by itself. */
  double number(int id) {
    // Without recursion: parameters may be made of parameters as often as there are parameters.
    Deque<Integer> open = new ArrayDeque<>(List.of(id));
    while (!open.isEmpty()) {
      int top = Objects.requireNonNull(open.peek());
      if (known.containsKey(top)) {
        open.pop();
      } else if (working.add(top)) {
        needs(top).forEach(open::push);
      } else {
        open.pop();
        working.remove(top);
        Value v = values.get(top);
        double value =
            v.steps().isEmpty()
                ? Constants.value(v.expr(), 0, i -> Objects.requireNonNull(known.get(i)))
                : v.steps().get(0).value();
        known.putIfAbsent(top, value);
      }
    }
    return Objects.requireNonNull(known.get(id));
  }

  /** The inputs whose values are wanted first; one that waits for this one is no number. */
  private List<Integer> needs(int id) {
    List<Integer> needs = new ArrayList<>();
    Leaves.each(
        values.get(id).expr(),
        leaf -> {
          if (leaf instanceof Expr.In in && !known.containsKey(in.id())) {
            if (working.contains(in.id())) {
              Waiting w = waiting.get(in.id());
              report.error("E0226", w.value().span(), "name", w.name().base());
              known.put(in.id(), Double.NaN);
            } else {
              needs.add(in.id());
            }
          }
        });
    return needs;
  }

  private Value value(Waiting w) {
    Optional<String> source = w.clauses().source().map(Ex.Text::text);
    Origin stated = source.<Origin>map(Origin.Stated::new).orElse(new Origin.Unsourced());
    if (w.symbol().kind == Symbol.Kind.SWITCH) {
      double on = w.value() instanceof Ex.Num n ? n.value() : 0;
      return new Value(new Expr.Const(on), List.of(), stated, Optional.empty());
    }
    boolean otherwise = w.value() instanceof Ex.Else;
    lower.tables().open(w.name().toString(), otherwise);
    Value value = of(w, w.value() instanceof Ex.Else e ? e.value() : w.value(), stated);
    if (lower.tables().missing() && w.value() instanceof Ex.Else e) {
      lower.tables().open(w.name().toString(), false);
      Value other = of(w, e.other(), stated);
      value = new Value(other.expr(), other.steps(), new Origin.Assumed(source), Optional.empty());
    }
    lower.tables().close();
    return value;
  }

  private Value of(Waiting w, Ex ex, Origin stated) {
    Ex chosen = ex;
    List<String> rest = w.name().elements();
    while (chosen instanceof Ex.Map map && !isSteps(map, w)) {
      Optional<Ex.Entry> entry = maps.entry(map, rest, w.symbol(), w.name());
      if (entry.isEmpty()) {
        return new Value(Lower.ZERO, List.of(), stated, Optional.empty());
      }
      if (entry.get().key().isEmpty()) {
        unnamed.add(w.id());
      }
      rest = rest.subList(Math.min(rest.size(), entry.get().key().size()), rest.size());
      chosen = entry.get().value();
    }
    boolean path = w.symbol().kind == Symbol.Kind.PATH;
    if (chosen instanceof Ex.Map map) {
      return new Value(Lower.ZERO, steps(map, w), stated, Optional.empty());
    }
    if (path && chosen instanceof Ex.Read read) {
      return new Value(Lower.ZERO, dated(read, w), origin(stated), lower.tables().unit());
    }
    Expr expr = lower.in(path ? Lower.Mode.PATH : Lower.Mode.PARAM, chosen, w.scope());
    boolean read =
        chosen instanceof Ex.Read
            || (chosen instanceof Ex.Call call
                && call.args().size() == 1
                && call.args().get(0) instanceof Ex.Read
                && !call.function().equals("count"));
    Origin origin =
        stated instanceof Origin.Unsourced && madeOfOthers(chosen)
            ? new Origin.Computed()
            : origin(stated);
    return new Value(expr, List.of(), origin, read ? lower.tables().unit() : Optional.empty());
  }

  /** Also where the others play no part for this element: {@code if(c in rich, cash[c], 0)}. */
  private boolean madeOfOthers(Ex value) {
    return Mentions.in(value).stream().anyMatch(draft.symbols::containsKey);
  }

  private Origin origin(Origin stated) {
    List<Origin.Row> rows = lower.tables().log();
    // A sum of no rows is 0 because the table says nothing, and not because its author made it up.
    boolean read =
        !rows.isEmpty() || (stated instanceof Origin.Unsourced && lower.tables().asked());
    return read ? new Origin.Rows(rows) : stated;
  }

  /** A map of a path whose keys are periods; one whose keys are elements is looked into. */
  private boolean isSteps(Ex.Map map, Waiting w) {
    if (w.symbol().kind != Symbol.Kind.PATH) {
      return false;
    }
    return map.entries().stream()
        .allMatch(e ->
            e.key().size() == 1 && periods.calendar().period(e.key().get(0).text()).isPresent());
  }

  private List<Input.Step> steps(Ex.Map map, Waiting w) {
    List<Input.Step> steps = new ArrayList<>();
    for (Ex.Entry entry : map.entries()) {
      Ex.Element key = entry.key().get(0);
      OptionalInt period = periods.number(new Ex.Period(key.text(), key.span()));
      Expr value = lower.in(Lower.Mode.PARAM, entry.value(), w.scope());
      boolean later = steps.isEmpty() || period.orElse(0) > steps.get(steps.size() - 1).period();
      if (!later) {
        report.error("E0278", key.span());
      }
      if (!(value instanceof Expr.Const c)) {
        report.error("E0279", entry.value().span());
      } else if (period.isPresent()) {
        steps.add(new Input.Step(period.getAsInt(), c.value()));
      }
    }
    if (steps.isEmpty() && report.clean()) {
      report.error("E0279", map.span());
    }
    return List.copyOf(steps);
  }

  private List<Input.Step> dated(Ex.Read read, Waiting w) {
    Map<Integer, Double> byPeriod = new java.util.TreeMap<>();
    for (TableValues.Dated d : lower.tables().dated(read, w.scope())) {
      OptionalInt period = periods.calendar().period(d.period());
      if (period.isEmpty()) {
        report.error(
            "E0247", read.span(), "period", d.period(), "example", periods.calendar().label(1));
      } else if (byPeriod.put(period.getAsInt(), d.value()) != null) {
        report.error(
            "E0230",
            read.span(),
            "table",
            read.table(),
            "count",
            2,
            "where",
            " (" + d.period() + ")");
      }
    }
    List<Input.Step> steps = new ArrayList<>();
    byPeriod.forEach((p, v) -> steps.add(new Input.Step(p, v)));
    return List.copyOf(steps);
  }
}
