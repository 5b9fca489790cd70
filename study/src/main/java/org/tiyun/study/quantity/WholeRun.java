package org.tiyun.study.quantity;

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
import org.tiyun.study.brake.Limits;
import org.tiyun.study.brake.LossBook;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.Roles;
import org.tiyun.study.solve.Solved;

/** The quantities that are about a whole run or need further runs. */
record WholeRun(OpenModel opened, Plan plan, Roles roles, Scenario scenario, Run run, long seed) {

  List<Quantities.Row> rows() {
    List<Quantities.Row> rows = new ArrayList<>();
    Limits limits = new Limits(plan, roles, seed);
    if (roles.has(Role.FAILURE)) {
      limits
          .minimumRevenue(scenario)
          .ifPresent(m -> solved(rows, Quantity.MINIMUM_EXTERNAL_REVENUE, m.multiple()));
      limits
          .stallSpeed(scenario, run)
          .ifPresent(s -> {
            solved(rows, Quantity.STALL_SPEED, s.growth());
            add(rows, Quantity.STALL_SPEED, "actual", Figure.leaf("actual growth", s.actual()));
          });
      limits
          .backstopBill(scenario)
          .ifPresent(b -> {
            // Where everybody lives without a fund the bill is nil.
            if (b.fund().status() == Solved.Status.HOLDS_EVERYWHERE) {
              add(rows, Quantity.BACKSTOP_BILL, "", Figure.leaf("nobody fails without it", 0));
            } else {
              solved(rows, Quantity.BACKSTOP_BILL, b.fund());
            }
          });
      firstFailure(rows);
      loss(rows);
    }
    keystone(rows);
    dominance(rows);
    return rows;
  }

  private static void solved(List<Quantities.Row> rows, Quantity quantity, Solved solved) {
    if (solved.found()) {
      add(
          rows,
          quantity,
          "",
          new Figure(
              "solved for",
              solved.value(),
              List.of(
                  Figure.leaf("tolerance", solved.tolerance()),
                  Figure.leaf("values tried", solved.tried()))));
    }
  }

  private void firstFailure(List<Quantities.Row> rows) {
    run.events().stream()
        .filter(e -> roles.decidingFailures().contains(e.event()))
        .findFirst()
        .ifPresent(e -> {
          String firm = opened.model().events().get(e.event()).name().entity();
          String when = opened.model().calendar().label(e.period());
          add(
              rows,
              Quantity.TIME_TO_FIRST_FAILURE,
              firm,
              Figure.leaf("periods until " + when, e.period()));
        });
  }

  private void loss(List<Quantities.Row> rows) {
    LossBook.Loss loss = LossBook.of(opened.model()).losses(run.values());
    List<Figure> parts = new ArrayList<>();
    loss.unpaid().forEach((who, much) -> parts.add(Figure.leaf("never paid to " + who, much)));
    loss.written().forEach((who, much) -> parts.add(Figure.leaf("written down by " + who, much)));
    add(rows, Quantity.CASCADE_LOSS, "", new Figure("dues and marks lost", loss.total(), parts));
    double lenders =
        roles.names(Role.OUTSIDE_DEBT).stream()
            .mapToDouble(who -> loss.byHolder().getOrDefault(who, 0.0))
            .sum();
    add(
        rows,
        Quantity.CASCADE_LOSS,
        "outside_debt",
        Figure.leaf("share of outside lenders", loss.total() > 0 ? lenders / loss.total() : 0));
  }

  /** Fall of the circle's sales in the first year if a firm funds nobody. */
  private void keystone(List<Quantities.Row> rows) {
    int year = Math.min(run.periods(), run.model().calendar().step().perYear());
    double before = sales(run, year);
    for (Input input : roles.inputs(Role.FUNDS_OTHERS)) {
      Run without = Engine.run(plan, RunRequest.of(with(input.id(), 0)).seed(seed).until(year));
      double after = sales(without, year);
      add(
          rows,
          Quantity.KEYSTONE,
          input.name().entity(),
          new Figure(
              "fall of the circle's sales in a year",
              1 - after / before,
              List.of(
                  Figure.leaf("sales of the circle", before),
                  Figure.leaf("sales if it funds nobody", after))));
    }
  }

  private double sales(Run of, int year) {
    Money money = new Money(of, CircleBook.of(roles), year);
    return money.circle().stream().mapToDouble(firm -> money.sales(firm).value()).sum();
  }

  /**
   * Part of the curvature of contracts outstanding that goes with each mechanism: the change of its
   * second differences when the mechanism is turned round, over the sum for all mechanisms.
   */
  private void dominance(List<Quantities.Row> rows) {
    Role stock = roles.has(Role.BENDING) ? Role.BENDING : Role.COMMITTED;
    if (!roles.has(stock) || opened.model().switches().isEmpty() || run.periods() < 3) {
      return;
    }
    double[] plain = stock(run, stock);
    List<String> names = new ArrayList<>();
    List<Double> bends = new ArrayList<>();
    double total = 0;
    for (SwitchRule rule : opened.model().switches()) {
      Input input = opened.model().inputs().get(rule.input());
      Run turned =
          Engine.run(plan, RunRequest.of(with(input.id(), input.value() != 0 ? 0 : 1)).seed(seed));
      double[] other = stock(turned, stock);
      double bend = 0;
      for (int t = 2; t < plain.length; t++) {
        bend += Math.abs(second(plain, t) - second(other, t));
      }
      names.add(rule.mechanism().map(m -> m + " ").orElse("") + input.name());
      bends.add(bend);
      total += bend;
    }
    for (int k = 0; k < names.size(); k++) {
      if (total > 0) {
        add(
            rows,
            Quantity.LOOP_DOMINANCE,
            names.get(k),
            Figure.leaf("part of the curvature of contracts", bends.get(k) / total));
      }
    }
  }

  private double[] stock(Run of, Role role) {
    double[] sums = new double[of.periods() + 1];
    for (var variable : roles.variables(role)) {
      for (int t = 0; t < sums.length; t++) {
        sums[t] += of.values()[variable.id()][t];
      }
    }
    return sums;
  }

  private static double second(double[] x, int t) {
    return x[t] - 2 * x[t - 1] + x[t - 2];
  }

  private Scenario with(int input, double value) {
    List<Scenario.Change> changes = new ArrayList<>(scenario.changes());
    changes.add(new Scenario.Change(input, new Expr.Const(value), 0, Integer.MAX_VALUE));
    return new Scenario(scenario.id(), "", "", changes, scenario.initials());
  }

  private static void add(
      List<Quantities.Row> rows, Quantity quantity, String entity, Figure figure) {
    if (Double.isFinite(figure.value())) {
      rows.add(new Quantities.Row(quantity, entity, "", figure, Optional.empty()));
    }
  }
}
