package org.tiyun.study.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tiyun.engine.Engine;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Run;
import org.tiyun.engine.RunRequest;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Scenario;
import org.tiyun.language.model.SwitchRule;
import org.tiyun.study.open.OpenModel;

/**
 * Puts each switch of a model off and holds the run against what the model's text expected of it.
 * The expectation was written first; a failure is a finding about the model and not an error.
 */
public final class Expectations {
  /** A change below this part of the value counts as none. */
  public static final double SAME = 0.001;

  private Expectations() {}

  /**
   * One expectation and what came.
   *
   * @param name of the switch
   * @param value what the expectation is about, as written
   * @param period label of its period
   * @param on value with the switch on
   * @param off value with it off
   * @param residual largest relative gap of the books with the switch off
   */
  public record Outcome(
      String name,
      Optional<String> mechanism,
      SwitchRule.Direction expected,
      String value,
      String period,
      double on,
      double off,
      double residual) {

    /** What came of it. */
    public SwitchRule.Direction found() {
      double change = off - on;
      if (Math.abs(change) <= SAME * Math.max(Math.abs(on), Math.abs(off))) {
        return SwitchRule.Direction.SAME;
      }
      return change > 0 ? SwitchRule.Direction.HIGHER : SwitchRule.Direction.LOWER;
    }

    public boolean held() {
      return found() == expected;
    }
  }

  /** Every expectation of the model, in the order of its switches: two runs for each switch. */
  public static List<Outcome> of(OpenModel opened) {
    Plan plan = Plan.of(opened.model());
    List<Outcome> outcomes = new ArrayList<>();
    for (SwitchRule rule : opened.model().switches()) {
      Run on = Engine.run(plan, RunRequest.of(turned(rule, 1)));
      Run off = Engine.run(plan, RunRequest.of(turned(rule, 0)));
      Input input = opened.model().inputs().get(rule.input());
      for (SwitchRule.Expectation e : rule.expectations()) {
        outcomes.add(
            new Outcome(
                input.name().toString(),
                rule.mechanism(),
                e.direction(),
                e.text(),
                opened.model().calendar().label(e.period()),
                value(e.value(), on, e.period()),
                value(e.value(), off, e.period()),
                off.audit().relative()));
      }
    }
    return List.copyOf(outcomes);
  }

  /** The base run with one switch in one position. */
  public static Scenario turned(SwitchRule rule, double position) {
    Scenario.Change change =
        new Scenario.Change(rule.input(), new Expr.Const(position), 0, Integer.MAX_VALUE);
    return new Scenario("switch", "", "", List.of(change), List.of());
  }

  private static double value(Expr expr, Run run, int period) {
    return switch (expr) {
      case Expr.Const c -> c.value();
      case Expr.Var v -> run.values()[v.id()][Math.max(0, period - v.lag())];
      case Expr.In i -> run.inputs()[i.id()][Math.max(0, period - i.lag())];
      case Expr.Time t -> period;
      case Expr.Binary b -> binary(b, run, period);
      default -> throw new IllegalArgumentException("an expectation names variables and + - * /");
    };
  }

  private static double binary(Expr.Binary b, Run run, int period) {
    double x = value(b.a(), run, period);
    double y = value(b.b(), run, period);
    return switch (b.op()) {
      case ADD -> x + y;
      case SUB -> x - y;
      case MUL -> x * y;
      case DIV -> x / y;
      default -> throw new IllegalArgumentException("an expectation names variables and + - * /");
    };
  }
}
