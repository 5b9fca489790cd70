package org.tiyun.engine;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.tiyun.language.model.Scenario;

/**
 * What to run once.
 *
 * @param periods number of periods solved; empty: the model's horizon
 * @param seed of the random streams
 * @param path of a batch with this seed whose draws are taken, inputs included; empty: inputs have
 *     the values that the model states, and streams those of path 0
 */
public record RunRequest(Scenario scenario, OptionalInt periods, long seed, OptionalLong path) {

  /** The base case. */
  public static RunRequest base() {
    return of(Scenario.base());
  }

  public static RunRequest of(Scenario scenario) {
    return new RunRequest(scenario, OptionalInt.empty(), 1, OptionalLong.empty());
  }

  public RunRequest until(int periods) {
    return new RunRequest(scenario, OptionalInt.of(periods), seed, path);
  }

  public RunRequest seed(long seed) {
    return new RunRequest(scenario, periods, seed, path);
  }

  /** Path {@code path} of a batch in full. */
  public RunRequest path(long path) {
    return new RunRequest(scenario, periods, seed, OptionalLong.of(path));
  }
}
