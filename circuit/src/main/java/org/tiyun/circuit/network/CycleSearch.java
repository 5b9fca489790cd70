package org.tiyun.circuit.network;

import java.util.Arrays;
import java.util.List;

/**
 * Simple cycles of at most so many hands, ranked by their tightest link (C8).
 *
 * <p>Every cycle is found once, by {@link CycleWalk}. The number of cycles grows fast with length,
 * hence the limits.
 *
 * @param cycles the widest ones found, widest first
 * @param found how many were found in all
 * @param truncated true where the search stopped at its limit: there are more
 */
public record CycleSearch(List<Cycle> cycles, long found, boolean truncated) {
  /** Payments beyond which only the widest cycles are searched. */
  private static final int LARGE = 50_000;

  /**
   * @param longest most hands in a cycle, 2 or more
   * @param keep how many of the widest to return
   * @param limit stop after finding this many
   */
  public static CycleSearch of(PaymentGraph graph, int longest, int keep, long limit) {
    return graph.edges() > LARGE
        ? widest(graph, longest, keep, limit)
        : all(graph, longest, keep, limit);
  }

  private static CycleSearch all(PaymentGraph graph, int longest, int keep, long limit) {
    return new CycleWalk(graph, longest, keep, limit).run();
  }

  /**
   * The widest cycles of a large graph: searched among the largest payments alone, then among twice
   * as many, until enough are found. A cycle is as wide as its smallest payment, so those found are
   * the widest of all. {@code found} counts cycles as wide as the smallest payment searched, and
   * {@code truncated} says that narrower ones were left.
   */
  static CycleSearch widest(PaymentGraph graph, int longest, int keep, long limit) {
    double[] sorted = graph.amount().clone();
    Arrays.sort(sorted);
    int some = Math.min(sorted.length, 1024);
    while (true) {
      double least = sorted.length == 0 ? 0 : sorted[sorted.length - some];
      PaymentGraph wide = graph.where((from, to, amount) -> amount >= least);
      CycleSearch found = all(wide, longest, keep, limit);
      boolean all = some == sorted.length;
      if (found.found() >= keep || found.truncated() || all) {
        return new CycleSearch(found.cycles(), found.found(), found.truncated() || !all);
      }
      some = (int) Math.min(sorted.length, 2L * some);
    }
  }
}
