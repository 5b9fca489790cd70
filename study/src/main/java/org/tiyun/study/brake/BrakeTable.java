package org.tiyun.study.brake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Run;
import org.tiyun.language.model.Variable;
import org.tiyun.study.circle.CircleBook;
import org.tiyun.study.loss.LossBook;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.Roles;
import org.tiyun.study.roles.RolesFile;
import org.tiyun.study.run.EventLine;
import org.tiyun.study.run.ModelRun;
import org.tiyun.study.run.ScenarioChoice;
import org.tiyun.study.run.Watcher;

/**
 * Brakes side by side: who fails when, who bears it, how long the cash lasts, what is left of the
 * hub, and the limits of each case.
 *
 * @param base the model as it is, as a case of its own
 */
public record BrakeTable(
    OpenModel opened,
    Roles roles,
    BrakeCase base,
    List<BrakeCase> cases,
    Optional<Climb.Gain> climb) {

  /**
   * One case.
   *
   * @param failures events that count as failures, and contracts cancelled, in order
   * @param fallen the first failure of each firm that fails, in order; a contract cancelled is none
   * @param loss by holder, from the top of each mark
   * @param runway months of cash by firm when the brake begins
   * @param runwayAt label of that period
   * @param hub revenue of the hub in the last period over the same without the brake; empty where
   *     the model names no hub
   * @param futures the brake over many futures; empty where the model says nothing of outcomes
   */
  public record BrakeCase(
      BrakeResult result,
      List<EventLine> failures,
      List<EventLine> fallen,
      LossBook.Loss loss,
      Map<String, Double> runway,
      String runwayAt,
      Optional<Double> hub,
      Optional<BrakeFutures> futures,
      Optional<Limits.StallSpeed> stallSpeed,
      Optional<Limits.MinimumRevenue> minimumRevenue,
      Optional<Limits.BackstopBill> backstopBill) {

    /** The firms that fail, in the order in which they do. */
    public List<String> failed() {
      return fallen.stream().map(EventLine::entity).toList();
    }
  }

  /**
   * @param scenarios ids or paths
   * @throws org.tiyun.words.Failure as {@link ModelRun#of}; E064x for a faulty study.csv
   */
  public static BrakeTable of(OpenModel opened, List<String> scenarios, long seed) {
    return of(opened, scenarios, List.of(), seed, Watcher.NOBODY);
  }

  /** The same, with somebody who hears how many of the cases are done, the base among them. */
  public static BrakeTable of(
      OpenModel opened, List<String> scenarios, long seed, Watcher watcher) {
    return of(opened, scenarios, List.of(), seed, watcher);
  }

  /**
   * The same of a model with some of its inputs set.
   *
   * @param settings as in {@link ScenarioChoice}; they hold in every case, over what its scenario
   *     says
   */
  public static BrakeTable of(
      OpenModel opened, List<String> scenarios, List<String> settings, long seed, Watcher watcher) {
    Plan plan = Plan.of(opened.model());
    Roles roles = RolesFile.of(opened);
    Maker maker =
        new Maker(opened, plan, roles, seed, BrakeFutures.Maker.of(opened, plan, roles, seed));
    ScenarioChoice set = new ScenarioChoice(Optional.empty(), settings);
    ModelRun base = ModelRun.of(opened, plan, set, Optional.empty(), seed);
    List<ModelRun> runs = new ArrayList<>(List.of(base));
    for (String scenario : scenarios) {
      ScenarioChoice choice = new ScenarioChoice(Optional.of(scenario), settings);
      runs.add(ModelRun.of(opened, plan, choice, Optional.empty(), seed));
    }
    // Cases do not depend on one another: they are worked on side by side, and keep their order.
    Thread asker = Thread.currentThread();
    AtomicInteger done = new AtomicInteger();
    List<BrakeCase> cases =
        runs.parallelStream()
            .map(run -> {
              BrakeCase made = maker.madeFor(asker, base, run);
              synchronized (done) {
                watcher.at("", done.incrementAndGet(), runs.size());
              }
              return made;
            })
            .toList();
    return new BrakeTable(
        opened,
        roles,
        cases.get(0),
        cases.subList(1, cases.size()),
        new Climb(plan, roles, seed).of(base.run().scenario()));
  }

  private record Maker(
      OpenModel opened, Plan plan, Roles roles, long seed, Optional<BrakeFutures.Maker> futures) {

    /** Other threads of the stream do not see that the one who asks is interrupted. */
    BrakeCase madeFor(Thread asker, ModelRun base, ModelRun braked) {
      if (asker.isInterrupted()) {
        throw new CancellationException();
      }
      return made(base, braked);
    }

    private BrakeCase made(ModelRun base, ModelRun braked) {
      Run run = braked.run();
      Set<String> kinds = new LinkedHashSet<>(roles.names(Role.FAILURE));
      List<EventLine> fallen = EventLine.firstOfEach(braked.events(), kinds);
      kinds.addAll(roles.names(Role.CANCELLATION));
      int starts = Math.min(run.scenario().begins(), run.periods());
      Limits limits = new Limits(plan, roles, seed);
      boolean counts = roles.has(Role.FAILURE);
      return new BrakeCase(
          new BrakeResult(opened, run.scenario(), base.run(), run, base.events(), braked.events()),
          braked.events().stream().filter(e -> kinds.contains(e.kind())).toList(),
          fallen,
          LossBook.of(plan.model()).losses(run.values()),
          Runway.at(run, CircleBook.of(roles), starts),
          plan.model().calendar().label(starts),
          hub(base.run(), run),
          futures.map(f -> f.of(run.scenario())),
          counts ? limits.stallSpeed(run.scenario(), run) : Optional.empty(),
          counts ? limits.minimumRevenue(run.scenario()) : Optional.empty(),
          counts ? limits.backstopBill(run.scenario()) : Optional.empty());
    }

    private Optional<Double> hub(Run base, Run braked) {
      Optional<Variable> hub = roles.variable(Role.HUB_REVENUE);
      return hub.map(
          v -> braked.values()[v.id()][braked.periods()] / base.values()[v.id()][base.periods()]);
    }
  }
}
