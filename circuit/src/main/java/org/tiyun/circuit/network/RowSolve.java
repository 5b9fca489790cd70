package org.tiyun.circuit.network;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Large sparse systems of one form: {@code x_j = (z_j + sum over k of a_jk x_k) / t_j}, a the
 * amounts of a graph's row j and t what row j divides by. Origins of money, visits and ways home
 * all have it; since a payment is part of its payee's inflow the iteration converges wherever money
 * leaks, the faster the more of it.
 *
 * <p>Gauss and Seidel by stages: the rows are cut into {@value #STAGES} stages, each computed from
 * all that the stages before it have just found, so a round does nearly what two of Jacobi's do
 * (Stein and Rosenberg 1948). Rows of a stage are independent and run in parallel. Stages do not
 * depend on the number of threads and every sum has its own order, so neither do the bits. O(E) a
 * round. Several right-hand sides can share one pass over the edges; where there are few of them it
 * is quicker to solve one after the other, since the values of one fit in the cache.
 */
final class RowSolve {
  /** Largest movement that counts as none. */
  static final double TOLERANCE = 1e-9;

  private static final int STAGES = 16;
  private static final int BLOCK = 1024;

  private final PaymentGraph rows;
  private final double[] divisor;
  private final double[] weight;
  private final int lanes;
  private final int most;

  /**
   * @param divisor t by party; rows of 0 stay 0
   * @param weight what a movement of each x counts
   * @param lanes right-hand sides solved at once
   * @param most rounds to try
   */
  RowSolve(PaymentGraph rows, double[] divisor, double[] weight, int lanes, int most) {
    this.rows = rows;
    this.divisor = divisor;
    this.weight = weight;
    this.lanes = lanes;
    this.most = most;
  }

  /**
   * Solves for right-hand sides {@code z[party * lanes + lane]}.
   *
   * @return x in the same order, or an empty array where it did not settle
   */
  double[] solve(double[] z, double tolerance) {
    int n = rows.parties();
    int stage = Math.max(1, (n + STAGES - 1) / STAGES);
    double[] x = new double[n * lanes];
    double[] found = new double[stage * lanes];
    for (int round = 0; round < most; round++) {
      double far = 0;
      for (int first = 0; first < n; first += stage) {
        int last = Math.min(n, first + stage);
        far = Math.max(far, stage(first, last, z, x, found));
        System.arraycopy(found, 0, x, first * lanes, (last - first) * lanes);
      }
      if (far <= tolerance) {
        return x;
      }
    }
    return new double[0];
  }

  private double stage(int first, int last, double[] z, double[] x, double[] found) {
    int blocks = (last - first + BLOCK - 1) / BLOCK;
    if (blocks == 1) {
      return block(first, first, last, z, x, found);
    }
    double[] moved = new double[blocks];
    IntStream.range(0, blocks)
        .parallel()
        .forEach(block -> {
          int from = first + block * BLOCK;
          moved[block] = block(first, from, Math.min(last, from + BLOCK), z, x, found);
        });
    return Arrays.stream(moved).max().orElse(0);
  }

  private double block(int first, int from, int to, double[] z, double[] x, double[] found) {
    return lanes == 1 ? one(first, from, to, z, x, found) : many(first, from, to, z, x, found);
  }

  private double one(int first, int from, int to, double[] z, double[] x, double[] found) {
    int[] start = rows.rowStart();
    int[] target = rows.target();
    double[] amount = rows.amount();
    double far = 0;
    int e = start[from];
    for (int j = from; j < to; j++) {
      double sum = z[j];
      int end = start[j + 1];
      for (; e < end; e++) {
        sum += amount[e] * x[target[e]];
      }
      double next = divisor[j] > 0 ? sum / divisor[j] : 0;
      far = Math.max(far, Math.abs(next - x[j]) * weight[j]);
      found[j - first] = next;
    }
    return far;
  }

  private double many(int first, int from, int to, double[] z, double[] x, double[] found) {
    int[] start = rows.rowStart();
    int[] target = rows.target();
    double[] amount = rows.amount();
    double[] sum = new double[lanes];
    double far = 0;
    for (int j = from; j < to; j++) {
      System.arraycopy(z, j * lanes, sum, 0, lanes);
      for (int e = start[j]; e < start[j + 1]; e++) {
        double a = amount[e];
        int at = target[e] * lanes;
        for (int l = 0; l < lanes; l++) {
          sum[l] += a * x[at + l];
        }
      }
      for (int l = 0; l < lanes; l++) {
        double next = divisor[j] > 0 ? sum[l] / divisor[j] : 0;
        far = Math.max(far, Math.abs(next - x[j * lanes + l]) * weight[j]);
        found[(j - first) * lanes + l] = next;
      }
    }
    return far;
  }
}
