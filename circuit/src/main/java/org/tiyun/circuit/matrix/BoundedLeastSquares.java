package org.tiyun.circuit.matrix;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Weighted least squares with bounds and a few sums: minimise sum ((x_i - p_i) / s_i)^2 + sum ((A x
 * - t)_r)^2 / e_r over l <= x <= u, each row of A a handful of +1 and -1.
 *
 * <p>Solved in the multipliers of the rows: for given multipliers y each x_i stands alone, x_i =
 * clip(p_i + s_i^2 (A'y)_i, l_i, u_i), and what remains is to bring A x(y) + e y - t to zero, which
 * is the gradient of a strictly convex, piecewise quadratic function of y. Newton's method with an
 * exact line search ends exactly, once the set of cells at a bound no longer changes (Qi and Sun
 * 1993 give the theory of such methods). One step costs O(n k^2 + m^3) for n cells in k rows each
 * and m rows in all.
 *
 * <p>Why not a library's quadratic programme: about 200 cells hang together by about 50 rows only,
 * so a step is a 50 by 50 Cholesky (tens of microseconds, a handful of steps), the answer is unique
 * and the same on every machine, and a first run in a cold JVM loads nothing more. Thousands of
 * draws of one matrix are then a matter of seconds.
 */
final class BoundedLeastSquares {
  private static final int MOST_STEPS = 500;
  private static final double LEAST_PART = 1e-12;

  private final int[][] rowsOf;
  private final double[][] signOf;
  private final int rows;

  /** One solution: cells, multipliers of the rows, Newton steps taken. */
  record Solution(double[] x, double[] y, int steps) {}

  /**
   * @param rowsOf for each cell the rows it stands in; {@code signOf} its sign there
   */
  BoundedLeastSquares(int rows, int[][] rowsOf, double[][] signOf) {
    this.rows = rows;
    this.rowsOf = rowsOf;
    this.signOf = signOf;
  }

  /**
   * @param p wanted values, {@code s} their spread (above 0), {@code low} and {@code high} bounds
   * @param t wanted sums, {@code e} the square of their spread (above 0)
   */
  Solution solve(double[] p, double[] s, double[] low, double[] high, double[] t, double[] e) {
    return solve(p, s, low, high, t, e, new double[rows]);
  }

  /** The same from multipliers near the answer's. */
  Solution solve(
      double[] p, double[] s, double[] low, double[] high, double[] t, double[] e, double[] near) {
    double[] y = near.clone();
    double[] x = place(y, p, s, low, high);
    for (int step = 1; step <= MOST_STEPS; step++) {
      double[] move = newton(gradient(y, x, t, e), x, s, low, high, e);
      double[] next = moved(y, move, 1);
      double[] placed = place(next, p, s, low, high);
      if (sameSides(x, placed, low, high)) {
        return new Solution(placed, next, step);
      }
      y = moved(y, move, reach(y, move, p, s, low, high, t, e));
      x = place(y, p, s, low, high);
    }
    return new Solution(x, y, MOST_STEPS);
  }

  private static double[] moved(double[] y, double[] move, double part) {
    double[] next = new double[y.length];
    for (int r = 0; r < next.length; r++) {
      next[r] = y[r] - part * move[r];
    }
    return next;
  }

  /**
   * How far to go along a move: to where the slope along it, a rising broken line, meets zero. It
   * breaks wherever a cell meets a bound.
   */
  private double reach(
      double[] y,
      double[] move,
      double[] p,
      double[] s,
      double[] low,
      double[] high,
      double[] t,
      double[] e) {
    double at = 0;
    double slope = 0;
    double rise = 0;
    for (int r = 0; r < rows; r++) {
      slope -= move[r] * (e[r] * y[r] - t[r]);
      rise += e[r] * move[r] * move[r];
    }
    double[][] breaks = new double[2 * p.length][];
    int count = 0;
    for (int i = 0; i < p.length; i++) {
      double speed = pull(i, move);
      double free = p[i] + s[i] * s[i] * pull(i, y);
      slope -= speed * Math.min(high[i], Math.max(low[i], free));
      double change = -s[i] * s[i] * speed;
      if (change == 0) {
        continue;
      }
      double enters = ((change > 0 ? low[i] : high[i]) - free) / change;
      double leaves = ((change > 0 ? high[i] : low[i]) - free) / change;
      double steep = s[i] * s[i] * speed * speed;
      if (leaves > 0) {
        if (enters > 0) {
          breaks[count++] = new double[] {enters, steep};
        } else {
          rise += steep;
        }
        breaks[count++] = new double[] {leaves, -steep};
      }
    }
    Arrays.sort(breaks, 0, count, Comparator.comparingDouble(b -> b[0]));
    for (int k = 0; k < count && slope < 0; k++) {
      double there = slope + rise * (breaks[k][0] - at);
      if (there >= 0) {
        break;
      }
      slope = there;
      at = breaks[k][0];
      rise += breaks[k][1];
    }
    return slope >= 0 || rise <= 0 ? Math.max(at, LEAST_PART) : at - slope / rise;
  }

  private double pull(int i, double[] y) {
    double pull = 0;
    for (int k = 0; k < rowsOf[i].length; k++) {
      pull += signOf[i][k] * y[rowsOf[i][k]];
    }
    return pull;
  }

  private double[] place(double[] y, double[] p, double[] s, double[] low, double[] high) {
    double[] x = new double[p.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.min(high[i], Math.max(low[i], p[i] + s[i] * s[i] * pull(i, y)));
    }
    return x;
  }

  private double[] gradient(double[] y, double[] x, double[] t, double[] e) {
    double[] gradient = new double[rows];
    for (int r = 0; r < rows; r++) {
      gradient[r] = e[r] * y[r] - t[r];
    }
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < rowsOf[i].length; k++) {
        gradient[rowsOf[i][k]] += signOf[i][k] * x[i];
      }
    }
    return gradient;
  }

  private double[] newton(
      double[] gradient, double[] x, double[] s, double[] low, double[] high, double[] e) {
    double[][] h = new double[rows][rows];
    for (int r = 0; r < rows; r++) {
      h[r][r] = e[r];
    }
    for (int i = 0; i < x.length; i++) {
      if (x[i] > low[i] && x[i] < high[i]) {
        double weight = s[i] * s[i];
        for (int a = 0; a < rowsOf[i].length; a++) {
          for (int b = 0; b < rowsOf[i].length; b++) {
            h[rowsOf[i][a]][rowsOf[i][b]] += weight * signOf[i][a] * signOf[i][b];
          }
        }
      }
    }
    return cholesky(h, gradient.clone());
  }

  private static double[] cholesky(double[][] h, double[] b) {
    int n = b.length;
    for (int j = 0; j < n; j++) {
      double[] row = h[j];
      for (int k = 0; k < j; k++) {
        double sum = row[k];
        for (int m = 0; m < k; m++) {
          sum -= row[m] * h[k][m];
        }
        row[k] = sum / h[k][k];
      }
      double own = row[j];
      for (int m = 0; m < j; m++) {
        own -= row[m] * row[m];
      }
      row[j] = Math.sqrt(Math.max(own, 1e-14));
      double sum = b[j];
      for (int m = 0; m < j; m++) {
        sum -= row[m] * b[m];
      }
      b[j] = sum / row[j];
    }
    for (int j = n - 1; j >= 0; j--) {
      double sum = b[j];
      for (int m = j + 1; m < n; m++) {
        sum -= h[m][j] * b[m];
      }
      b[j] = sum / h[j][j];
    }
    return b;
  }

  private static boolean sameSides(double[] x, double[] placed, double[] low, double[] high) {
    for (int i = 0; i < x.length; i++) {
      if (x[i] <= low[i] != placed[i] <= low[i] || x[i] >= high[i] != placed[i] >= high[i]) {
        return false;
      }
    }
    return true;
  }

  /** Sums of the rows. */
  double[] sums(double[] x) {
    double[] sums = new double[rows];
    Arrays.setAll(sums, r -> 0);
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < rowsOf[i].length; k++) {
        sums[rowsOf[i][k]] += signOf[i][k] * x[i];
      }
    }
    return sums;
  }
}
