package org.tiyun.circuit.network;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Large sparse systems of one form, by Jacobi's iteration from 0: {@code x_j = (z_j + sum over k of
 * a_jk x_k) / t_j}, a the amounts of a graph's row j and t what row j divides by. Origins of money,
 * visits and ways home all have it; since a payment is part of its payee's inflow the iteration
 * converges wherever money leaks, the faster the more of it.
 *
 * <p>O(E) a round, in parallel by blocks of rows; every sum has its own order, so the bits are the
 * same on any number of threads. Several right-hand sides share one pass over the edges.
 */
final class RowSolve {
  /** Largest movement that counts as none. */
  static final double TOLERANCE = 1e-9;

  private static final int BLOCK = 2048;

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
    int blocks = (n + BLOCK - 1) / BLOCK;
    double[] moved = new double[blocks];
    double[] x = new double[n * lanes];
    double[] next = new double[n * lanes];
    for (int round = 0; round < most; round++) {
      double[] here = x;
      double[] there = next;
      IntStream.range(0, blocks)
          .parallel()
          .forEach(block -> {
            int from = block * BLOCK;
            int to = Math.min(n, from + BLOCK);
            moved[block] =
                lanes == 1 ? one(from, to, z, here, there) : many(from, to, z, here, there);
          });
      x = there;
      next = here;
      if (Arrays.stream(moved).max().orElse(0) <= tolerance) {
        return x;
      }
    }
    return new double[0];
  }

  private double one(int from, int to, double[] z, double[] here, double[] there) {
    int[] start = rows.rowStart();
    int[] target = rows.target();
    double[] amount = rows.amount();
    double far = 0;
    for (int j = from; j < to; j++) {
      double sum = z[j];
      for (int e = start[j]; e < start[j + 1]; e++) {
        sum += amount[e] * here[target[e]];
      }
      double found = divisor[j] > 0 ? sum / divisor[j] : 0;
      far = Math.max(far, Math.abs(found - here[j]) * weight[j]);
      there[j] = found;
    }
    return far;
  }

  private double many(int from, int to, double[] z, double[] here, double[] there) {
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
          sum[l] += a * here[at + l];
        }
      }
      for (int l = 0; l < lanes; l++) {
        double found = divisor[j] > 0 ? sum[l] / divisor[j] : 0;
        far = Math.max(far, Math.abs(found - here[j * lanes + l]) * weight[j]);
        there[j * lanes + l] = found;
      }
    }
    return far;
  }
}
