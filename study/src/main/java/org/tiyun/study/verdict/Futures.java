package org.tiyun.study.verdict;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tiyun.engine.BatchRequest;
import org.tiyun.engine.Engine;
import org.tiyun.engine.Path;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Points;
import org.tiyun.engine.Run;
import org.tiyun.language.model.Scenario;
import org.tiyun.study.loss.LossBook;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.Roles;
import org.tiyun.study.run.Watcher;

/**
 * Runs futures and keeps of each what the questions ask: outcome, failures, losses, some values.
 */
public final class Futures {
  private final Plan plan;
  private final Thresholds thresholds;
  private final LossBook book;
  private final List<Integer> outputs;
  private final int[] at;
  private final Set<Integer> failures;
  private final Set<Integer> cancellations;
  private final Set<Integer> deciding;

  public Futures(Plan plan, Roles roles, Thresholds thresholds, List<Integer> watched) {
    this.plan = plan;
    this.thresholds = thresholds;
    this.book = LossBook.of(plan.model());
    Set<Integer> wanted = new LinkedHashSet<>(book.needed());
    wanted.addAll(thresholds.variables());
    wanted.addAll(watched);
    this.outputs = new ArrayList<>(wanted);
    this.at = new int[plan.model().variables().size()];
    for (int k = 0; k < outputs.size(); k++) {
      at[outputs.get(k)] = k;
    }
    this.failures = roles.events(Role.FAILURE);
    this.deciding = roles.decidingFailures();
    this.cancellations = roles.events(Role.CANCELLATION);
  }

  /**
   * A future.
   *
   * @param broken whether its run broke off: its outcome is UNCLEAR and its losses unknown
   * @param firstFailure period of the first failure of a firm that counts; 0 where none fails
   * @param firstFirm which that is; empty where none
   * @param loss by sector of the books
   * @param watched values of the watched variables in the periods asked, in their order
   */
  public record Future(
      Outcome outcome,
      boolean broken,
      int firstFailure,
      String firstFirm,
      double[] loss,
      double[] watched) {

    public double totalLoss() {
      double sum = 0;
      for (double each : loss) {
        sum += each;
      }
      return sum;
    }
  }

  /** A variable in a period, kept of every future. */
  public record Watch(int variable, int period) {}

  /**
   * @param points values of the uncertain inputs by path
   * @return by path
   */
  public List<Future> of(
      Scenario scenario, Points points, int paths, long seed, List<Watch> watches) {
    return of(scenario, points, paths, seed, watches, Watcher.NOBODY);
  }

  /** The same, and tells how many are done. */
  public List<Future> of(
      Scenario scenario,
      Points points,
      int paths,
      long seed,
      List<Watch> watches,
      Watcher watcher) {
    List<Future> futures = new ArrayList<>(paths);
    Engine.batch(
        plan,
        BatchRequest.of(paths, seed, outputs)
            .scenario(scenario)
            .points(points)
            .progress((done, of) -> watcher.at("", done, of)),
        path -> futures.add(future(path, watches)));
    return futures;
  }

  private Future future(Path path, List<Watch> watches) {
    double[] watched =
        watches.stream().mapToDouble(w -> path.values()[at[w.variable()]][w.period()]).toArray();
    int first = 0;
    String firm = "";
    for (Run.Happening h : path.events()) {
      if (deciding.contains(h.event()) && (first == 0 || h.period() < first)) {
        first = h.period();
        firm = plan.model().events().get(h.event()).name().entity();
      }
    }
    if (path.failure().isPresent()) {
      return new Future(Outcome.UNCLEAR, true, first, firm, new double[0], watched);
    }
    double[][] mine = new double[book.needed().size()][];
    for (int k = 0; k < mine.length; k++) {
      mine[k] = path.values()[k];
    }
    return new Future(
        thresholds.outcome(new Seen(path)), false, first, firm, book.bySector(mine), watched);
  }

  private final class Seen implements Condition.Sight {
    private final Path path;

    Seen(Path path) {
      this.path = path;
    }

    @Override
    public double[] values(int variable) {
      return path.values()[at[variable]];
    }

    @Override
    public List<Run.Happening> failures() {
      return path.events().stream().filter(h -> failures.contains(h.event())).toList();
    }

    @Override
    public String firm(Run.Happening happening) {
      return plan.model().events().get(happening.event()).name().entity();
    }

    @Override
    public List<Run.Happening> cancellations() {
      return path.events().stream().filter(h -> cancellations.contains(h.event())).toList();
    }
  }
}
