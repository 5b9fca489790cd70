package org.tiyun.circuit.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Simple cycles of at most so many hands, ranked by their tightest link (C8).
 *
 * <p>Every cycle is found once, from its lowest party: depth first over higher parties that can
 * still get home in the hands that are left, known from one breadth-first search backwards for each
 * start (distance pruning; compare Gupta and Suzumura 2021). Work is in proportion to what is
 * visited, so without dead ends; the number of cycles itself grows fast with length, hence the
 * limits.
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
    return new Search(graph, longest, keep, limit).run();
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

  private static final class Search {
    private final PaymentGraph graph;
    private final PaymentGraph payers;
    private final int[] component;
    private final int longest;
    private final int keep;
    private final long limit;
    private final int[] home;
    private final int[] touched;
    private final boolean[] onPath;
    private final int[] path;
    private final int[] next;
    private final double[] tightest;
    private final double[] sum;
    private final PriorityQueue<Cycle> best = new PriorityQueue<>((a, b) -> Cycle.compare(b, a));
    private long found;

    Search(PaymentGraph graph, int longest, int keep, long limit) {
      int n = graph.parties();
      this.graph = graph;
      this.payers = graph.reversed();
      this.component = Components.of(graph).of();
      this.longest = longest;
      this.keep = keep;
      this.limit = limit;
      this.home = new int[n];
      this.touched = new int[n];
      this.onPath = new boolean[n];
      this.path = new int[longest + 1];
      this.next = new int[longest + 1];
      this.tightest = new double[longest + 1];
      this.sum = new double[longest + 1];
      Arrays.fill(home, Integer.MAX_VALUE);
    }

    CycleSearch run() {
      for (int start = 0; start < graph.parties() && found < limit; start++) {
        int reached = measureWaysHome(start);
        if (reached > 1) {
          walk(start);
        }
        for (int k = 0; k < reached; k++) {
          home[touched[k]] = Integer.MAX_VALUE;
        }
      }
      List<Cycle> cycles = new ArrayList<>(best);
      cycles.sort(Cycle::compare);
      return new CycleSearch(List.copyOf(cycles), found, found >= limit);
    }

    /**
     * Fewest hands home to the start over higher parties of its component; returns how many have
     * one.
     */
    private int measureWaysHome(int start) {
      int tail = 0;
      home[start] = 0;
      touched[tail++] = start;
      for (int head = 0; head < tail; head++) {
        int i = touched[head];
        if (home[i] == longest - 1) {
          break;
        }
        for (int e = payers.rowStart()[i]; e < payers.rowStart()[i + 1]; e++) {
          int j = payers.target()[e];
          if (j > start && home[j] == Integer.MAX_VALUE && component[j] == component[start]) {
            home[j] = home[i] + 1;
            touched[tail++] = j;
          }
        }
      }
      return tail;
    }

    private void walk(int start) {
      int depth = 0;
      path[0] = start;
      next[0] = graph.rowStart()[start];
      tightest[0] = Double.POSITIVE_INFINITY;
      sum[0] = 0;
      while (depth >= 0 && found < limit) {
        int i = path[depth];
        if (next[depth] == graph.rowStart()[i + 1]) {
          onPath[i] = false;
          depth--;
          continue;
        }
        int e = next[depth]++;
        int j = graph.target()[e];
        if (j == start) {
          note(depth, Math.min(tightest[depth], graph.amount()[e]), sum[depth] + graph.amount()[e]);
        } else if (home[j] <= longest - depth - 1 && !onPath[j]) {
          depth++;
          path[depth] = j;
          next[depth] = graph.rowStart()[j];
          onPath[j] = true;
          tightest[depth] = Math.min(tightest[depth - 1], graph.amount()[e]);
          sum[depth] = sum[depth - 1] + graph.amount()[e];
        }
      }
      while (depth > 0) {
        onPath[path[depth--]] = false;
      }
    }

    private void note(int depth, double width, double total) {
      found++;
      if (best.size() == keep && (keep == 0 || width < best.peek().tightest())) {
        return;
      }
      best.add(new Cycle(Arrays.copyOf(path, depth + 1), width, total));
      if (best.size() > keep) {
        best.poll();
      }
    }
  }
}
