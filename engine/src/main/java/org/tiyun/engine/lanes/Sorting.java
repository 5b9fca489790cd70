package org.tiyun.engine.lanes;

import java.util.Arrays;

/** Takes the paths of a block apart. */
final class Sorting {
  /** Lanes taken at a time: as many numbers as fit a line of the cache. */
  private static final int WIDE = 8;

  private Sorting() {}

  /**
   * @param values by output; period times {@code lanes} plus lane
   * @param count lanes that are wanted
   * @return by lane, then by output, then by period from 0
   */
  static double[][][] byLane(double[][] values, int lanes, int count, int periods) {
    if (lanes == 1) {
      return new double[][][] {Arrays.stream(values).map(double[]::clone).toArray(double[][]::new)};
    }
    double[][][] sorted = new double[count][values.length][];
    for (int k = 0; k < values.length; k++) {
      int lane = 0;
      for (; lane + WIDE <= count; lane += WIDE) {
        double[][] rows = new double[WIDE][periods + 1];
        eight(
            values[k], lane, lanes, rows[0], rows[1], rows[2], rows[3], rows[4], rows[5], rows[6],
            rows[7]);
        for (int i = 0; i < WIDE; i++) {
          sorted[lane + i][k] = rows[i];
        }
      }
      for (; lane < count; lane++) {
        double[] row = new double[periods + 1];
        for (int t = 0; t <= periods; t++) {
          row[t] = values[k][t * lanes + lane];
        }
        sorted[lane][k] = row;
      }
    }
    return sorted;
  }

  private static void eight(
      double[] from,
      int lane,
      int lanes,
      double[] a,
      double[] b,
      double[] c,
      double[] d,
      double[] e,
      double[] f,
      double[] g,
      double[] h) {
    for (int t = 0, at = lane; t < a.length; t++, at += lanes) {
      a[t] = from[at];
      b[t] = from[at + 1];
      c[t] = from[at + 2];
      d[t] = from[at + 3];
      e[t] = from[at + 4];
      f[t] = from[at + 5];
      g[t] = from[at + 6];
      h[t] = from[at + 7];
    }
  }
}
