package org.tiyun.circuit.network;

/** A graph in which the widest loop, 1 and 3, stands in the way of the best circulation. */
final class GreedyTrap {
  private GreedyTrap() {}

  static PaymentGraph graph() {
    return Networks.of(
            4, new double[][] {{0, 2, 2}, {1, 3, 2}, {2, 1, 3}, {2, 3, 1}, {3, 0, 2}, {3, 1, 3}})
        .inside();
  }

  /** Peels widest loops off the payments themselves; returns payments cancelled. */
  static double peelWidestFirst(PaymentGraph graph) {
    double cancelled = 0;
    PaymentGraph rest = graph;
    while (true) {
      var loops = CycleSearch.of(rest, rest.parties(), 1, 1000).cycles();
      if (loops.isEmpty()) {
        return cancelled;
      }
      int[] path = loops.getFirst().parties();
      double width = loops.getFirst().tightest();
      double[] left = rest.amount().clone();
      for (int k = 0; k < path.length; k++) {
        left[rest.edge(path[k], path[(k + 1) % path.length])] -= width;
      }
      cancelled += width * path.length;
      rest = rest.withAmounts(left);
    }
  }
}
