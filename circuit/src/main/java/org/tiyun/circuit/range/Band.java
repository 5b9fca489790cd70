package org.tiyun.circuit.range;

/**
 * A figure with its range.
 *
 * @param value from the sources' values as they are
 * @param low the 5th percentile of the draws, {@code high} the 95th. They describe the ranges that
 *     the ledger gives, not the truth; with skewed ranges the value need not lie in the middle
 */
public record Band(double value, double low, double high) {
  /** Whether the value itself is rarer than the range: its sources' ranges are lopsided. */
  public boolean missesValue() {
    return value < low || value > high;
  }
}
