package org.tiyun.circuit.network;

import java.util.Arrays;
import java.util.PriorityQueue;

/** How central parties are in who pays whom: context to the hubs, not a measure of money. */
final class Centrality {
  private static final double DAMPING = 0.85;

  private Centrality() {}

  /**
   * PageRank (Brin and Page 1998) along the payments, weighted by amount, damping 0.85; adds up to
   * 1. O(E) for each round, until nothing moves by 1e-12.
   */
  static double[] pageRank(PaymentGraph graph) {
    int n = graph.parties();
    double[] paid = new double[n];
    for (int i = 0; i < n; i++) {
      for (int e = graph.rowStart()[i]; e < graph.rowStart()[i + 1]; e++) {
        paid[i] += graph.amount()[e];
      }
    }
    double[] rank = new double[n];
    Arrays.fill(rank, 1.0 / Math.max(1, n));
    double moved = 1;
    for (int round = 0; round < 1000 && moved > 1e-12; round++) {
      double[] next = new double[n];
      double idle = 0;
      for (int i = 0; i < n; i++) {
        idle += paid[i] > 0 ? 0 : rank[i];
        for (int e = graph.rowStart()[i]; e < graph.rowStart()[i + 1]; e++) {
          next[graph.target()[e]] += DAMPING * rank[i] * graph.amount()[e] / paid[i];
        }
      }
      moved = 0;
      for (int i = 0; i < n; i++) {
        next[i] += (1 - DAMPING + DAMPING * idle) / n;
        moved += Math.abs(next[i] - rank[i]);
      }
      rank = next;
    }
    return rank;
  }

  /**
   * Share of the pairs of other parties whose shortest ways pass through a party, where a payment
   * is the shorter the larger it is (length 1 / amount; Brandes 2001). O(n E log n).
   */
  static double[] betweenness(PaymentGraph graph) {
    int n = graph.parties();
    double[] between = new double[n];
    for (int start = 0; start < n; start++) {
      addFrom(graph, start, between);
    }
    for (int i = 0; i < n; i++) {
      between[i] = n > 2 ? between[i] / ((n - 1.0) * (n - 2)) : 0;
    }
    return between;
  }

  private record Reached(int party, double distance) {}

  private static void addFrom(PaymentGraph graph, int start, double[] between) {
    int n = graph.parties();
    double[] distance = new double[n];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    double[] ways = new double[n];
    boolean[] settled = new boolean[n];
    int[] order = new int[n];
    int count = 0;
    distance[start] = 0;
    ways[start] = 1;
    PriorityQueue<Reached> queue =
        new PriorityQueue<>((a, b) -> Double.compare(a.distance, b.distance));
    queue.add(new Reached(start, 0));
    while (!queue.isEmpty()) {
      int i = queue.poll().party;
      if (settled[i]) {
        continue;
      }
      settled[i] = true;
      order[count++] = i;
      for (int e = graph.rowStart()[i]; e < graph.rowStart()[i + 1]; e++) {
        int j = graph.target()[e];
        double reached = distance[i] + 1 / graph.amount()[e];
        if (reached < distance[j]) {
          distance[j] = reached;
          ways[j] = ways[i];
          queue.add(new Reached(j, reached));
        } else if (reached == distance[j] && !settled[j]) {
          ways[j] += ways[i];
        }
      }
    }
    double[] depends = new double[n];
    for (int k = count - 1; k >= 0; k--) {
      int i = order[k];
      for (int e = graph.rowStart()[i]; e < graph.rowStart()[i + 1]; e++) {
        int j = graph.target()[e];
        if (ways[j] > 0 && distance[i] + 1 / graph.amount()[e] == distance[j] && i != j) {
          depends[i] += ways[i] / ways[j] * (1 + depends[j]);
        }
      }
      between[i] += i == start ? 0 : depends[i];
    }
  }
}
