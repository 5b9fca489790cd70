package org.tiyun.engine.lanes;

/** Takes the paths of a block apart. */
final class Sorting {
  /** Lanes taken at a time: as many numbers as fit a line of the cache. */
  private static final int WIDE = 8;

  private Sorting() {}

  /**
   * @param values by period from 0, then cell after cell, each with {@code lanes} lanes
   * @param at by output: its cell
   * @param count lanes that are wanted
   * @return by lane, then by output, then by period from 0
   */
  static double[][][] byLane(double[][] values, int[] at, int lanes, int count) {
    double[][][] sorted = new double[count][at.length][];
    for (int k = 0; k < at.length; k++) {
      int first = at[k] * lanes;
      int lane = 0;
      for (; lane + WIDE <= count; lane += WIDE) {
        double[][] rows = new double[WIDE][values.length];
        eight(
            values,
            first + lane,
            rows[0],
            rows[1],
            rows[2],
            rows[3],
            rows[4],
            rows[5],
            rows[6],
            rows[7]);
        for (int i = 0; i < WIDE; i++) {
          sorted[lane + i][k] = rows[i];
        }
      }
      for (; lane < count; lane++) {
        double[] row = new double[values.length];
        for (int t = 0; t < row.length; t++) {
          row[t] = values[t][first + lane];
        }
        sorted[lane][k] = row;
      }
    }
    return sorted;
  }

  private static void eight(
      double[][] from,
      int at,
      double[] a,
      double[] b,
      double[] c,
      double[] d,
      double[] e,
      double[] f,
      double[] g,
      double[] h) {
    for (int t = 0; t < a.length; t++) {
      double[] period = from[t];
      a[t] = period[at];
      b[t] = period[at + 1];
      c[t] = period[at + 2];
      d[t] = period[at + 3];
      e[t] = period[at + 4];
      f[t] = period[at + 5];
      g[t] = period[at + 6];
      h[t] = period[at + 7];
    }
  }
}
