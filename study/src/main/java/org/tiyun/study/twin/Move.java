package org.tiyun.study.twin;

/** Which way a quantity goes; what moves by next to nothing stands still. */
public enum Move {
  UP,
  DOWN,
  FLAT,
  UNKNOWN;

  private static final double RELATIVE = 0.005;
  private static final double ABSOLUTE = 0.0005;

  /**
   * From one value to another: flat where they differ by no more than half a percent of the larger
   * or by no more than 0.0005; unknown where one is not finite.
   */
  public static Move between(double from, double to) {
    double by = to - from;
    if (!Double.isFinite(by)) {
      return UNKNOWN;
    }
    double room = Math.max(ABSOLUTE, RELATIVE * Math.max(Math.abs(from), Math.abs(to)));
    return Math.abs(by) <= room ? FLAT : by > 0 ? UP : DOWN;
  }
}
