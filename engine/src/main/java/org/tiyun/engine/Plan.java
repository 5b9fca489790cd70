package org.tiyun.engine;

import org.tiyun.engine.plan.Schedule;
import org.tiyun.engine.plan.Scheduler;
import org.tiyun.engine.plan.Step;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.words.Failure;

/**
 * A model in an order in which it can be solved; immutable, thread-safe, good for any number of
 * runs.
 */
public final class Plan {
  private final Schedule schedule;

  private Plan(Schedule schedule) {
    this.schedule = schedule;
  }

  /**
   * Orders the equations of a model: acyclic parts are evaluated once, linear loops solved
   * directly, the rest by Newton's method over as few variables as a greedy search finds.
   *
   * @throws Failure with E0307 where what is due depends on what is paid in the same period
   */
  public static Plan of(CheckedModel model) {
    return new Plan(Scheduler.of(model));
  }

  public CheckedModel model() {
    return schedule.model();
  }

  /**
   * What the plan does in each period.
   *
   * @param evaluated equations evaluated once
   * @param formulas loops solved by a formula
   * @param systems linear systems solved
   * @param iterated loops iterated
   */
  public record Shape(int evaluated, int formulas, int systems, int iterated) {}

  /** Counts of the steps, for whoever wants to know what a model costs. */
  public Shape shape() {
    int evaluated = 0;
    int formulas = 0;
    int systems = 0;
    int iterated = 0;
    for (Step step : schedule.steps()) {
      switch (step) {
        case Step.Assign(int variable, int node) -> {
          boolean written = schedule.equation()[variable] == node;
          evaluated += written ? 1 : 0;
          formulas += written ? 0 : 1;
        }
        case Step.Solve _ -> systems++;
        case Step.Newton _ -> iterated++;
        case Step.Clear() -> {}
      }
    }
    return new Shape(evaluated, formulas, systems, iterated);
  }

  Schedule schedule() {
    return schedule;
  }
}
