package org.tiyun.clearing;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The greatest clearing vector of very many parties, all debts ranking equally: {@code p_i =
 * min(owed_i, means_i)}, iterated from above (Eisenberg and Noe 2001, the fixed-point iteration of
 * their section 3; with a {@link Recovery} below 1 Rogers and Veraart 2013). Payments only fall
 * from round to round, so the limit is the greatest clearing vector and a ring of debts without
 * cash pays in full. O(obligations) a round; it ends when no payment moves by {@link #TOLERANCE} of
 * what is owed. One round from below comes first: who can pay in full even from the least that the
 * others can be sure to pay is never short, and its claims are not added up again. The same bits on
 * any number of threads: each party's sum has its own order.
 *
 * @param paidShare by party the share of what it owes that it pays, 0 to 1; 1 where it owes nothing
 * @param defaultRound the round in which it is first short: 1 even if all others pay; 0 where it
 *     pays in full
 * @param rounds until nothing moved
 */
public record LargeClearing(double[] paidShare, int[] defaultRound, int rounds) {
  /** Largest movement, as a share of what is owed, that counts as none. */
  public static final double TOLERANCE = 1e-12;

  private static final int MOST_ROUNDS = 1_000_000;
  private static final int BLOCK = 4096;

  /**
   * Clears by creditor's rows: party i's claims are entries {@code rowStart[i]} to before {@code
   * rowStart[i + 1]}.
   *
   * @param debtor of each claim, {@code claim} its amount, 0 or more
   * @param owed by party all that it owes, outside included
   * @param resource by party what it has besides its claims; may be negative
   * @param tolerance as {@link #TOLERANCE}
   */
  public static LargeClearing of(
      int[] rowStart,
      int[] debtor,
      double[] claim,
      double[] owed,
      double[] resource,
      Recovery recovery,
      double tolerance) {
    return new Search(rowStart, debtor, claim, owed, resource, recovery).run(tolerance);
  }

  private record Search(
      int[] rowStart,
      int[] debtor,
      double[] claim,
      double[] owed,
      double[] resource,
      Recovery recovery) {

    LargeClearing run(double tolerance) {
      int n = owed.length;
      double[] share = new double[n];
      Arrays.fill(share, 1);
      double[] next = share.clone();
      int[] failed = new int[n];
      int[][] unsure = unsure();
      double[] moved = new double[unsure.length];
      int round = 0;
      double most = Double.POSITIVE_INFINITY;
      while (most > tolerance && round < MOST_ROUNDS) {
        round++;
        int number = round;
        double[] here = share;
        double[] there = next;
        IntStream.range(0, unsure.length)
            .parallel()
            .forEach(block -> moved[block] = lower(unsure[block], here, there, failed, number));
        most = Arrays.stream(moved).max().orElse(0);
        next = share;
        share = there;
      }
      return new LargeClearing(share, failed, round);
    }

    /** By block of parties those that may be short. */
    private int[][] unsure() {
      int n = owed.length;
      double[] least = new double[n];
      for (int i = 0; i < n; i++) {
        least[i] = share(owed[i], resource[i], 0, recovery);
      }
      int[][] unsure = new int[(n + BLOCK - 1) / BLOCK][];
      IntStream.range(0, unsure.length)
          .parallel()
          .forEach(block -> {
            int from = block * BLOCK;
            unsure[block] =
                IntStream.range(from, Math.min(n, from + BLOCK))
                    .filter(i -> ClearingKernel.isShort(owed[i], resource[i], received(i, least)))
                    .toArray();
          });
      return unsure;
    }

    /** One round of a block from above; returns the largest fall. */
    private double lower(int[] parties, double[] here, double[] there, int[] failed, int round) {
      double far = 0;
      for (int i : parties) {
        double part = share(owed[i], resource[i], received(i, here), recovery);
        part = Math.min(here[i], part);
        if (part < 1 && failed[i] == 0) {
          failed[i] = round;
        }
        far = Math.max(far, here[i] - part);
        there[i] = part;
      }
      return far;
    }

    private double received(int party, double[] share) {
      double sum = 0;
      int end = rowStart[party + 1];
      for (int k = rowStart[party]; k < end; k++) {
        sum += claim[k] * share[debtor[k]];
      }
      return sum;
    }
  }

  private static double share(double owed, double resource, double received, Recovery recovery) {
    if (!ClearingKernel.isShort(owed, resource, received)) {
      return 1;
    }
    // A hole in the resources is filled by receipts in full; only what is owned is lost by failing.
    double own = resource > 0 ? recovery.ofResources() * resource : resource;
    return Math.max(0, (own + recovery.ofReceipts() * received) / owed);
  }
}
