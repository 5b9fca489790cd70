package org.tiyun.circuit.cascade;

import java.util.Arrays;
import org.tiyun.circuit.network.PaymentGraph;

/**
 * Cascades in which a claim loses value in step with its debtor's equity, before anyone fails:
 * DebtRank. Stress h is the share of starting equity lost, capped at 1; every party needs equity
 * above 0 to start with.
 */
public final class StressCascade {
  private static final int MOST_ROUNDS = 1_000_000;

  private StressCascade() {}

  /**
   * Repeated: h_i = min(1, (loss_i + sum over debtors j of claim_ij h_j) / equity_i), the least
   * solution, from below (Bardoscia, Battiston, Caccioli, Caldarelli 2015). O(E) for each round;
   * slow where losses nearly feed themselves, ends when nothing moves by 1e-15.
   *
   * @throws IllegalArgumentException where a party starts without equity
   */
  public static Cascade repeated(BalanceSheets sheets, double[] losses) {
    double[] start = startingEquity(sheets);
    int n = start.length;
    double[] stress = new double[n];
    int[] failed = new int[n];
    for (int round = 1; round <= MOST_ROUNDS; round++) {
      double[] lost = lostOnClaims(sheets.debts(), stress);
      double move = 0;
      for (int i = 0; i < n; i++) {
        double h = Math.min(1, (losses[i] + lost[i]) / start[i]);
        move = Math.max(move, h - stress[i]);
        stress[i] = Math.max(stress[i], h);
        if (h >= 1 - 1e-12 && failed[i] == 0) {
          failed[i] = round;
        }
      }
      if (move <= 1e-15) {
        break;
      }
    }
    double[] lost = lostOnClaims(sheets.debts(), stress);
    double[] equity = new double[n];
    Arrays.setAll(equity, i -> start[i] - losses[i] - lost[i]);
    return result(Cascade.Method.DEBTRANK, sheets.after(losses), equity, stress, lost, failed);
  }

  /**
   * Single hit: each party passes its stress on once, in the round after it was first hit
   * (Battiston, Puliga, Kaushik, Tasca, Caldarelli 2012; impact min(1, claim / equity)).
   *
   * @throws IllegalArgumentException where a party starts without equity
   */
  public static Cascade singleHit(BalanceSheets sheets, double[] losses) {
    double[] start = startingEquity(sheets);
    int n = start.length;
    PaymentGraph debts = sheets.debts();
    double[] stress = new double[n];
    int[] failed = new int[n];
    boolean[] hit = new boolean[n];
    boolean[] done = new boolean[n];
    for (int i = 0; i < n; i++) {
      stress[i] = Math.min(1, losses[i] / start[i]);
      hit[i] = stress[i] > 0;
      failed[i] = stress[i] >= 1 ? 1 : 0;
    }
    boolean moving = true;
    for (int round = 2; moving; round++) {
      moving = false;
      double[] more = new double[n];
      for (int j = 0; j < n; j++) {
        if (hit[j] && !done[j]) {
          done[j] = true;
          moving = true;
          for (int e = debts.rowStart()[j]; e < debts.rowStart()[j + 1]; e++) {
            int i = debts.target()[e];
            more[i] += Math.min(1, debts.amount()[e] / start[i]) * stress[j];
          }
        }
      }
      for (int i = 0; i < n; i++) {
        if (more[i] > 0) {
          stress[i] = Math.min(1, stress[i] + more[i]);
          hit[i] = true;
          failed[i] = failed[i] == 0 && stress[i] >= 1 ? round : failed[i];
        }
      }
    }
    double[] equity = new double[n];
    double[] lost = new double[n];
    for (int i = 0; i < n; i++) {
      equity[i] = start[i] * (1 - stress[i]);
      lost[i] = Math.max(0, start[i] * stress[i] - losses[i]);
    }
    return result(
        Cascade.Method.DEBTRANK_SINGLE_HIT, sheets.after(losses), equity, stress, lost, failed);
  }

  private static Cascade result(
      Cascade.Method method,
      BalanceSheets sheets,
      double[] equity,
      double[] stress,
      double[] lost,
      int[] failed) {
    double[] worth = sheets.debtsInside();
    Arrays.setAll(worth, i -> worth[i] * (1 - stress[i]) + sheets.externalLiabilities()[i]);
    return new Cascade(
        method, sheets, worth, equity, stress, Cascade.defaults(sheets, failed), lost, 0);
  }

  private static double[] startingEquity(BalanceSheets sheets) {
    double[] equity = sheets.equity();
    for (int i = 0; i < equity.length; i++) {
      if (!(equity[i] > 0)) {
        throw new IllegalArgumentException("no equity to start with: " + sheets.parties().get(i));
      }
    }
    return equity;
  }

  private static double[] lostOnClaims(PaymentGraph debts, double[] stress) {
    double[] lost = new double[stress.length];
    for (int j = 0; j < stress.length; j++) {
      if (stress[j] > 0) {
        for (int e = debts.rowStart()[j]; e < debts.rowStart()[j + 1]; e++) {
          lost[debts.target()[e]] += debts.amount()[e] * stress[j];
        }
      }
    }
    return lost;
  }
}
