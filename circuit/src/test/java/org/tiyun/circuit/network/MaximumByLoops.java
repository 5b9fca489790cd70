package org.tiyun.circuit.network;

import java.util.List;

/** The maximum circulation by trying every whole amount on every loop: for very small graphs. */
final class MaximumByLoops {
  private MaximumByLoops() {}

  static long of(PaymentGraph graph) {
    List<Cycle> loops = CycleSearch.of(graph, graph.parties(), 10_000, 10_000).cycles();
    long[] left = new long[graph.edges()];
    for (int e = 0; e < left.length; e++) {
      left[e] = (long) graph.amount()[e];
    }
    return best(graph, loops, 0, left);
  }

  private static long best(PaymentGraph graph, List<Cycle> loops, int at, long[] left) {
    if (at == loops.size()) {
      return 0;
    }
    int[] path = loops.get(at).parties();
    long most = Long.MAX_VALUE;
    for (int k = 0; k < path.length; k++) {
      most = Math.min(most, left[graph.edge(path[k], path[(k + 1) % path.length])]);
    }
    long best = 0;
    for (long amount = 0; amount <= most; amount++) {
      if (amount > 0) {
        for (int k = 0; k < path.length; k++) {
          left[graph.edge(path[k], path[(k + 1) % path.length])]--;
        }
      }
      best = Math.max(best, amount * path.length + best(graph, loops, at + 1, left));
    }
    for (int k = 0; k < path.length; k++) {
      left[graph.edge(path[k], path[(k + 1) % path.length])] += most;
    }
    return best;
  }
}
