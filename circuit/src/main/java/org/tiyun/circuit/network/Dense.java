package org.tiyun.circuit.network;

/** Small dense systems of plain arrays. */
final class Dense {
  private Dense() {}

  /**
   * Solves A X = B by elimination with row pivoting, in place: B becomes X.
   *
   * @return false where A is singular to rounding; B is then meaningless
   */
  static boolean solve(double[][] a, double[][] b) {
    int n = a.length;
    for (int p = 0; p < n; p++) {
      int best = p;
      for (int r = p + 1; r < n; r++) {
        if (Math.abs(a[r][p]) > Math.abs(a[best][p])) {
          best = r;
        }
      }
      if (!(Math.abs(a[best][p]) > 1e-14)) {
        return false;
      }
      swap(a, p, best);
      swap(b, p, best);
      double[] pivotRow = a[p];
      double[] pivotRight = b[p];
      for (int r = p + 1; r < n; r++) {
        double factor = a[r][p] / pivotRow[p];
        if (factor != 0) {
          subtract(a[r], pivotRow, factor, p);
          subtract(b[r], pivotRight, factor, 0);
        }
      }
    }
    for (int p = n - 1; p >= 0; p--) {
      double[] row = b[p];
      for (int c = p + 1; c < n; c++) {
        if (a[p][c] != 0) {
          subtract(row, b[c], a[p][c], 0);
        }
      }
      for (int k = 0; k < row.length; k++) {
        row[k] /= a[p][p];
      }
    }
    return true;
  }

  /** The inverse, or an empty array where there is none. */
  static double[][] inverse(double[][] a) {
    int n = a.length;
    double[][] b = new double[n][n];
    for (int i = 0; i < n; i++) {
      b[i][i] = 1;
    }
    return solve(a, b) ? b : new double[0][];
  }

  private static void subtract(double[] row, double[] other, double factor, int from) {
    for (int c = from; c < row.length; c++) {
      row[c] -= factor * other[c];
    }
  }

  private static void swap(double[][] rows, int i, int j) {
    double[] row = rows[i];
    rows[i] = rows[j];
    rows[j] = row;
  }
}
