package org.tiyun.study.quantity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tiyun.engine.Engine;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Run;
import org.tiyun.engine.RunRequest;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Scenario;
import org.tiyun.study.loss.Losses;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.Roles;

/**
 * What is lost when outside money stops for good in a period: the shock of known size behind the
 * amplification of a cascade (D8), and what is compared when somebody asks whether to stop now or a
 * year later (D11).
 */
final class OutsideStop {
  private final Plan plan;
  private final Scenario scenario;
  private final Run run;
  private final Input most;
  private final int inflow;
  private final Losses losses;
  private final Map<Integer, Double> lost = new HashMap<>();

  private OutsideStop(Plan plan, Roles roles, Scenario scenario, Run run, Input most, int inflow) {
    this.plan = plan;
    this.scenario = scenario;
    this.run = run;
    this.most = most;
    this.inflow = inflow;
    this.losses = Losses.of(roles);
  }

  /**
   * Empty where a model does not say what outside money is, or has no limit on it that can be set.
   *
   * @param run under the scenario, without a stop
   */
  static Optional<OutsideStop> of(Plan plan, Roles roles, Scenario scenario, Run run) {
    return roles
        .input(Role.OUTSIDE_START)
        .flatMap(most ->
            roles
                .variable(Role.OUTSIDE_INFLOW)
                .map(v -> new OutsideStop(plan, roles, scenario, run, most, v.id())));
  }

  /** Lost to the end of the run if outside money stops from a period on. */
  double lost(int from) {
    return lost.computeIfAbsent(
        from,
        period -> {
          RunRequest request = RunRequest.of(stopped(period)).seed(run.seed());
          return losses.total(Engine.run(plan, request).values());
        });
  }

  /** The scenario in which it stops from a period on. */
  Scenario stopped(int from) {
    return scenario.with(most.id(), 0, from);
  }

  /** The variable that says how much outside money comes in. */
  int inflow() {
    return inflow;
  }

  /** Outside money that came in the first periods of the run without a stop. */
  double withheld(int periods) {
    return withheld(run.values()[inflow], periods);
  }

  static double withheld(double[] path, int periods) {
    return Arrays.stream(path, 1, Math.min(path.length, periods + 1)).sum();
  }
}
