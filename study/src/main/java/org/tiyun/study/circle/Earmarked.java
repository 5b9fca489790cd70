package org.tiyun.study.circle;

import java.util.Arrays;

/**
 * End users' share in what firms of the circle spend, where equity that one of them gives another
 * is tied to purchases in the circle: the other bound to the proportional reading of {@link
 * Year#fromUsers()}. Each firm is a pot and a rest. The pot receives the smaller of the equity that
 * firms of the circle gave it and what it bought in the circle, and pays for that; everything else
 * goes through the rest. As {@code tiyun map --bounds} reads the ledger.
 */
final class Earmarked {
  private static final double NEARLY = 1e-14;
  private static final int MOST_ROUNDS = 10_000;

  private final double[][] bought;
  private final double[][] given;
  private final double[][] other;
  private final double[] own;
  private final double[] spent;
  private final double[] pot;
  private final double[] equity;
  private final double[] restFunds;
  private final double[] rest;
  private final double[] tied;

  private Earmarked(Year year) {
    int n = year.book().firms().size();
    bought = year.bought();
    given = year.given();
    other = new double[n][n];
    double[][] paid = year.paid();
    double[] funds = year.funds();
    own = new double[n];
    spent = new double[n];
    pot = new double[n];
    equity = new double[n];
    restFunds = new double[n];
    rest = new double[n];
    tied = new double[n];
    for (int i = 0; i < n; i++) {
      own[i] = year.over(year.book().firms().get(i).fromUsers());
      for (int j = 0; j < n; j++) {
        other[i][j] = paid[i][j] - bought[i][j] - given[i][j];
        spent[i] += bought[i][j];
        equity[j] += given[i][j];
      }
    }
    for (int j = 0; j < n; j++) {
      pot[j] = Math.min(equity[j], spent[j]);
      restFunds[j] = funds[j] - pot[j];
    }
  }

  /** By firm: end users' share in what it pays for purchases in the circle; 0..1. */
  static double[] inPurchases(Year year) {
    Earmarked shares = new Earmarked(year);
    for (int round = 0; round < MOST_ROUNDS && shares.step() >= NEARLY; round++) {
      // Each round brings the shares nearer.
    }
    double[] mix = new double[shares.pot.length];
    Arrays.setAll(mix, shares::mix);
    return mix;
  }

  private double step() {
    double change = 0;
    for (int j = 0; j < rest.length; j++) {
      double toRest = own[j];
      double toPot = 0;
      for (int i = 0; i < rest.length; i++) {
        toRest += bought[i][j] * mix(i) + other[i][j] * rest[i];
        toPot += given[i][j] * rest[i];
      }
      tied[j] = equity[j] > 0 ? toPot / equity[j] : 0;
      // Equity beyond what was bought is like other money.
      toRest += (equity[j] - pot[j]) * tied[j];
      double next = restFunds[j] > 0 ? toRest / restFunds[j] : 0;
      change = Math.max(change, Math.abs(next - rest[j]));
      rest[j] = next;
    }
    return change;
  }

  private double mix(int firm) {
    return spent[firm] > 0
        ? (pot[firm] * tied[firm] + (spent[firm] - pot[firm]) * rest[firm]) / spent[firm]
        : rest[firm];
  }
}
