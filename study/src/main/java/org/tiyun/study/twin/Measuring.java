package org.tiyun.study.twin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tiyun.engine.Run;
import org.tiyun.language.model.Scenario;
import org.tiyun.language.model.Variable;
import org.tiyun.study.brake.Limits;
import org.tiyun.study.circle.CircleBook;
import org.tiyun.study.circle.Year;
import org.tiyun.study.loss.Losses;
import org.tiyun.study.quantity.Keystone;
import org.tiyun.study.quantity.LoopDominance;
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
  private final Losses losses;
  private final Set<Integer> failures;
  private final OptionalInt built;
  private final OptionalInt fundUnit;

  /** A value that belongs to a whole run, and whose it is. */
  record Whole(double value, String sign, String who) {
    static final Whole NONE = new Whole(Double.NaN, "", "");
  }

  Measuring(Machine machine) {
    this.machine = machine;
    this.roles = RolesFile.of(machine.opened());
    this.book = CircleBook.of(roles);
    this.limits = new Limits(machine.plan(), roles, machine.seed());
    this.losses = Losses.of(roles);
    this.failures = roles.decidingFailures();
    this.built = id(roles.variable(Role.CAPEX));
    this.fundUnit =
        roles.has(Role.BACKSTOP_FUND)
            ? machine.variable(roles.needed(Role.BACKSTOP_FUND).get(0).value())
            : OptionalInt.empty();
  }

  private static OptionalInt id(Optional<Variable> variable) {
    return variable.stream().mapToInt(Variable::id).findFirst();
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

  double[] path(Quantity quantity, int[] firms, List<Integer> years) {
    Run run = machine.base().run();
    double[] values = new double[years.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = at(run, quantity, firms, machine.period(years.get(i)));
    }
    return values;
  }

  private double at(Run run, Quantity quantity, int[] firms, int period) {
    return period < 1 ? Double.NaN : quantity.of(Year.of(book, run, period), firms);
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
      case CASCADE_LOSS -> new Whole(cascade(run.values()), "", "");
      case KEYSTONE -> keystone(run);
      case BACKSTOP_BILL ->
          limits
              .backstopBill(Scenario.base())
              .map(b -> new Whole(bill(b.fund().value(), run.values()), bill(b.fund()), ""))
              .orElse(Whole.NONE);
      case LOOP_DOMINANCE -> dominance(run);
      // What is told year by year belongs to no whole run.
      default -> Whole.NONE;
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
        .filter(e -> failures.contains(e.event()))
        .findFirst()
        .map(e ->
            new Whole(
                (double) (e.period() - machine.zero()) / machine.perYear(),
                "",
                machine.opened().model().events().get(e.event()).name().entity()))
        .orElse(Whole.NONE);
  }

  /** Losses of a run in years of building. */
  double cascade(double[][] values) {
    return losses.total(values) / built(values);
  }

  /** What was built in the year that ends with year 0: the unit of sums of money. */
  private double built(double[][] values) {
    return built.isPresent() ? yearOfZero(values[built.getAsInt()]) : Double.NaN;
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
    double unit = fundUnit.isPresent() ? yearOfZero(values[fundUnit.getAsInt()]) : 1;
    return fund * unit / built(values);
  }

  /** Variables that the whole-run values read, beside those of the book. */
  List<Integer> alsoNeeded() {
    List<Integer> ids = new ArrayList<>(losses.needed());
    built.ifPresent(ids::add);
    fundUnit.ifPresent(ids::add);
    return ids;
  }

  /** Period that ends the year after year 0. */
  int yearAfterZero() {
    return Math.min(machine.zero() + machine.perYear(), machine.base().run().periods());
  }

  private Whole keystone(Run run) {
    Whole most = Whole.NONE;
    for (Keystone each :
        Keystone.of(
            machine.plan(),
            roles,
            book,
            Scenario.base(),
            run,
            machine.zero() + 1,
            yearAfterZero())) {
      if (!(each.fall() <= most.value())) {
        most = new Whole(each.fall(), "", each.funder());
      }
    }
    return most;
  }

  private Whole dominance(Run run) {
    Whole most = Whole.NONE;
    for (LoopDominance each : LoopDominance.of(machine.plan(), roles, Scenario.base(), run)) {
      if (!(each.part() <= most.value())) {
        most = new Whole(each.part(), "", each.mechanism());
      }
    }
    return most;
  }

  Optional<int[]> members(String set) {
    int[] members = book.members(set.equals("circle") ? "" : set);
    return members.length == 0
        ? Optional.empty()
        : Optional.of(Arrays.copyOf(members, members.length));
  }
}
