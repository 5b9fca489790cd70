package org.tiyun.study.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Run;
import org.tiyun.language.model.Scenario;
import org.tiyun.study.brake.Limits;
import org.tiyun.study.circle.CircleBook;
import org.tiyun.study.loss.LossBook;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.Roles;
import org.tiyun.study.solve.Solved;

/** The quantities that are about a whole run or need further runs. */
record WholeRun(
    OpenModel opened,
    Plan plan,
    Roles roles,
    CircleBook book,
    Scenario scenario,
    Run run,
    long seed) {

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
            add(rows, Quantity.STALL_SPEED, "actual", Figure.leaf("actual_growth", s.actual()));
          });
      limits
          .backstopBill(scenario)
          .ifPresent(b -> {
            // Where everybody lives without a fund the bill is nil.
            if (b.fund().status() == Solved.Status.HOLDS_EVERYWHERE) {
              add(rows, Quantity.BACKSTOP_BILL, "", Figure.leaf("nobody_fails", 0));
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
              "solved_for",
              solved.value(),
              List.of(
                  Figure.leaf("tolerance", solved.tolerance()),
                  Figure.leaf("values_tried", solved.tried()))));
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
              new Figure("periods_until", when, e.period(), List.of()));
        });
  }

  private void loss(List<Quantities.Row> rows) {
    LossBook.Loss loss = LossBook.of(opened.model()).losses(run.values());
    List<Figure> parts = new ArrayList<>();
    loss.unpaid().forEach((who, much) -> parts.add(new Figure("never_paid", who, much, List.of())));
    loss.written()
        .forEach((who, much) -> parts.add(new Figure("written_down", who, much, List.of())));
    add(rows, Quantity.CASCADE_LOSS, "", new Figure("lost", loss.total(), parts));
    double lenders =
        roles.names(Role.OUTSIDE_DEBT).stream()
            .mapToDouble(who -> loss.byHolder().getOrDefault(who, 0.0))
            .sum();
    add(
        rows,
        Quantity.CASCADE_LOSS,
        "outside_debt",
        Figure.leaf("outside_lenders", loss.total() > 0 ? lenders / loss.total() : 0));
  }

  /** In the first year. */
  private void keystone(List<Quantities.Row> rows) {
    int year = Math.min(run.periods(), book.perYear());
    for (Keystone each : Keystone.of(plan, roles, book, scenario, run, 0, year)) {
      add(
          rows,
          Quantity.KEYSTONE,
          each.funder(),
          new Figure(
              "fall_of_sales",
              each.fall(),
              List.of(
                  Figure.leaf("circle_sales", each.before()),
                  Figure.leaf("circle_sales_without", each.after()))));
    }
  }

  private void dominance(List<Quantities.Row> rows) {
    for (LoopDominance each : LoopDominance.of(plan, roles, scenario, run)) {
      add(
          rows,
          Quantity.LOOP_DOMINANCE,
          each.mechanism(),
          Figure.leaf("part_of_curvature", each.part()));
    }
  }

  private static void add(
      List<Quantities.Row> rows, Quantity quantity, String entity, Figure figure) {
    if (Double.isFinite(figure.value())) {
      rows.add(new Quantities.Row(quantity, entity, "", figure, Optional.empty()));
    }
  }
}
