package org.tiyun.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.tiyun.language.model.Scenario;

/**
 * What to run many times: futures that differ in what is drawn.
 *
 * @param paths number of futures
 * @param seed of all draws
 * @param outputs variables whose values each path brings
 * @param periods number of periods solved; empty: the model's horizon
 * @param threads that work at the same time; results do not depend on it
 * @param lanes futures computed side by side, 1 to 4096; results do not depend on it
 * @param progress told now and then, in the caller's thread
 * @param cancelled asked between blocks; once true the batch ends early
 * @param points values of inputs by path; empty: the engine draws each path by itself
 */
public record BatchRequest(
    long paths,
    long seed,
    Scenario scenario,
    List<Integer> outputs,
    OptionalInt periods,
    int threads,
    int lanes,
    Progress progress,
    BooleanSupplier cancelled,
    Optional<Points> points) {

  /** Hears how far a batch is. */
  @FunctionalInterface
  public interface Progress {
    void done(long paths, long of);
  }

  public BatchRequest {
    outputs = List.copyOf(outputs);
    if (paths < 0 || threads < 1 || lanes < 1 || lanes > 4096) {
      throw new IllegalArgumentException("paths, threads or lanes out of range");
    }
  }

  /** The base case on all cores. */
  public static BatchRequest of(long paths, long seed, List<Integer> outputs) {
    int threads = Runtime.getRuntime().availableProcessors();
    return new BatchRequest(
        paths,
        seed,
        Scenario.base(),
        outputs,
        OptionalInt.empty(),
        threads,
        128,
        (done, of) -> {},
        () -> false,
        Optional.empty());
  }

  public BatchRequest scenario(Scenario s) {
    return new BatchRequest(
        paths, seed, s, outputs, periods, threads, lanes, progress, cancelled, points);
  }

  public BatchRequest until(int count) {
    return new BatchRequest(
        paths,
        seed,
        scenario,
        outputs,
        OptionalInt.of(count),
        threads,
        lanes,
        progress,
        cancelled,
        points);
  }

  public BatchRequest threads(int count) {
    return new BatchRequest(
        paths, seed, scenario, outputs, periods, count, lanes, progress, cancelled, points);
  }

  public BatchRequest lanes(int count) {
    return new BatchRequest(
        paths, seed, scenario, outputs, periods, threads, count, progress, cancelled, points);
  }

  public BatchRequest progress(Progress listener) {
    return new BatchRequest(
        paths, seed, scenario, outputs, periods, threads, lanes, listener, cancelled, points);
  }

  public BatchRequest cancelledWhen(BooleanSupplier when) {
    return new BatchRequest(
        paths, seed, scenario, outputs, periods, threads, lanes, progress, when, points);
  }

  public BatchRequest points(Points given) {
    return new BatchRequest(
        paths,
        seed,
        scenario,
        outputs,
        periods,
        threads,
        lanes,
        progress,
        cancelled,
        Optional.of(given));
  }
}
