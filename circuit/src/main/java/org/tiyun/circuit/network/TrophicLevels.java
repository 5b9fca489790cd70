package org.tiyun.circuit.network;

import java.util.Arrays;

/**
 * Each party's place in the chain of payments, and how far the network is from being a chain (C7).
 *
 * <p>Levels h minimise sum F_ij (h_j - h_i - 1)^2: a payee stands one above its payer as far as the
 * network allows (MacKay, Johnson, Sansom 2020). The minimum over sum F is the incoherence F0: 0
 * for a pure chain, 1 for a pure circle. It is the circular share of the Hodge split (Kichikawa and
 * others 2019) with each payment as its edge's conductance. One conjugate-gradient solve of the
 * graph Laplacian, O(E) for each iteration; every weak component starts at level 0.
 *
 * @param level by party, 0 or more; 0 for a party without payments
 * @param incoherence F0, 0 to 1; 0 without payments
 */
public record TrophicLevels(double[] level, double incoherence) {

  public static TrophicLevels of(PaymentGraph graph) {
    int n = graph.parties();
    double[] right = new double[n];
    int[] source = graph.sources();
    for (int e = 0; e < graph.edges(); e++) {
      right[graph.target()[e]] += graph.amount()[e];
      right[source[e]] -= graph.amount()[e];
    }
    double[] level = conjugateGradient(graph, source, right);
    rebase(graph, source, level);
    double miss = 0;
    for (int e = 0; e < graph.edges(); e++) {
      double gap = level[graph.target()[e]] - level[source[e]] - 1;
      miss += graph.amount()[e] * gap * gap;
    }
    double total = graph.total();
    return new TrophicLevels(level, total == 0 ? 0 : miss / total);
  }

  private static double[] conjugateGradient(PaymentGraph graph, int[] source, double[] right) {
    double[] x = new double[right.length];
    double[] rest = right.clone();
    double[] way = right.clone();
    double size = dot(rest, rest);
    double enough = 1e-26 * size;
    for (int turn = 0; turn < 10 * right.length + 100 && size > enough; turn++) {
      double[] image = laplacian(graph, source, way);
      double part = size / dot(way, image);
      for (int i = 0; i < x.length; i++) {
        x[i] += part * way[i];
        rest[i] -= part * image[i];
      }
      double next = dot(rest, rest);
      for (int i = 0; i < x.length; i++) {
        way[i] = rest[i] + next / size * way[i];
      }
      size = next;
    }
    return x;
  }

  private static double[] laplacian(PaymentGraph graph, int[] source, double[] x) {
    double[] image = new double[x.length];
    for (int e = 0; e < graph.edges(); e++) {
      double pull = graph.amount()[e] * (x[graph.target()[e]] - x[source[e]]);
      image[graph.target()[e]] += pull;
      image[source[e]] -= pull;
    }
    return image;
  }

  /** Lowers each weak component so that its lowest level is 0. */
  private static void rebase(PaymentGraph graph, int[] source, double[] level) {
    int[] head = new int[level.length];
    Arrays.setAll(head, i -> i);
    for (int e = 0; e < graph.edges(); e++) {
      int a = head(head, source[e]);
      int b = head(head, graph.target()[e]);
      head[Math.max(a, b)] = Math.min(a, b);
    }
    double[] lowest = new double[level.length];
    Arrays.fill(lowest, Double.POSITIVE_INFINITY);
    for (int i = 0; i < level.length; i++) {
      int h = head(head, i);
      lowest[h] = Math.min(lowest[h], level[i]);
    }
    for (int i = 0; i < level.length; i++) {
      level[i] -= lowest[head(head, i)];
    }
  }

  private static int head(int[] head, int i) {
    int at = i;
    while (head[at] != at) {
      head[at] = head[head[at]];
      at = head[at];
    }
    return at;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
