package org.tiyun.engine;

import java.util.List;
import java.util.function.Consumer;
import org.tiyun.engine.lanes.Future;
import org.tiyun.engine.lanes.Worker;
import org.tiyun.engine.plan.Drawing;
import org.tiyun.engine.plan.Oracle;
import org.tiyun.engine.plan.Setting;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/** Runs plans. */
public final class Engine {
  /** More numbers than this are refused: one run keeps them all. */
  private static final long MOST_NUMBERS = 200_000_000L;

  /**
   * From so many periods of paths on a batch is run as bytecode made for it. HotSpot needs some ten
   * milliseconds for each loop of about twenty operations; a machine of 600 equations had made up
   * for that after about ten million (docs/benchmarks.md).
   */
  private static final long WORTH_COMPILING = 20_000_000L;

  private Engine() {}

  /**
   * One run: every variable in every period.
   *
   * @throws Failure where an equation has no value or a loop no solution, with place and period
   * @throws java.util.concurrent.CancellationException where the thread is interrupted
   */
  public static Run run(Plan plan, RunRequest request) {
    int periods = periods(plan, request.periods().orElse(plan.model().calendar().horizon()));
    if (request.path().isPresent()) {
      Setting setting = Setting.of(plan.schedule(), request.scenario(), Drawing.OWN);
      return full(
          plan,
          request,
          periods,
          Oracle.run(setting, periods, request.seed(), request.path().getAsLong()));
    }
    Worker worker = plan.alone(request.scenario(), periods, request.seed());
    Future future = worker.run(0, 1).getFirst();
    if (future.failure().isPresent()) {
      throw future.failure().get();
    }
    return made(plan, request, periods, future.values(), worker.common(), future.events());
  }

  /**
   * Many runs that differ in their draws, handed on one by one in the order of their numbers, in
   * the caller's thread. The same seed gives each path the same bits on any number of threads and
   * lanes. Memory does not grow with the number of paths.
   *
   * @throws Failure where an input that does not differ between paths has no value; what goes wrong
   *     on a path is reported with that path
   * @throws java.util.concurrent.CancellationException where the thread is interrupted
   */
  public static Batch batch(Plan plan, BatchRequest request, Consumer<Path> consumer) {
    int periods = request.periods().orElse(plan.model().calendar().horizon());
    periods(plan, periods);
    Setting setting =
        Setting.of(
            plan.schedule(),
            request.scenario(),
            request.points().map(Points::drawing).orElse(Drawing.OWN));
    int[] outputs = request.outputs().stream().mapToInt(Integer::intValue).toArray();
    boolean compile = request.paths() >= WORTH_COMPILING / periods;
    Worker worker =
        compile
            ? Worker.compiled(setting, periods, request.seed(), outputs)
            : new Worker(setting, periods, request.seed(), outputs);
    return new Ensemble(worker, request, consumer).run();
  }

  private static Run full(Plan plan, RunRequest request, int periods, Oracle.Outcome outcome) {
    if (outcome.failure().isPresent()) {
      throw outcome.failure().get();
    }
    return made(
        plan, request, periods, outcome.values(), outcome.inputs(), Worker.happenings(outcome));
  }

  private static Run made(
      Plan plan,
      RunRequest request,
      int periods,
      double[][] values,
      double[][] inputs,
      List<Future.Happening> events) {
    Audit audit = Bookkeeping.audit(plan.model(), values, periods);
    return new Run(
        plan.model(),
        request.scenario(),
        periods,
        request.seed(),
        values,
        inputs,
        happenings(events),
        audit);
  }

  static List<Run.Happening> happenings(List<Future.Happening> events) {
    return events.stream().map(e -> new Run.Happening(e.event(), e.period(), e.amount())).toList();
  }

  private static int periods(Plan plan, int asked) {
    int each = Math.max(1, plan.model().variables().size() + plan.model().inputs().size());
    if (asked < 1 || (asked + 1L) * each > MOST_NUMBERS) {
      throw new Failure(
          Finding.error("E0312").with("asked", asked).with("most", MOST_NUMBERS / each - 1));
    }
    return asked;
  }
}
