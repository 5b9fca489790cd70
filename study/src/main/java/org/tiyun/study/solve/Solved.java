package org.tiyun.study.solve;

/**
 * The smallest value at which a condition holds.
 *
 * @param value where FOUND; else the end of the interval that was searched
 * @param tolerance half the width of the last bracket; 0 where nothing was found
 * @param monotone whether every value tried above the answer held and every one below it did not;
 *     where false there are several thresholds and {@code value} is the highest of them
 * @param tried how many values were tried
 */
public record Solved(Status status, double value, double tolerance, boolean monotone, int tried) {

  /** What came of the search. */
  public enum Status {
    FOUND,
    /** The condition holds already at the low end. */
    HOLDS_EVERYWHERE,
    /** It does not hold even at the high end. */
    HOLDS_NOWHERE
  }

  public boolean found() {
    return status == Status.FOUND;
  }
}
