package org.tiyun.circuit.cascade;

import java.util.Arrays;
import org.tiyun.circuit.network.PaymentGraph;
import org.tiyun.clearing.ClearingKernel;
import org.tiyun.clearing.ClearingVector;
import org.tiyun.clearing.LargeClearing;
import org.tiyun.clearing.Recovery;

/** Cascades in which everything owed is called at once and paid as far as means reach. */
public final class PaymentCascade {
  private static final int LARGE = 1_000;

  private PaymentCascade() {}

  /**
   * The greatest clearing vector (Eisenberg and Noe 2001; with {@code recovery} below 1 Rogers and
   * Veraart 2013). Exact, O(d^3) for each round with d failed parties; of more than {@value #LARGE}
   * parties by iteration from above, to 1e-12 of what is owed, O(E) a round.
   *
   * @param losses of external assets by party
   */
  public static Cascade clear(BalanceSheets before, double[] losses, Recovery recovery) {
    Cascade.Method method =
        recovery.equals(Recovery.FULL)
            ? Cascade.Method.EISENBERG_NOE
            : Cascade.Method.ROGERS_VERAART;
    return clear(before, losses, recovery, method);
  }

  static Cascade clear(
      BalanceSheets before, double[] losses, Recovery recovery, Cascade.Method method) {
    return before.size() > LARGE
        ? clearMany(before, losses, recovery, method)
        : clearExactly(before, losses, recovery, method);
  }

  static Cascade clearMany(
      BalanceSheets before, double[] losses, Recovery recovery, Cascade.Method method) {
    BalanceSheets sheets = before.after(losses);
    PaymentGraph claims = sheets.debts().reversed();
    double[] owed = sheets.debtsInside();
    double[] outside = sheets.externalLiabilities();
    Arrays.setAll(owed, i -> owed[i] + outside[i]);
    LargeClearing found =
        LargeClearing.of(
            claims.rowStart(),
            claims.target(),
            claims.amount(),
            owed,
            sheets.externalAssets(),
            recovery,
            LargeClearing.TOLERANCE);
    double[] payment = new double[owed.length];
    double[] equity = sheets.equity();
    double[] loss = new double[owed.length];
    double lostOutside = 0;
    for (int i = 0; i < owed.length; i++) {
      payment[i] = owed[i] * found.paidShare()[i];
      lostOutside += outside[i] * (1 - found.paidShare()[i]);
      for (int k = claims.rowStart()[i]; k < claims.rowStart()[i + 1]; k++) {
        loss[i] += claims.amount()[k] * (1 - found.paidShare()[claims.target()[k]]);
      }
      equity[i] -= loss[i];
    }
    return new Cascade(
        method,
        sheets,
        payment,
        equity,
        Cascade.stress(before.equity(), equity),
        Cascade.defaults(sheets, found.defaultRound()),
        loss,
        lostOutside);
  }

  static Cascade clearExactly(
      BalanceSheets before, double[] losses, Recovery recovery, Cascade.Method method) {
    BalanceSheets sheets = before.after(losses);
    PaymentGraph debts = sheets.debts();
    int n = sheets.size();
    int edges = debts.edges();
    int[] payer = Arrays.copyOf(debts.sources(), edges + n);
    int[] payee = Arrays.copyOf(debts.target(), edges + n);
    double[] owed = Arrays.copyOf(debts.amount(), edges + n);
    for (int i = 0; i < n; i++) {
      payer[edges + i] = i;
      payee[edges + i] = n;
      owed[edges + i] = sheets.externalLiabilities()[i];
    }
    ClearingVector found =
        new ClearingKernel(n + 1, payer, payee, new int[edges + n])
            .clear(owed, Arrays.copyOf(sheets.externalAssets(), n + 1), recovery);
    double[] payment = new double[n];
    double[] equity = sheets.equity();
    double[] loss = new double[n];
    double outside = 0;
    for (int k = 0; k < edges + n; k++) {
      double short_ = owed[k] - found.paid()[k];
      payment[payer[k]] += found.paid()[k];
      if (k < edges) {
        loss[payee[k]] += short_;
        equity[payee[k]] -= short_;
      } else {
        outside += short_;
      }
    }
    return new Cascade(
        method,
        sheets,
        payment,
        equity,
        Cascade.stress(before.equity(), equity),
        Cascade.defaults(sheets, found.defaultRound()),
        loss,
        outside);
  }

  /**
   * The full-payment algorithm (Bardoscia and others 2019): whoever holds enough cash pays all it
   * owes, in rounds, and nobody pays in part. Those who never come to pay are stuck, some of them
   * solvent; they are listed with the round in which payments cease. The order of parties does not
   * matter. O(E) for each round.
   */
  public static Cascade payInFull(BalanceSheets before, double[] losses) {
    BalanceSheets sheets = before.after(losses);
    PaymentGraph debts = sheets.debts();
    int n = sheets.size();
    double[] owed = sheets.debtsInside();
    double[] cash = sheets.externalAssets().clone();
    boolean[] paid = new boolean[n];
    int rounds = 0;
    boolean moved = true;
    while (moved) {
      moved = false;
      rounds++;
      double[] arrived = new double[n];
      for (int i = 0; i < n; i++) {
        double due = owed[i] + sheets.externalLiabilities()[i];
        if (!paid[i] && due - cash[i] <= 1e-14 * (due + Math.abs(cash[i]))) {
          paid[i] = true;
          moved = true;
          cash[i] -= due;
          for (int e = debts.rowStart()[i]; e < debts.rowStart()[i + 1]; e++) {
            arrived[debts.target()[e]] += debts.amount()[e];
          }
        }
      }
      for (int i = 0; i < n; i++) {
        cash[i] += arrived[i];
      }
    }
    double[] payment = new double[n];
    double[] loss = new double[n];
    double[] equity = sheets.equity();
    int[] stuck = new int[n];
    double outside = 0;
    for (int i = 0; i < n; i++) {
      double due = owed[i] + sheets.externalLiabilities()[i];
      payment[i] = paid[i] ? due : 0;
      if (!paid[i]) {
        stuck[i] = rounds;
        outside += sheets.externalLiabilities()[i];
        for (int e = debts.rowStart()[i]; e < debts.rowStart()[i + 1]; e++) {
          loss[debts.target()[e]] += debts.amount()[e];
          equity[debts.target()[e]] -= debts.amount()[e];
        }
      }
    }
    return new Cascade(
        Cascade.Method.FULL_PAYMENT,
        sheets,
        payment,
        equity,
        Cascade.stress(before.equity(), equity),
        Cascade.defaults(sheets, stuck),
        loss,
        outside);
  }
}
