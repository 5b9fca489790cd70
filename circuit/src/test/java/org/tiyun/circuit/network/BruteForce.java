package org.tiyun.circuit.network;

/** Slow and plain answers for small graphs. */
final class BruteForce {
  private BruteForce() {}

  static long loops(PaymentGraph graph, int longest) {
    long found = 0;
    for (int start = 0; start < graph.parties(); start++) {
      boolean[] used = new boolean[graph.parties()];
      found += from(graph, start, start, longest, used);
    }
    return found;
  }

  private static long from(PaymentGraph graph, int start, int at, int left, boolean[] used) {
    long found = 0;
    used[at] = true;
    for (int next = start; next < graph.parties(); next++) {
      if (graph.amount(at, next) > 0 && left > 0) {
        if (next == start) {
          found++;
        } else if (!used[next]) {
          found += from(graph, start, next, left - 1, used);
        }
      }
    }
    used[at] = false;
    return found;
  }

  static boolean[][] reach(PaymentGraph graph) {
    int n = graph.parties();
    boolean[][] reach = new boolean[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        reach[i][j] = graph.amount(i, j) > 0;
      }
    }
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          reach[i][j] |= reach[i][k] && reach[k][j];
        }
      }
    }
    return reach;
  }
}
