package org.tiyun.engine;

import java.util.List;

/**
 * The audit of a run, over all periods: payments of a period sum to zero, each claim's holdings sum
 * to zero, each holding equals last period's plus its flows, each sector's money equals last
 * period's plus receipts less payments.
 *
 * @param largestResidual largest absolute identity gap met
 * @param largestStock largest absolute holding or flow met: what the gap is measured against
 * @param where the identity, entity and period of the largest gap
 * @param negativeMoney sectors other than the issuer whose settlement money went below zero by more
 *     than the tolerance, with the first period: an overdraft nobody granted
 */
public record Audit(
    double largestResidual, double largestStock, String where, List<Overdraft> negativeMoney) {

  /** A holding of money below zero. */
  public record Overdraft(String sector, int period, double amount) {}

  /** The gap in units of the largest stock; at most 1e-9 in a sound run. */
  public double relative() {
    return largestStock > 0 ? largestResidual / largestStock : largestResidual;
  }
}
