package org.tiyun.clearing;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The greatest clearing vector of very many parties, all debts ranking equally: {@code p_i =
 * min(owed_i, means_i)}, iterated from above (Eisenberg and Noe 2001, the fixed-point iteration of
 * their section 3; with a {@link Recovery} below 1 Rogers and Veraart 2013). Payments only fall
 * from round to round, so the limit is the greatest clearing vector and a ring of debts without
 * cash pays in full. O(obligations) a round; it ends when no payment moves by {@link #TOLERANCE} of
 * what is owed. Only those that may be short at all are iterated ({@link Unsure}). The same bits on
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
    double[] share = new double[owed.length];
    Arrays.fill(share, 1);
    int[] failed = new int[owed.length];
    Unsure unsure = Unsure.of(rowStart, debtor, claim, owed, resource, recovery);
    int rounds = new Search(unsure, recovery, share, failed).run(tolerance);
    return new LargeClearing(share, failed, rounds);
  }

  /** Rounds from above over those that may be short; fills shares and rounds by party. */
  private record Search(Unsure unsure, Recovery recovery, double[] share, int[] failed) {

    int run(double tolerance) {
      int size = unsure.size();
      double[] here = new double[size];
      Arrays.fill(here, 1);
      double[] there = new double[size];
      double[] moved = new double[(size + BLOCK - 1) / BLOCK];
      int round = 0;
      double most = Double.POSITIVE_INFINITY;
      while (most > tolerance && round < MOST_ROUNDS) {
        round++;
        int number = round;
        double[] from = here;
        double[] to = there;
        IntStream.range(0, moved.length)
            .parallel()
            .forEach(block -> moved[block] = lower(block * BLOCK, from, to, number));
        most = Arrays.stream(moved).max().orElse(0);
        there = from;
        here = to;
      }
      for (int k = 0; k < size; k++) {
        share[unsure.party()[k]] = here[k];
      }
      return round;
    }

    /** One round of a block from above; returns the largest fall. */
    private double lower(int first, double[] here, double[] there, int round) {
      double far = 0;
      int end = Math.min(unsure.size(), first + BLOCK);
      for (int k = first; k < end; k++) {
        double part =
            shareOf(unsure.owed()[k], unsure.resource()[k], unsure.received(k, here), recovery);
        part = Math.min(here[k], part);
        if (part < 1 && here[k] == 1) {
          failed[unsure.party()[k]] = round;
        }
        far = Math.max(far, here[k] - part);
        there[k] = part;
      }
      return far;
    }
  }

  /** The share that a party pays of what it owes. */
  static double shareOf(double owed, double resource, double received, Recovery recovery) {
    if (!ClearingKernel.isShort(owed, resource, received)) {
      return 1;
    }
    // A hole in the resources is filled by receipts in full; only what is owned is lost by failing.
    double own = resource > 0 ? recovery.ofResources() * resource : resource;
    return Math.max(0, (own + recovery.ofReceipts() * received) / owed);
  }
}
