package org.tiyun.study.brake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tiyun.engine.BatchRequest;
import org.tiyun.engine.Engine;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Points;
import org.tiyun.engine.Run;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Scenario;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.Roles;
import org.tiyun.study.solve.Solved;
import org.tiyun.study.solve.Threshold;

/**
 * The limits of a model under a scenario, each the smallest value at which no key firm fails over
 * the whole run: of the growth of outside money (stall speed, D6), of end users' payments (D3), of
 * a backstop's fund (D16). A limit whose input the model does not have is empty.
 */
public final class Limits {
  /** Between these multiples of end users' payments, a twentieth and five times, one is sought. */
  private static final double[] MULTIPLES = {0.05, 5.05};

  /** Growth per period of outside money: halved or half as much again each period. */
  private static final double[] GROWTHS = {-0.5, 0.5};

  /** A fund in the money of a model: up to thirteen times the AI loop's debt of the end of 2025. */
  private static final double[] FUNDS = {0, 5000};

  /** A fund per unit of a variable, such as a year's income: a quarter of it at the most. */
  private static final double[] FUNDS_PER_UNIT = {0, 0.25};

  private final Plan plan;
  private final Roles roles;
  private final Set<Integer> failures;
  private final long seed;

  public Limits(Plan plan, Roles roles, long seed) {
    this.plan = plan;
    this.roles = roles;
    this.failures = roles.decidingFailures();
    this.seed = seed;
  }

  /**
   * Least growth of the limit on outside money, per period.
   *
   * @param start outside money of a period in the first year, on average, from which the limit
   *     grows: money comes in lumps, and one period says little
   * @param actual growth per period of outside money in the run without a limit, from the mean of
   *     the first year to that of the last
   */
  public record StallSpeed(Solved growth, double start, double actual) {}

  /**
   * Least multiple of end users' payments.
   *
   * @param neededBy label of the period in which the first firm fails a hair below the multiple;
   *     empty where no multiple is needed or none helps
   */
  public record MinimumRevenue(Solved multiple, Optional<String> neededBy) {}

  /**
   * Least fund that keeps everybody alive, and what of it would be spent.
   *
   * @param per the variable of whose size both are shares; empty where they are money
   */
  public record BackstopBill(Solved fund, double spent, String per) {}

  /**
   * A limit as a question: from which value of an input on does nobody fail?
   *
   * @param scenario in which it is asked
   * @param start input that takes the outside money of a period in the first year, where the
   *     question limits that; empty otherwise
   * @param scale what a value is multiplied by to become the input's
   * @param low the search begins here; {@code high} it ends
   */
  public record Question(
      Scenario scenario,
      Input input,
      Optional<Input> start,
      double scale,
      double low,
      double high,
      double tolerance) {

    private Question startingFrom(Optional<Input> other) {
      return new Question(scenario, input, other, scale, low, high, tolerance);
    }

    private Question under(Scenario other) {
      return new Question(other, input, start, scale, low, high, tolerance);
    }
  }

  /** How the least multiple of end users' payments is asked for. */
  public Optional<Question> revenueQuestion(Scenario scenario) {
    return roles.input(Role.REVENUE_MULTIPLE).map(i -> question(scenario, i, 1, MULTIPLES, 0.001));
  }

  /** How the stall speed is asked for: growth per period of outside money. */
  public Optional<Question> stallQuestion(Scenario scenario) {
    if (!roles.has(Role.OUTSIDE_INFLOW)
        || !(roles.has(Role.OUTSIDE_START) || roles.has(Role.OUTSIDE_LIMIT))) {
      return Optional.empty();
    }
    Scenario limited = scenario;
    for (Roles.Entry entry : roles.rows(Role.OUTSIDE_LIMIT)) {
      for (Input input : roles.inputs(entry.name())) {
        limited = limited.with(input.id(), number(Since.of(entry).value()), 0);
      }
    }
    Scenario inForce = limited;
    double scale =
        roles.has(Role.OUTSIDE_GROWTH)
                && roles.needed(Role.OUTSIDE_GROWTH).get(0).value().equals("year")
            ? plan.model().calendar().step().perYear()
            : 1;
    return roles
        .input(Role.OUTSIDE_GROWTH)
        .map(i ->
            question(inForce, i, scale, GROWTHS, 0.0005)
                .startingFrom(roles.input(Role.OUTSIDE_START)));
  }

  /** First period in which outside money is limited: 1 unless the role says another. */
  public int limitedFrom() {
    return roles.rows(Role.OUTSIDE_LIMIT).stream()
        .flatMap(entry -> Since.of(entry).period().stream())
        .mapToInt(label -> plan.model().calendar().period(label).orElse(1))
        .max()
        .orElse(1);
  }

  /** The value of a role that says how and from when: {@code 1 from 2021Q1}. */
  private record Since(String value, Optional<String> period) {
    static Since of(Roles.Entry entry) {
      int from = entry.value().indexOf(" from ");
      return from < 0
          ? new Since(entry.value(), Optional.empty())
          : new Since(
              entry.value().substring(0, from),
              Optional.of(entry.value().substring(from + " from ".length()).trim()));
    }
  }

  /** How the backstop's bill is asked for. */
  public Optional<Question> backstopQuestion(Scenario scenario) {
    Optional<Input> fund = roles.input(Role.BACKSTOP_FUND);
    if (fund.isEmpty() || !roles.has(Role.BACKSTOP)) {
      return Optional.empty();
    }
    Scenario helped = scenario;
    for (Roles.Entry entry : roles.needed(Role.BACKSTOP)) {
      for (Input input : roles.inputs(entry.name())) {
        helped = helped.with(input.id(), number(entry.value()), 0);
      }
    }
    boolean money = roles.needed(Role.BACKSTOP_FUND).get(0).value().isEmpty();
    return Optional.of(
        money
            ? question(helped, fund.get(), 1, FUNDS, 0.5)
            : question(helped, fund.get(), 1, FUNDS_PER_UNIT, 0.000_05));
  }

  private static Question question(
      Scenario scenario, Input input, double scale, double[] between, double tolerance) {
    return new Question(
        scenario, input, Optional.empty(), scale, between[0], between[1], tolerance);
  }

  private static double number(String text) {
    return Double.parseDouble(text.trim());
  }

  public Optional<MinimumRevenue> minimumRevenue(Scenario scenario) {
    return revenueQuestion(scenario)
        .map(question -> {
          Solved solved = solved(question);
          if (!solved.found()) {
            return new MinimumRevenue(solved, Optional.empty());
          }
          double below = solved.value() - 2 * solved.tolerance();
          int period = firstFailures(scenario, question.input().id(), new double[] {below})[0];
          return new MinimumRevenue(
              solved,
              period > 0 ? Optional.of(plan.model().calendar().label(period)) : Optional.empty());
        });
  }

  /**
   * Outside money held to a path: what the first year has on average, and from there on a growth.
   *
   * @param start of the path, money of a period
   * @param actual growth per period of outside money in the run without a limit
   */
  public record OutsidePath(Question question, double start, double actual) {
    /** The scenario in which outside money grows by no more than that, per period. */
    public Scenario at(double growth) {
      return question.scenario().with(question.input().id(), growth * question.scale(), 0);
    }
  }

  /**
   * @param run of the scenario without a limit on outside money
   * @return empty where the model has no such limit
   */
  public Optional<OutsidePath> outsidePath(Scenario scenario, Run run) {
    return stallQuestion(scenario)
        .map(question -> {
          double[] path = run.values()[roles.variable(Role.OUTSIDE_INFLOW).orElseThrow().id()];
          int from = Math.min(limitedFrom(), run.periods());
          int year = Math.min(perYear(), run.periods() - from + 1);
          double first = mean(path, from, year);
          double last = mean(path, run.periods() - year + 1, year);
          int between = run.periods() - year + 1 - from;
          double actual =
              first > 0 && last > 0 && between > 0
                  ? Math.pow(last / first, 1.0 / between) - 1
                  : Double.NaN;
          Question asked =
              question
                  .start()
                  .map(start -> question.under(question.scenario().with(start.id(), first, 0)))
                  .orElse(question);
          return new OutsidePath(asked, first, actual);
        });
  }

  /**
   * @param run of the scenario without a limit on outside money
   */
  public Optional<StallSpeed> stallSpeed(Scenario scenario, Run run) {
    return outsidePath(scenario, run)
        .map(path -> new StallSpeed(solved(path.question()), path.start(), path.actual()));
  }

  private int perYear() {
    return plan.model().calendar().step().perYear();
  }

  private static double mean(double[] path, int from, int count) {
    return Arrays.stream(path, from, from + count).average().orElse(Double.NaN);
  }

  public Optional<BackstopBill> backstopBill(Scenario scenario) {
    return backstopQuestion(scenario)
        .map(question -> {
          Solved solved = solved(question);
          return new BackstopBill(
              solved,
              solved.found() ? solved.value() : 0,
              roles.needed(Role.BACKSTOP_FUND).get(0).value());
        });
  }

  private Solved solved(Question question) {
    return Threshold.find(
        question.low(),
        question.high(),
        question.tolerance(),
        Threshold.PARTS,
        values ->
            alive(
                question.scenario(),
                question.input().id(),
                Arrays.stream(values).map(v -> v * question.scale()).toArray()));
  }

  /** Whether nobody fails, for each value of an input. */
  private boolean[] alive(Scenario scenario, int input, double[] values) {
    int[] first = firstFailures(scenario, input, values);
    boolean[] alive = new boolean[first.length];
    for (int i = 0; i < first.length; i++) {
      alive[i] = first[i] == 0;
    }
    return alive;
  }

  /**
   * Period of the first failure for each value; 0 where there is none, 1 where a run breaks off.
   */
  private int[] firstFailures(Scenario scenario, int input, double[] values) {
    double[][] rows = new double[values.length][1];
    for (int i = 0; i < values.length; i++) {
      rows[i][0] = values[i];
    }
    int[] first = new int[values.length];
    Engine.batch(
        plan,
        BatchRequest.of(values.length, seed, List.of())
            .scenario(scenario)
            .points(Points.of(List.of(input), rows))
            .lanes(Math.max(1, values.length))
            .threads(1),
        path ->
            first[(int) path.number()] =
                path.failure().isPresent()
                    ? 1
                    : path.events().stream()
                        .filter(e -> failures.contains(e.event()))
                        .mapToInt(Run.Happening::period)
                        .min()
                        .orElse(0));
    return first;
  }
}
