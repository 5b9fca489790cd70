package org.tiyun.study.brake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tiyun.engine.BatchRequest;
import org.tiyun.engine.Engine;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Points;
import org.tiyun.engine.Run;
import org.tiyun.language.model.Expr;
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
   * @param start outside money in the first period, from which the limit grows
   * @param actual mean growth per period of outside money in the run without a limit
   */
  public record StallSpeed(Solved growth, double start, double actual) {}

  /**
   * Least multiple of end users' payments.
   *
   * @param neededBy label of the period in which the first firm fails a hair below the multiple;
   *     empty where no multiple is needed or none helps
   */
  public record MinimumRevenue(Solved multiple, Optional<String> neededBy) {}

  /** Least fund that keeps everybody alive, and what of it would be spent. */
  public record BackstopBill(Solved fund, double spent) {}

  public Optional<MinimumRevenue> minimumRevenue(Scenario scenario) {
    Optional<Input> handle = roles.input(Role.REVENUE_MULTIPLE);
    if (handle.isEmpty()) {
      return Optional.empty();
    }
    int id = handle.get().id();
    Solved solved = Threshold.find(0.05, 5.05, 0.001, Threshold.PARTS, v -> alive(scenario, id, v));
    if (!solved.found()) {
      return Optional.of(new MinimumRevenue(solved, Optional.empty()));
    }
    double below = solved.value() - 2 * solved.tolerance();
    int period = firstFailures(scenario, id, new double[] {below})[0];
    return Optional.of(
        new MinimumRevenue(
            solved,
            period > 0 ? Optional.of(plan.model().calendar().label(period)) : Optional.empty()));
  }

  /**
   * @param run of the scenario without a limit on outside money
   */
  public Optional<StallSpeed> stallSpeed(Scenario scenario, Run run) {
    Optional<Input> start = roles.input(Role.OUTSIDE_START);
    Optional<Input> growth = roles.input(Role.OUTSIDE_GROWTH);
    Optional<Integer> inflow = roles.variable(Role.OUTSIDE_INFLOW).map(v -> v.id());
    if (start.isEmpty() || growth.isEmpty() || inflow.isEmpty()) {
      return Optional.empty();
    }
    double[] path = run.values()[inflow.get()];
    double first = path[1];
    double last = path[run.periods()];
    double actual =
        first > 0 && last > 0 && run.periods() > 1
            ? Math.pow(last / first, 1.0 / (run.periods() - 1)) - 1
            : Double.NaN;
    Scenario limited = with(scenario, start.get().id(), first);
    int id = growth.get().id();
    Solved solved = Threshold.find(-0.5, 0.5, 0.0005, Threshold.PARTS, v -> alive(limited, id, v));
    return Optional.of(new StallSpeed(solved, first, actual));
  }

  public Optional<BackstopBill> backstopBill(Scenario scenario) {
    Optional<Input> fund = roles.input(Role.BACKSTOP_FUND);
    if (fund.isEmpty() || !roles.has(Role.BACKSTOP)) {
      return Optional.empty();
    }
    Scenario helped = scenario;
    for (Roles.Entry entry : roles.needed(Role.BACKSTOP)) {
      for (Input input : roles.inputs(entry.name())) {
        helped = with(helped, input.id(), Double.parseDouble(entry.value()));
      }
    }
    Scenario inForce = helped;
    int id = fund.get().id();
    Solved solved = Threshold.find(0, 5000, 0.5, Threshold.PARTS, v -> alive(inForce, id, v));
    return Optional.of(new BackstopBill(solved, solved.found() ? solved.value() : 0));
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

  private static Scenario with(Scenario scenario, int input, double value) {
    List<Scenario.Change> changes = new ArrayList<>(scenario.changes());
    changes.add(new Scenario.Change(input, new Expr.Const(value), 0, Integer.MAX_VALUE));
    return new Scenario(
        scenario.id(), scenario.title(), scenario.hash(), changes, scenario.initials());
  }
}
