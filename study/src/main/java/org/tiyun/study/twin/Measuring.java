package org.tiyun.study.twin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tiyun.engine.Engine;
import org.tiyun.engine.Run;
import org.tiyun.engine.RunRequest;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Scenario;
import org.tiyun.language.model.SwitchRule;
import org.tiyun.language.model.Variable;
import org.tiyun.study.brake.Limits;
import org.tiyun.study.brake.LossBook;
import org.tiyun.study.quantity.CircleBook;
import org.tiyun.study.quantity.CircleYear;
import org.tiyun.study.quantity.Quantity;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.Roles;
import org.tiyun.study.roles.RolesFile;
import org.tiyun.study.solve.Solved;

/** One machine's eighteen quantities on the common clock, along the run without news. */
final class Measuring {
  private final Machine machine;
  private final Roles roles;
  private final CircleBook book;
  private final Limits limits;

  /** A value that belongs to a whole run, and whose it is. */
  record Whole(double value, String sign, String who) {
    static final Whole NONE = new Whole(Double.NaN, "", "");
  }

  Measuring(Machine machine) {
    this.machine = machine;
    this.roles = RolesFile.of(machine.opened());
    this.book = CircleBook.of(roles);
    this.limits = new Limits(machine.plan(), roles, machine.seed());
  }

  Machine machine() {
    return machine;
  }

  Roles roles() {
    return roles;
  }

  CircleBook book() {
    return book;
  }

  Limits limits() {
    return limits;
  }

  /** The period of a year of the clock; -1 where no year of payments ends with it. */
  int period(int year) {
    int period = machine.zero() + year * machine.perYear();
    return period >= 1 && period <= machine.base().run().periods() ? period : -1;
  }

  double[] path(Quantity quantity, int[] firms, List<Integer> years) {
    Run run = machine.base().run();
    double[] values = new double[years.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = at(run, quantity, firms, period(years.get(i)));
    }
    return values;
  }

  double at(Run run, Quantity quantity, int[] firms, int period) {
    return period < 1
        ? Double.NaN
        : new CircleYear(
                book, run.values(), input -> run.inputs()[input][period], period, run.periods())
            .of(quantity, firms);
  }

  /** In the last year of a run in which it can be told. */
  double atEnd(Run run, Quantity quantity, int[] firms) {
    // Lock-in looks a year ahead.
    int back = quantity == Quantity.LOCK_IN ? machine.perYear() : 0;
    return at(run, quantity, firms, run.periods() - back);
  }

  Whole whole(Quantity quantity) {
    Run run = machine.base().run();
    return switch (quantity) {
      case MINIMUM_EXTERNAL_REVENUE ->
          limits
              .minimumRevenue(Scenario.base())
              .map(
                  m -> new Whole(m.multiple().value(), sign(m.multiple()), m.neededBy().orElse("")))
              .orElse(Whole.NONE);
      case STALL_SPEED ->
          limits
              .stallSpeed(Scenario.base(), run)
              .map(s -> new Whole(yearly(s.growth().value()), sign(s.growth()), ""))
              .orElse(Whole.NONE);
      case TIME_TO_FIRST_FAILURE -> firstFailure(run.events());
      case CASCADE_LOSS ->
          new Whole(
              LossBook.of(run.model()).losses(run.values()).total() / built(run.values()), "", "");
      case KEYSTONE -> keystone(run);
      case BACKSTOP_BILL ->
          limits
              .backstopBill(Scenario.base())
              .map(b -> new Whole(bill(b.fund().value(), run.values()), bill(b.fund()), ""))
              .orElse(Whole.NONE);
      case LOOP_DOMINANCE -> dominance(run);
      case END_USER_SHARE,
          CIRCULAR_SHARE,
          MINSKY_CLASS,
          RUNWAY,
          REFINANCING_DEPENDENCE,
          EXTERNAL_DRIVE,
          LOCK_IN,
          LOOP_GAIN,
          BACKLOG_QUALITY,
          COLLATERAL_HALF_LIFE,
          BELIEF_SHARE ->
          Whole.NONE;
    };
  }

  private static String sign(Solved solved) {
    return switch (solved.status()) {
      case FOUND -> "";
      case HOLDS_EVERYWHERE -> "<=";
      case HOLDS_NOWHERE -> ">";
    };
  }

  /** A bill of nothing is nothing, and not at most nothing. */
  private static String bill(Solved solved) {
    return solved.status() == Solved.Status.HOLDS_NOWHERE ? ">" : "";
  }

  double yearly(double perPeriod) {
    return Math.pow(1 + perPeriod, machine.perYear()) - 1;
  }

  Whole firstFailure(List<Run.Happening> events) {
    return events.stream()
        .filter(e -> roles.decidingFailures().contains(e.event()))
        .findFirst()
        .map(e ->
            new Whole(
                (double) (e.period() - machine.zero()) / machine.perYear(),
                "",
                machine.opened().model().events().get(e.event()).name().entity()))
        .orElse(Whole.NONE);
  }

  /** What was built in the year that ends with year 0: the unit of sums of money. */
  double built(double[][] values) {
    return roles.variable(Role.CAPEX).map(v -> yearOfZero(values[v.id()])).orElse(Double.NaN);
  }

  private double yearOfZero(double[] path) {
    int zero = machine.zero();
    if (zero < machine.perYear()) {
      return Double.NaN;
    }
    double sum = 0;
    for (int t = zero - machine.perYear() + 1; t <= zero; t++) {
      sum += path[t];
    }
    return sum;
  }

  /** A fund over a year of building; where it is per unit of a variable, over a year of that. */
  double bill(double fund, double[][] values) {
    String per = roles.needed(Role.BACKSTOP_FUND).get(0).value();
    double unit =
        per.isEmpty()
            ? 1
            : machine.variable(per).stream()
                .mapToDouble(v -> yearOfZero(values[v]))
                .findFirst()
                .orElse(Double.NaN);
    return fund * unit / built(values);
  }

  /** Variables that the whole-run values read, beside those of the book. */
  List<Integer> alsoNeeded() {
    List<Integer> ids = new ArrayList<>(LossBook.of(machine.opened().model()).needed());
    roles.variable(Role.CAPEX).map(Variable::id).ifPresent(ids::add);
    for (String per : List.of(fundUnit())) {
      machine.variable(per).ifPresent(ids::add);
    }
    return ids;
  }

  private String fundUnit() {
    return roles.has(Role.BACKSTOP_FUND) ? roles.needed(Role.BACKSTOP_FUND).get(0).value() : "";
  }

  /** The base case with an input at another value from a period on. */
  static Scenario with(int input, double value, int from) {
    return new Scenario(
        "",
        "",
        "",
        List.of(new Scenario.Change(input, new Expr.Const(value), from, Integer.MAX_VALUE)),
        List.of());
  }

  /** Period that ends the year after year 0. */
  int yearAfterZero() {
    return Math.min(machine.zero() + machine.perYear(), machine.base().run().periods());
  }

  /** Who fund others, by the model's own handles. */
  List<Input> funders() {
    return roles.inputs(Role.FUNDS_OTHERS);
  }

  private Whole keystone(Run run) {
    int until = yearAfterZero();
    double before = sales(run, until);
    Whole most = Whole.NONE;
    for (Input funder : funders()) {
      Run without =
          Engine.run(
              machine.plan(),
              RunRequest.of(with(funder.id(), 0, machine.zero() + 1))
                  .seed(machine.seed())
                  .until(until));
      double fall = 1 - sales(without, until) / before;
      if (!(fall <= most.value())) {
        most = new Whole(fall, "", funder.name().entity());
      }
    }
    return most;
  }

  private double sales(Run run, int until) {
    return new CircleYear(book, run.values(), input -> 0, until, until).sales();
  }

  private Whole dominance(Run run) {
    double[] plain = stock(run.values());
    double total = 0;
    double most = 0;
    String who = "";
    for (SwitchRule rule : machine.opened().model().switches()) {
      Input input = machine.opened().model().inputs().get(rule.input());
      Run turned =
          Engine.run(
              machine.plan(),
              RunRequest.of(with(input.id(), turned(input), 0)).seed(machine.seed()));
      double bend = bend(plain, stock(turned.values()));
      total += bend;
      if (bend > most) {
        most = bend;
        who = rule.mechanism().map(m -> m + " ").orElse("") + input.name();
      }
    }
    return total > 0 ? new Whole(most / total, "", who) : Whole.NONE;
  }

  static double turned(Input input) {
    return input.value() != 0 ? 0 : 1;
  }

  /** The stock whose curvature is asked for, by period. */
  double[] stock(double[][] values) {
    double[] sums = new double[0];
    for (Variable variable : roles.variables(Role.BENDING)) {
      double[] path = values[variable.id()];
      sums = sums.length == 0 ? new double[path.length] : sums;
      for (int t = 0; t < path.length; t++) {
        sums[t] += path[t];
      }
    }
    return sums;
  }

  static double bend(double[] plain, double[] other) {
    double bend = 0;
    for (int t = 2; t < plain.length; t++) {
      bend +=
          Math.abs(
              plain[t]
                  - 2 * plain[t - 1]
                  + plain[t - 2]
                  - (other[t] - 2 * other[t - 1] + other[t - 2]));
    }
    return bend;
  }

  Optional<int[]> members(String set) {
    String asked = set.equals("circle") ? "" : set;
    int[] members = book.members(asked);
    return members.length == 0
        ? Optional.empty()
        : Optional.of(Arrays.copyOf(members, members.length));
  }
}
