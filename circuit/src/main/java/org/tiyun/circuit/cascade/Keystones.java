package org.tiyun.circuit.cascade;

import java.util.Arrays;
import org.tiyun.circuit.network.PaymentGraph;
import org.tiyun.clearing.Recovery;

/**
 * What everyone else loses when one party stops paying (C14): the sum of all losses on claims,
 * those on the party itself and those that follow, by Eisenberg and Noe. One clearing per party.
 */
public final class Keystones {
  private Keystones() {}

  /** Losses of all others, by the party that stops paying, in the sheets' unit. */
  public static double[] of(BalanceSheets sheets, Recovery recovery) {
    double[] index = new double[sheets.size()];
    PaymentGraph debts = sheets.debts();
    for (int silent = 0; silent < index.length; silent++) {
      double[] owed = debts.amount().clone();
      double claims = sheets.externalLiabilities()[silent];
      for (int e = debts.rowStart()[silent]; e < debts.rowStart()[silent + 1]; e++) {
        claims += owed[e];
        owed[e] = 0;
      }
      double[] outside = sheets.externalLiabilities().clone();
      outside[silent] = 0;
      BalanceSheets without =
          new BalanceSheets(
              sheets.parties(), debts.withAmounts(owed), sheets.externalAssets(), outside);
      double[] none = new double[index.length];
      double already = PaymentCascade.clear(sheets, none, recovery).loss();
      index[silent] = claims + PaymentCascade.clear(without, none, recovery).loss() - already;
    }
    return Arrays.copyOf(index, index.length);
  }
}
