package org.tiyun.circuit.cascade;

import java.util.Arrays;
import java.util.List;
import org.tiyun.circuit.network.PaymentGraph;

/**
 * What everyone owns and owes at one moment, in one unit.
 *
 * @param parties names
 * @param debts an edge from debtor to creditor for each debt between the parties
 * @param externalAssets by party what it owns besides claims on the others
 * @param externalLiabilities by party what it owes outside, ranking equally with its other debts
 */
public record BalanceSheets(
    List<String> parties,
    PaymentGraph debts,
    double[] externalAssets,
    double[] externalLiabilities) {

  /** Sheets that have the given equity: the difference to claims less debts stands outside. */
  public static BalanceSheets ofEquity(List<String> parties, PaymentGraph debts, double[] equity) {
    double[] assets = new double[equity.length];
    double[] liabilities = new double[equity.length];
    BalanceSheets bare = new BalanceSheets(parties, debts, assets, liabilities);
    double[] claims = bare.claims();
    double[] owed = bare.debtsInside();
    for (int i = 0; i < equity.length; i++) {
      double outside = equity[i] - claims[i] + owed[i];
      assets[i] = Math.max(0, outside);
      liabilities[i] = Math.max(0, -outside);
    }
    return bare;
  }

  public int size() {
    return parties.size();
  }

  /** Face value of each party's claims on the others. */
  public double[] claims() {
    double[] sum = new double[size()];
    for (int e = 0; e < debts.edges(); e++) {
      sum[debts.target()[e]] += debts.amount()[e];
    }
    return sum;
  }

  /** What each party owes the others. */
  public double[] debtsInside() {
    double[] sum = new double[size()];
    for (int i = 0; i < sum.length; i++) {
      for (int e = debts.rowStart()[i]; e < debts.rowStart()[i + 1]; e++) {
        sum[i] += debts.amount()[e];
      }
    }
    return sum;
  }

  /** External assets and claims less all debts, at face value. */
  public double[] equity() {
    double[] claims = claims();
    double[] owed = debtsInside();
    double[] equity = new double[size()];
    for (int i = 0; i < equity.length; i++) {
      equity[i] = externalAssets[i] + claims[i] - owed[i] - externalLiabilities[i];
    }
    return equity;
  }

  /** The same after losses of external assets; assets may become negative: a hole. */
  public BalanceSheets after(double[] losses) {
    double[] left = externalAssets.clone();
    Arrays.setAll(left, i -> left[i] - losses[i]);
    return new BalanceSheets(parties, debts, left, externalLiabilities);
  }
}
