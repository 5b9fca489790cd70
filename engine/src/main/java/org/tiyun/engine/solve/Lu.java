package org.tiyun.engine.solve;

/** Solves small dense linear systems by elimination with partial pivoting. */
public final class Lu {
  private Lu() {}

  /**
   * Solves {@code a x = b} in place: {@code a} is destroyed, {@code b} becomes x.
   *
   * @return false where the matrix is singular or not finite; then {@code b} is of no use
   */
  public static boolean solve(double[][] a, double[] b) {
    int n = b.length;
    for (int p = 0; p < n; p++) {
      int best = p;
      for (int r = p + 1; r < n; r++) {
        if (Math.abs(a[r][p]) > Math.abs(a[best][p])) {
          best = r;
        }
      }
      double[] row = a[best];
      double pivot = row[p];
      if (pivot == 0 || !Double.isFinite(pivot)) {
        return false;
      }
      a[best] = a[p];
      a[p] = row;
      double right = b[best];
      b[best] = b[p];
      b[p] = right;
      for (int r = p + 1; r < n; r++) {
        double factor = a[r][p] / pivot;
        if (factor != 0) {
          for (int c = p + 1; c < n; c++) {
            a[r][c] -= factor * row[c];
          }
          b[r] -= factor * right;
        }
      }
    }
    for (int p = n - 1; p >= 0; p--) {
      double sum = b[p];
      for (int c = p + 1; c < n; c++) {
        sum -= a[p][c] * b[c];
      }
      b[p] = sum / a[p][p];
    }
    return true;
  }
}
