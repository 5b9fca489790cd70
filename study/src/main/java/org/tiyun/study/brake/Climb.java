package org.tiyun.study.brake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tiyun.engine.Engine;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Run;
import org.tiyun.engine.RunRequest;
import org.tiyun.language.model.Scenario;
import org.tiyun.language.model.Variable;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.Roles;
import org.tiyun.study.solve.Solved;
import org.tiyun.study.solve.Threshold;

/**
 * The gain of the climb, measured by an impulse: what the firms of {@link Role#CLIMB} are worth at
 * the start is raised by a tenth, and the gain is how much of that rise, in logarithms, is still
 * there two years later. Below 1 a rise dies out; above 1 it feeds itself.
 */
public final class Climb {
  private static final double KICK = 1.1;
  private static final double LEAST_BELIEF = 0.05;
  private static final double MOST_BELIEF = 0.95;

  private final Plan plan;
  private final Roles roles;
  private final long seed;

  public Climb(Plan plan, Roles roles, long seed) {
    this.plan = plan;
    this.roles = roles;
    this.seed = seed;
  }

  /**
   * @param gain at the model's own starting belief
   * @param belief starting belief from which on the gain is 1 or more
   * @param lowest gain at the least belief tried, {@code highest} at the most
   */
  public record Gain(double gain, Solved belief, double lowest, double highest) {}

  /** Empty where the model names no climb, belief or value. */
  public Optional<Gain> of(Scenario scenario) {
    Optional<Variable> belief = roles.variable(Role.BELIEF);
    if (belief.isEmpty() || !roles.has(Role.CLIMB) || !roles.has(Role.FIRM_VALUE)) {
      return Optional.empty();
    }
    int id = belief.get().id();
    Solved solved =
        Threshold.find(
            LEAST_BELIEF,
            MOST_BELIEF,
            0.005,
            8,
            values -> {
              boolean[] passes = new boolean[values.length];
              for (int i = 0; i < values.length; i++) {
                passes[i] = gain(believing(scenario, id, values[i])) >= 1;
              }
              return passes;
            });
    return Optional.of(
        new Gain(
            gain(scenario),
            solved,
            gain(believing(scenario, id, LEAST_BELIEF)),
            gain(believing(scenario, id, MOST_BELIEF))));
  }

  /** How much of a rise in value is left after two years. */
  public double gain(Scenario scenario) {
    int perYear = plan.model().calendar().step().perYear();
    int at = Math.min(plan.model().calendar().horizon(), Math.max(2, 2 * perYear));
    double plain = value(scenario, at);
    double kicked = value(kicked(scenario), at);
    return Math.log(kicked / plain) / Math.log(KICK);
  }

  private double value(Scenario scenario, int at) {
    Run run = Engine.run(plan, RunRequest.of(scenario).seed(seed).until(at));
    return roles.variables(Role.FIRM_VALUE).stream()
        .mapToDouble(v -> run.values()[v.id()][at])
        .sum();
  }

  private Scenario kicked(Scenario scenario) {
    List<Scenario.InitialValue> initials = new ArrayList<>(scenario.initials());
    for (Variable holding : roles.variables(Role.CLIMB)) {
      if (holding.role() == Variable.Role.HOLDING && holding.initial() > 0) {
        initials.add(new Scenario.InitialValue(holding.id(), holding.initial() * KICK));
      }
    }
    return with(scenario, initials);
  }

  private static Scenario believing(Scenario scenario, int belief, double value) {
    List<Scenario.InitialValue> initials = new ArrayList<>(scenario.initials());
    initials.add(new Scenario.InitialValue(belief, value));
    return with(scenario, initials);
  }

  private static Scenario with(Scenario s, List<Scenario.InitialValue> initials) {
    return new Scenario(s.id(), s.title(), s.hash(), s.changes(), initials);
  }
}
