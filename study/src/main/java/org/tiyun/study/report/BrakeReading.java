package org.tiyun.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Run;
import org.tiyun.language.model.Scenario;
import org.tiyun.language.model.Variable;
import org.tiyun.study.brake.BrakeResult;
import org.tiyun.study.loss.LossBook;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.Roles;
import org.tiyun.study.roles.RolesFile;
import org.tiyun.study.run.EventLine;
import org.tiyun.study.run.ModelRun;
import org.tiyun.study.run.ScenarioChoice;

/**
 * One of a model's scenarios, run once: what it comes to, without the limits that have to be
 * searched for ({@link org.tiyun.study.brake.BrakeTable} has those, at a multiple of the cost).
 *
 * @param failures first failure of each firm that fails, in order
 * @param loss by holder, from the top of each mark
 * @param capex in the last period, over the same without the brake; {@code hub} the hub's revenue,
 *     {@code endUsers} what end users pay. Empty where the model names no such quantity or has none
 *     of it without the brake
 */
public record BrakeReading(
    Scenario scenario,
    List<EventLine> failures,
    LossBook.Loss loss,
    Optional<Double> capex,
    Optional<Double> hub,
    Optional<Double> endUsers) {

  /**
   * The run without a brake, then every scenario of the model in its order; nothing where it has
   * none.
   *
   * @param known a brake that is worked out already, for its run without one
   * @throws org.tiyun.words.Failure as {@link ModelRun#of}; E064x for a faulty study.csv
   */
  static List<BrakeReading> all(OpenModel opened, Plan plan, BrakeResult known, long seed) {
    List<BrakeReading> readings = new ArrayList<>();
    if (opened.scenarios().isEmpty()) {
      return readings;
    }
    Roles roles = RolesFile.of(opened);
    LossBook losses = LossBook.of(plan.model());
    Run base = known.base();
    readings.add(read(base, base, known.baseEvents(), roles, losses));
    for (OpenModel.ScenarioFile scenario : opened.scenarios()) {
      ModelRun braked =
          ModelRun.of(opened, plan, ScenarioChoice.of(scenario.id()), Optional.empty(), seed);
      readings.add(read(base, braked.run(), braked.events(), roles, losses));
    }
    return List.copyOf(readings);
  }

  private static BrakeReading read(
      Run base, Run braked, List<EventLine> events, Roles roles, LossBook losses) {
    return new BrakeReading(
        braked.scenario(),
        EventLine.firstOfEach(events, roles.names(Role.FAILURE)),
        losses.losses(braked.values()),
        over(base, braked, roles.variable(Role.CAPEX)),
        over(base, braked, roles.variable(Role.HUB_REVENUE)),
        over(base, braked, roles.variable(Role.EXTERNAL_REVENUE)));
  }

  private static Optional<Double> over(Run base, Run braked, Optional<Variable> quantity) {
    return quantity
        .map(v -> braked.values()[v.id()][braked.periods()] / base.values()[v.id()][base.periods()])
        .filter(Double::isFinite);
  }
}
