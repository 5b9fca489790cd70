package org.tiyun.engine;

import java.util.Optional;
import java.util.stream.IntStream;
import org.tiyun.engine.lanes.Worker;
import org.tiyun.engine.plan.Drawing;
import org.tiyun.engine.plan.Schedule;
import org.tiyun.engine.plan.Scheduler;
import org.tiyun.engine.plan.Setting;
import org.tiyun.engine.plan.Step;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Scenario;
import org.tiyun.words.Failure;

/**
 * A model in an order in which it can be solved; thread-safe, unchanging but for what it remembers
 * of its last run, good for any number of runs.
 */
public final class Plan {
  private final Schedule schedule;

  /** What the last single run was prepared for: runs of one scenario often follow one another. */
  private volatile Optional<Prepared> last = Optional.empty();

  private record Prepared(Scenario scenario, int periods, long seed, Worker worker) {}

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

  /** Who runs a scenario alone and keeps every variable. */
  Worker alone(Scenario scenario, int periods, long seed) {
    Optional<Prepared> before = last;
    Optional<Prepared> found =
        before
            .filter(p -> p.periods() == periods && p.seed() == seed)
            .filter(p -> p.scenario().equals(scenario));
    if (found.isPresent()) {
      return found.get().worker();
    }
    Setting setting = Setting.of(schedule, scenario, Drawing.NONE);
    Worker worker =
        before
            .filter(p -> p.scenario().initials().equals(scenario.initials()))
            .map(p -> p.worker().under(setting, periods, seed))
            .orElseGet(() -> new Worker(setting, periods, seed, all()));
    last = Optional.of(new Prepared(scenario, periods, seed, worker));
    return worker;
  }

  private int[] all() {
    return IntStream.range(0, model().variables().size()).toArray();
  }
}
