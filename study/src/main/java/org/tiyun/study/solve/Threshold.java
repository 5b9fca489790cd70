package org.tiyun.study.solve;

import java.util.Arrays;

/**
 * Finds the smallest value from which on a condition holds, by cutting the interval into many parts
 * at once: the values of a round are independent, so that they can be computed side by side.
 *
 * <p>The first round looks at the whole interval and so also tells whether the condition is
 * monotone: whether it holds everywhere above some point and nowhere below. Where it is not, the
 * highest crossing is refined, since only above it is the condition safe.
 */
public final class Threshold {
  /** Parts of a round, where values of a round cost little more than one. */
  public static final int PARTS = 24;

  private static final int MOST_ROUNDS = 12;

  private Threshold() {}

  /** Whether the condition holds, for each of the values. */
  @FunctionalInterface
  public interface Condition {
    boolean[] holds(double[] values);
  }

  /**
   * @param parts into which a round cuts what is left
   * @param tolerance half the width of the bracket at which the search ends; above 0
   */
  public static Solved find(
      double low, double high, double tolerance, int parts, Condition condition) {
    if (!(low < high) || !(tolerance > 0) || parts < 2) {
      throw new IllegalArgumentException("needed: low < high, tolerance > 0, two parts");
    }
    double[] values = between(low, high, parts);
    boolean[] holds = condition.holds(values);
    int tried = values.length;
    int first = highestCrossing(holds);
    boolean monotone = monotone(holds);
    if (first == 0) {
      return new Solved(Solved.Status.HOLDS_EVERYWHERE, low, 0, true, tried);
    }
    if (first == holds.length) {
      return new Solved(Solved.Status.HOLDS_NOWHERE, high, 0, monotone, tried);
    }
    double below = values[first - 1];
    double above = values[first];
    for (int round = 0; round < MOST_ROUNDS && above - below > 2 * tolerance; round++) {
      values = between(below, above, parts);
      // The ends are known; what lies between is new.
      holds = condition.holds(Arrays.copyOfRange(values, 1, values.length - 1));
      tried += holds.length;
      int crossing = highestCrossing(holds);
      monotone &= monotone(holds);
      below = values[crossing];
      above = values[crossing + 1];
    }
    return new Solved(Solved.Status.FOUND, above, (above - below) / 2, monotone, tried);
  }

  private static double[] between(double low, double high, int parts) {
    double[] values = new double[parts + 1];
    for (int i = 0; i <= parts; i++) {
      values[i] = i == parts ? high : low + (high - low) * i / parts;
    }
    return values;
  }

  /** The first position from which on all hold. */
  private static int highestCrossing(boolean[] holds) {
    int first = holds.length;
    while (first > 0 && holds[first - 1]) {
      first--;
    }
    return first;
  }

  private static boolean monotone(boolean[] holds) {
    for (int i = 1; i < holds.length; i++) {
      if (holds[i - 1] && !holds[i]) {
        return false;
      }
    }
    return true;
  }
}
