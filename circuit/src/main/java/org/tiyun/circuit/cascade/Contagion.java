package org.tiyun.circuit.cascade;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tiyun.clearing.Recovery;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/**
 * A question of contagion: which method, what is recovered of a failed party's assets, and who
 * loses what first.
 *
 * @param recovery used by Rogers and Veraart alone
 * @param shocks losses of external assets by name, 0 or more, in money
 */
public record Contagion(Cascade.Method method, Recovery recovery, Map<String, Double> shocks) {
  /** The shock that takes all external assets of a party. */
  public static final double ALL = Double.POSITIVE_INFINITY;

  /**
   * The same with the recovery as two shares of 0 to 1: of a failed party's own assets, and of what
   * others pay it.
   *
   * @throws Failure E0524 where a method without failure costs is given one
   */
  public static Contagion of(
      Cascade.Method method, double ofAssets, double ofReceipts, Map<String, Double> shocks) {
    if (method != Cascade.Method.ROGERS_VERAART && (ofAssets < 1 || ofReceipts < 1)) {
      throw new Failure(Finding.error("E0524").with("method", method.key()));
    }
    return new Contagion(method, new Recovery(ofAssets, ofReceipts), shocks);
  }

  /** What the others lose when each party alone stops paying, under the same recovery. */
  public double[] keystones(BalanceSheets sheets) {
    return Keystones.of(sheets, recovery);
  }

  /**
   * Runs it.
   *
   * @throws Failure E0520 for DebtRank where a party has no equity to start with, E0521 where a
   *     shock names an unknown party, E0522 where a loss is negative or not a number
   */
  public Cascade run(BalanceSheets sheets) {
    return run(sheets, losses(sheets));
  }

  /** The same with losses by party instead of the shocks. */
  Cascade run(BalanceSheets sheets, double[] losses) {
    return switch (method) {
      case EISENBERG_NOE -> PaymentCascade.clear(sheets, losses, Recovery.FULL, method);
      case ROGERS_VERAART -> PaymentCascade.clear(sheets, losses, recovery, method);
      case FULL_PAYMENT -> PaymentCascade.payInFull(sheets, losses);
      case DEBTRANK -> StressCascade.repeated(withEquity(sheets), losses);
      case DEBTRANK_SINGLE_HIT -> StressCascade.singleHit(withEquity(sheets), losses);
    };
  }

  /** The shocks by party; {@link #ALL} is whatever the party owns outside. */
  double[] losses(BalanceSheets sheets) {
    double[] losses = new double[sheets.size()];
    List<Finding> findings = new ArrayList<>();
    shocks.forEach((party, loss) -> {
      int i = sheets.parties().indexOf(party);
      if (i < 0) {
        findings.add(Finding.error("E0521").with("node", party));
      } else if (loss == ALL) {
        losses[i] = Math.max(0, sheets.externalAssets()[i]);
      } else if (!(loss >= 0 && loss < Double.POSITIVE_INFINITY)) {
        findings.add(Finding.error("E0522").with("node", party).with("loss", loss));
      } else {
        losses[i] = loss;
      }
    });
    if (!findings.isEmpty()) {
      throw new Failure(findings);
    }
    return losses;
  }

  private static BalanceSheets withEquity(BalanceSheets sheets) {
    double[] equity = sheets.equity();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < equity.length; i++) {
      if (!(equity[i] > 0)) {
        findings.add(
            Finding.error("E0520").with("node", sheets.parties().get(i)).with("equity", equity[i]));
      }
    }
    if (!findings.isEmpty()) {
      throw new Failure(findings);
    }
    return sheets;
  }
}
