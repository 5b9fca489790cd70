package org.tiyun.study.brake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tiyun.engine.Plan;
import org.tiyun.language.model.Scenario;
import org.tiyun.language.model.Variable;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.Roles;
import org.tiyun.study.solve.Solved;
import org.tiyun.study.solve.Threshold;

/**
 * The gain of the climb by impulse ({@link Impulses}: what firms are worth), and from which belief
 * on it would feed itself.
 */
public final class Climb {
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

  private double gain(Scenario scenario) {
    return new Impulses(plan, roles, seed).ofValues(scenario);
  }

  private static Scenario believing(Scenario scenario, int belief, double value) {
    List<Scenario.InitialValue> initials = new ArrayList<>(scenario.initials());
    initials.add(new Scenario.InitialValue(belief, value));
    return new Scenario(
        scenario.id(), scenario.title(), scenario.hash(), scenario.changes(), initials);
  }
}
