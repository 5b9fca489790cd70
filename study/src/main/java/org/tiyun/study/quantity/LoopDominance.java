package org.tiyun.study.quantity;

import java.util.ArrayList;
import java.util.List;
import org.tiyun.engine.Engine;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Run;
import org.tiyun.engine.RunRequest;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Scenario;
import org.tiyun.language.model.SwitchRule;
import org.tiyun.language.model.Variable;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.Roles;

/**
 * D18: the part of a stock's curvature that goes with one mechanism: by how much its second
 * differences change when the mechanism is turned round, over the sum of that for all mechanisms.
 *
 * @param mechanism the switch, with the number of its mechanism
 */
public record LoopDominance(String mechanism, double part) {

  /** One for each switch of the model, in its order; none where nothing bends. */
  public static List<LoopDominance> of(Plan plan, Roles roles, Scenario scenario, Run run) {
    double[] plain = stock(roles, run.values());
    List<String> names = new ArrayList<>();
    List<Double> bends = new ArrayList<>();
    for (SwitchRule rule : plan.model().switches()) {
      Input input = plan.model().inputs().get(rule.input());
      RunRequest request = RunRequest.of(turned(scenario, input)).seed(run.seed());
      names.add(mechanism(plan.model(), rule));
      bends.add(bend(plain, stock(roles, Engine.run(plan, request).values())));
    }
    double total = bends.stream().mapToDouble(Double::doubleValue).sum();
    List<LoopDominance> parts = new ArrayList<>();
    for (int k = 0; total > 0 && k < names.size(); k++) {
      parts.add(new LoopDominance(names.get(k), bends.get(k) / total));
    }
    return parts;
  }

  /** A switch with the number of its mechanism. */
  static String mechanism(CheckedModel model, SwitchRule rule) {
    return rule.mechanism().map(m -> m + " ").orElse("") + model.inputs().get(rule.input()).name();
  }

  /** The stock whose curvature is asked for: contracts outstanding where the model names none. */
  public static List<Integer> stock(Roles roles) {
    Role stock = roles.has(Role.BENDING) ? Role.BENDING : Role.COMMITTED;
    return roles.variables(stock).stream().map(Variable::id).toList();
  }

  private static double[] stock(Roles roles, double[][] values) {
    return sum(stock(roles).stream().map(id -> values[id]).toArray(double[][]::new));
  }

  /** Paths added up by period. */
  public static double[] sum(double[][] paths) {
    double[] sums = new double[paths.length == 0 ? 0 : paths[0].length];
    for (double[] path : paths) {
      for (int t = 0; t < sums.length; t++) {
        sums[t] += path[t];
      }
    }
    return sums;
  }

  /** A scenario with a switch the other way round. */
  public static Scenario turned(Scenario scenario, Input input) {
    return scenario.with(input.id(), input.value() != 0 ? 0 : 1, 0);
  }

  /** By how much the second differences of two paths differ, all periods together. */
  public static double bend(double[] plain, double[] other) {
    double bend = 0;
    for (int t = 2; t < plain.length; t++) {
      bend += Math.abs(second(plain, t) - second(other, t));
    }
    return bend;
  }

  private static double second(double[] path, int t) {
    return path[t] - 2 * path[t - 1] + path[t - 2];
  }
}
