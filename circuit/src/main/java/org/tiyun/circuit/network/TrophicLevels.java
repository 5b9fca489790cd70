package org.tiyun.circuit.network;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Each party's place in the chain of payments, and how far the network is from being a chain (C7).
 *
 * <p>Levels h minimise sum F_ij (h_j - h_i - 1)^2: a payee stands one above its payer as far as the
 * network allows (MacKay, Johnson, Sansom 2020). The minimum over sum F is the incoherence F0: 0
 * for a pure chain, 1 for a pure circle. It is the circular share of the Hodge split (Kichikawa and
 * others 2019) with each payment as its edge's conductance. One solve of the graph Laplacian by
 * conjugate gradients, O(E) for each iteration, on all processors, the same bits on any number of
 * them, to a residual of 1e-13, beyond {@value #LARGE} parties of 1e-8; every weak component starts
 * at level 0.
 *
 * @param level by party, 0 or more; 0 for a party without payments
 * @param incoherence F0, 0 to 1; 0 without payments
 */
public record TrophicLevels(double[] level, double incoherence) {
  private static final int LARGE = 10_000;

  /** Square of the residual that counts as none, relative to the start: up to and beyond LARGE. */
  private static final double ENOUGH = 1e-26;

  private static final double ENOUGH_OF_MANY = 1e-16;

  public static TrophicLevels of(PaymentGraph graph) {
    int n = graph.parties();
    double[] right = new double[n];
    int[] source = graph.sources();
    for (int e = 0; e < graph.edges(); e++) {
      right[graph.target()[e]] += graph.amount()[e];
      right[source[e]] -= graph.amount()[e];
    }
    double[] level = conjugateGradient(graph, right);
    rebase(graph, source, level);
    double miss = 0;
    for (int e = 0; e < graph.edges(); e++) {
      double gap = level[graph.target()[e]] - level[source[e]] - 1;
      miss += graph.amount()[e] * gap * gap;
    }
    double total = graph.total();
    return new TrophicLevels(level, total == 0 ? 0 : miss / total);
  }

  /**
   * Conjugate gradients, each party scaled by what it pays and receives (Jacobi): amounts of very
   * different size would otherwise take as many rounds as there are parties.
   */
  private static double[] conjugateGradient(PaymentGraph graph, double[] right) {
    Laplacian laplacian = Laplacian.of(graph);
    double[] x = new double[right.length];
    double[] rest = right.clone();
    double[] scaled = laplacian.scaled(rest);
    double[] way = scaled.clone();
    double[] image = new double[right.length];
    double size = dot(rest, scaled);
    double enough = (right.length > LARGE ? ENOUGH_OF_MANY : ENOUGH) * size;
    for (int turn = 0; turn < 10 * right.length + 100 && size > enough; turn++) {
      laplacian.times(way, image);
      double part = size / dot(way, image);
      for (int i = 0; i < x.length; i++) {
        x[i] += part * way[i];
        rest[i] -= part * image[i];
      }
      scaled = laplacian.scaled(rest);
      double next = dot(rest, scaled);
      for (int i = 0; i < x.length; i++) {
        way[i] = scaled[i] + next / size * way[i];
      }
      size = next;
    }
    return x;
  }

  /** Payments seen from both ends, so that rows can be filled independently of each other. */
  private record Laplacian(PaymentGraph out, PaymentGraph in, double[] strength) {
    private static final int BLOCK = 4096;

    static Laplacian of(PaymentGraph graph) {
      double[] strength = new double[graph.parties()];
      PaymentGraph in = graph.reversed();
      for (int i = 0; i < strength.length; i++) {
        strength[i] = sum(graph, i) + sum(in, i);
      }
      return new Laplacian(graph, in, strength);
    }

    private static double sum(PaymentGraph rows, int i) {
      double sum = 0;
      for (int e = rows.rowStart()[i]; e < rows.rowStart()[i + 1]; e++) {
        sum += rows.amount()[e];
      }
      return sum;
    }

    double[] scaled(double[] rest) {
      double[] scaled = new double[rest.length];
      Arrays.setAll(scaled, i -> strength[i] > 0 ? rest[i] / strength[i] : 0);
      return scaled;
    }

    void times(double[] x, double[] image) {
      IntStream.range(0, (x.length + BLOCK - 1) / BLOCK)
          .parallel()
          .forEach(block -> {
            for (int i = block * BLOCK; i < Math.min(x.length, (block + 1) * BLOCK); i++) {
              image[i] = strength[i] * x[i] - others(out, i, x) - others(in, i, x);
            }
          });
    }

    private static double others(PaymentGraph rows, int i, double[] x) {
      double sum = 0;
      for (int e = rows.rowStart()[i]; e < rows.rowStart()[i + 1]; e++) {
        sum += rows.amount()[e] * x[rows.target()[e]];
      }
      return sum;
    }
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

  /** Levels that nobody computed: NaN throughout. */
  public static TrophicLevels unknown(int parties) {
    double[] level = new double[parties];
    Arrays.fill(level, Double.NaN);
    return new TrophicLevels(level, Double.NaN);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
