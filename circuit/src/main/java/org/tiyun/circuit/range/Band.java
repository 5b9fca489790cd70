package org.tiyun.circuit.range;

/**
 * A figure with its range.
 *
 * @param value from the sources' values as they are
 * @param low the 5th percentile of the draws, {@code high} the 95th. They describe the ranges that
 *     the ledger gives, not the truth; with skewed ranges the value need not lie in the middle
 */
public record Band(double value, double low, double high) {}
