package org.tiyun.study.brake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tiyun.engine.Engine;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Run;
import org.tiyun.engine.RunRequest;
import org.tiyun.language.model.Scenario;
import org.tiyun.language.model.Variable;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.Roles;

/**
 * Gains of a model's loops, measured by impulse and not by what is passed on: a state is raised by
 * a tenth at the start, and its gain is how much of that rise, in logarithms, is still there two
 * years later. Below 1 a rise dies out; above 1 it feeds itself. A loop that works through belief
 * or expectations has a gain here and none in the payments (D12).
 */
public final class Impulses {
  private static final double KICK = 1.1;

  private final Plan plan;
  private final Roles roles;
  private final long seed;

  public Impulses(Plan plan, Roles roles, long seed) {
    this.plan = plan;
    this.roles = roles;
    this.seed = seed;
  }

  /**
   * Gains by state: what firms are worth, where the model says whose shares are marked ({@link
   * Role#CLIMB}), and each variable of {@link Role#IMPULSE}; of a variable with indices all its
   * elements together.
   */
  public Map<String, Double> of(Scenario scenario) {
    Map<String, Double> gains = new LinkedHashMap<>();
    if (roles.has(Role.CLIMB) && roles.has(Role.FIRM_VALUE)) {
      gains.put(roles.names(Role.FIRM_VALUE).get(0), ofValues(scenario));
    }
    for (String name : roles.names(Role.IMPULSE)) {
      List<Variable> raised = roles.variables(name);
      gains.put(name, gain(scenario, raised, raised));
    }
    return gains;
  }

  /** The gain of the climb: shares are marked up at the start, and firms are worth so much more. */
  double ofValues(Scenario scenario) {
    List<Variable> shares =
        roles.variables(Role.CLIMB).stream()
            .filter(v -> v.role() == Variable.Role.HOLDING)
            .toList();
    return gain(scenario, shares, roles.variables(Role.FIRM_VALUE));
  }

  /** How much of a rise of some variables at the start is left in the sum of others. */
  private double gain(Scenario scenario, List<Variable> raised, List<Variable> measured) {
    int perYear = plan.model().calendar().step().perYear();
    int at = Math.min(plan.model().calendar().horizon(), Math.max(2, 2 * perYear));
    List<Scenario.InitialValue> initials = new ArrayList<>(scenario.initials());
    for (Variable each : raised) {
      if (each.initial() > 0) {
        initials.add(new Scenario.InitialValue(each.id(), each.initial() * KICK));
      }
    }
    Scenario kicked =
        new Scenario(
            scenario.id(), scenario.title(), scenario.hash(), scenario.changes(), initials);
    double plain = sum(scenario, measured, at);
    return Math.log(sum(kicked, measured, at) / plain) / Math.log(KICK);
  }

  private double sum(Scenario scenario, List<Variable> measured, int at) {
    Run run = Engine.run(plan, RunRequest.of(scenario).seed(seed).until(at));
    return measured.stream().mapToDouble(v -> run.values()[v.id()][at]).sum();
  }
}
