package org.tiyun.clearing;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Random debts for tests, and the slow way to clear them. */
final class Debts {
  final int positions;
  final int[] payer;
  final int[] payee;
  final int[] rank;
  final double[] owed;
  final double[] resource;
  final Recovery recovery;

  private Debts(int positions, int debts, Recovery recovery) {
    this.positions = positions;
    this.payer = new int[debts];
    this.payee = new int[debts];
    this.rank = new int[debts];
    this.owed = new double[debts];
    this.resource = new double[positions];
    this.recovery = recovery;
  }

  /** Whole amounts, so that ties and exact zeros are frequent. */
  static Debts random(SplittableRandom random) {
    int positions = 2 + random.nextInt(7);
    Recovery recovery =
        random.nextBoolean()
            ? Recovery.FULL
            : new Recovery(random.nextInt(5) / 4.0, random.nextInt(5) / 4.0);
    Debts debts = new Debts(positions, random.nextInt(18), recovery);
    int ranks = 1 + random.nextInt(3);
    for (int k = 0; k < debts.owed.length; k++) {
      debts.payer[k] = random.nextInt(positions);
      debts.payee[k] = random.nextInt(positions);
      debts.rank[k] = random.nextInt(ranks);
      debts.owed[k] = random.nextInt(10);
    }
    for (int i = 0; i < positions; i++) {
      debts.resource[i] = random.nextInt(4) == 0 ? random.nextInt(-3, 12) : random.nextInt(2);
    }
    return debts;
  }

  ClearingKernel kernel() {
    return new ClearingKernel(positions, payer, payee, rank);
  }

  /** Pays with last turn's receipts, beginning with everything paid, until nothing moves. */
  double[] iterateFromAbove() {
    double[] paid = owed.clone();
    for (int turn = 0; turn < 200_000; turn++) {
      double[] in = new double[positions];
      double[] due = new double[positions];
      for (int k = 0; k < owed.length; k++) {
        in[payee[k]] += paid[k];
        due[payer[k]] += owed[k];
      }
      double[] next = new double[owed.length];
      double move = 0;
      for (int i = 0; i < positions; i++) {
        double has = resource[i] + in[i];
        if (has < due[i] - 1e-12) {
          has =
              (resource[i] > 0 ? recovery.ofResources() : 1) * resource[i]
                  + recovery.ofReceipts() * in[i];
        } else {
          has = due[i];
        }
        for (int r = 0; r < 3; r++) {
          double here = 0;
          for (int k = 0; k < owed.length; k++) {
            here += payer[k] == i && rank[k] == r ? owed[k] : 0;
          }
          double part = here == 0 ? 0 : Math.min(1, Math.max(0, has) / here);
          for (int k = 0; k < owed.length; k++) {
            if (payer[k] == i && rank[k] == r) {
              next[k] = owed[k] * part;
              move = Math.max(move, paid[k] - next[k]);
            }
          }
          has -= here;
        }
      }
      paid = next;
      if (move < 1e-13) {
        break;
      }
    }
    return paid;
  }

  @Override
  public String toString() {
    return Arrays.toString(payer)
        + Arrays.toString(payee)
        + Arrays.toString(rank)
        + Arrays.toString(owed)
        + Arrays.toString(resource)
        + recovery;
  }
}
