package org.tiyun.study.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Run;
import org.tiyun.language.model.Scenario;
import org.tiyun.study.brake.Impulses;
import org.tiyun.study.brake.Limits;
import org.tiyun.study.circle.CircleBook;
import org.tiyun.study.circle.Firm;
import org.tiyun.study.circle.Year;
import org.tiyun.study.loss.LossBook;
import org.tiyun.study.loss.Losses;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.Roles;
import org.tiyun.study.solve.Solved;

/**
 * The quantities that are about a whole run or need further runs.
 *
 * @param only the only period wanted of what further runs show by year; 0: the end of each year
 */
record WholeRun(
    OpenModel opened,
    Plan plan,
    Roles roles,
    CircleBook book,
    Scenario scenario,
    Run run,
    int only,
    long seed) {
  static final String AMPLIFICATION = "amplification";
  static final String REGRET = "regret";
  static final String CANCELLED = "cancelled";
  static final String OUTSIDE_LENDERS = "outside_debt";

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
      limits.backstopBill(scenario).ifPresent(b -> bill(rows, b));
      firstFailure(rows);
      loss(rows);
    }
    new Impulses(plan, roles, seed)
        .of(scenario)
        .forEach((state, gain) ->
            add(
                rows,
                Quantity.LOOP_GAIN,
                Quantities.IMPULSE + state,
                Figure.leaf("left_of_rise", gain)));
    keystone(rows);
    dominance(rows);
    WaterLine.of(roles, run.model().calendar(), run.values())
        .forEach(
            (debtor, figure) -> rows.add(row(Quantity.COLLATERAL_HALF_LIFE, debtor, "", figure)));
    return rows;
  }

  private static void solved(List<Quantities.Row> rows, Quantity quantity, Solved solved) {
    solved(rows, quantity, solved, List.of());
  }

  private static void solved(
      List<Quantities.Row> rows, Quantity quantity, Solved solved, List<Figure> more) {
    Figure searched = Figure.leaf("searched_to", solved.value());
    switch (solved.status()) {
      case FOUND -> {
        List<Figure> of = new ArrayList<>();
        of.add(Figure.leaf("tolerance", solved.tolerance()));
        of.add(Figure.leaf("values_tried", solved.tried()));
        of.addAll(more);
        add(rows, quantity, "", new Figure("solved_for", solved.value(), List.copyOf(of)));
      }
      case HOLDS_EVERYWHERE ->
          rows.add(
              row(
                  quantity,
                  "",
                  "",
                  new Figure("holds_everywhere", Double.NEGATIVE_INFINITY, List.of(searched))));
      case HOLDS_NOWHERE ->
          rows.add(
              row(
                  quantity,
                  "",
                  "",
                  new Figure("holds_nowhere", Double.POSITIVE_INFINITY, List.of(searched))));
    }
  }

  private void bill(List<Quantities.Row> rows, Limits.BackstopBill bill) {
    // Where everybody lives without a fund the bill is nil.
    if (bill.fund().status() == Solved.Status.HOLDS_EVERYWHERE) {
      add(rows, Quantity.BACKSTOP_BILL, "", Figure.leaf("nobody_fails", 0));
    } else {
      solved(rows, Quantity.BACKSTOP_BILL, bill.fund(), couldPay(bill));
    }
  }

  /** Who of the circle had the money of the bill in cash when the first firm failed. */
  private List<Figure> couldPay(Limits.BackstopBill bill) {
    List<Figure> able = new ArrayList<>();
    if (bill.per().isEmpty()) {
      int when = failure().map(Run.Happening::period).orElse(run.periods());
      Year year = Year.of(book, run, when);
      for (Firm firm : book.firms()) {
        double cash = year.at(firm.cash());
        if (cash >= bill.fund().value()) {
          able.add(new Figure("could_pay", firm.name(), cash, List.of()));
        }
      }
    }
    return able;
  }

  private Optional<Run.Happening> failure() {
    return run.events().stream()
        .filter(e -> roles.decidingFailures().contains(e.event()))
        .findFirst();
  }

  private void firstFailure(List<Quantities.Row> rows) {
    failure()
        .ifPresentOrElse(
            e -> {
              String firm = opened.model().events().get(e.event()).name().entity();
              String when = opened.model().calendar().label(e.period());
              add(
                  rows,
                  Quantity.TIME_TO_FIRST_FAILURE,
                  firm,
                  new Figure("periods_until", when, e.period(), List.of()));
            },
            () ->
                rows.add(
                    row(
                        Quantity.TIME_TO_FIRST_FAILURE,
                        "",
                        "",
                        Figure.leaf("nobody_failed", Double.POSITIVE_INFINITY))));
    // A lab cancels and does not go under, so contracts cancelled are told beside failures.
    if (roles.has(Role.CANCELLATION)) {
      List<Figure> by = new ArrayList<>();
      double sum = 0;
      for (Run.Happening each : run.events()) {
        if (roles.events(Role.CANCELLATION).contains(each.event())) {
          String firm = opened.model().events().get(each.event()).name().entity();
          by.add(new Figure("cancelled_by", firm, each.amount(), List.of()));
          sum += each.amount();
        }
      }
      add(
          rows,
          Quantity.TIME_TO_FIRST_FAILURE,
          CANCELLED,
          new Figure("cancelled", sum, List.copyOf(by)));
    }
  }

  private void loss(List<Quantities.Row> rows) {
    Losses losses = Losses.of(roles);
    LossBook.Loss claims = losses.claims(run.values());
    List<Figure> parts = new ArrayList<>();
    claims
        .unpaid()
        .forEach((who, much) -> parts.add(new Figure("never_paid", who, much, List.of())));
    claims
        .written()
        .forEach((who, much) -> parts.add(new Figure("written_down", who, much, List.of())));
    losses
        .idle(run.values())
        .forEach((who, much) -> parts.add(new Figure("stranded", who, much, List.of())));
    double total = losses.total(run.values());
    add(rows, Quantity.CASCADE_LOSS, "", new Figure("lost", total, parts));
    add(
        rows,
        Quantity.CASCADE_LOSS,
        OUTSIDE_LENDERS,
        Figure.leaf("outside_lenders", losses.ofOutsideLenders(run.values())));
    stop().ifPresent(stop -> stopped(rows, stop));
  }

  /** Empty too where a model says nothing of failures. */
  Optional<OutsideStop> stop() {
    return roles.has(Role.FAILURE) ? OutsideStop.of(plan, roles, scenario, run) : Optional.empty();
  }

  /** What follows when outside money stops: per unit withheld, and now against a year later. */
  private void stopped(List<Quantities.Row> rows, OutsideStop stop) {
    int year = book.perYear();
    double lost = stop.lost(1);
    double withheld = stop.withheld(year);
    add(
        rows,
        Quantity.CASCADE_LOSS,
        AMPLIFICATION,
        new Figure(
            "lost_per_withheld",
            lost / withheld,
            List.of(
                Figure.leaf("lost_if_stopped", lost), Figure.leaf("withheld_in_year", withheld))));
    for (int end : yearEnds()) {
      double now = stop.lost(end + 1);
      double later = stop.lost(end + year + 1);
      Figure regret =
          new Figure(
              "lost_now_over_later",
              now / later,
              List.of(
                  Figure.leaf("lost_if_stopped", now), Figure.leaf("lost_if_a_year_later", later)));
      if (later > 0) {
        rows.add(row(Quantity.LOCK_IN, REGRET, opened.model().calendar().label(end), regret));
      }
    }
  }

  /** Periods that end a year after which there is another one to stop in. */
  List<Integer> yearEnds() {
    int year = book.perYear();
    return IntStream.iterate(
            only > 0 ? only : year, end -> end + year < run.periods(), end -> end + year)
        .limit(only > 0 ? 1 : run.periods())
        .boxed()
        .toList();
  }

  /** Last period of the first year. */
  int firstYear() {
    return Math.min(run.periods(), book.perYear());
  }

  private void keystone(List<Quantities.Row> rows) {
    for (Keystone each : Keystone.of(plan, roles, book, scenario, run, 0, firstYear())) {
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
      rows.add(row(quantity, entity, "", figure));
    }
  }

  private static Quantities.Row row(
      Quantity quantity, String entity, String period, Figure figure) {
    return new Quantities.Row(quantity, entity, period, figure, Optional.empty());
  }
}
