package org.tiyun.study.quantity;

import java.util.List;
import java.util.Map;
import org.tiyun.study.circle.Year;

/** D12: spectral radius of what each firm passes on inside the circle, of all it disposes of. */
final class LoopGain implements Reading {
  private static final int SQUARINGS = 40;
  private static final double NEARLY = 1e-13;
  private static final double NOTHING = 1e-9;

  @Override
  public double of(Year year, int[] firms) {
    double[] funds = year.funds();
    int n = funds.length;
    double[][] through = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        through[i][j] = funds[i] > 0 ? year.paid()[i][j] / funds[i] : 0;
      }
    }
    return spectralRadius(through);
  }

  @Override
  public Map<String, Figure> explained(Year year) {
    double gain = of(year, year.book().all());
    // What comes in goes round: one unit, its gain, its gain again.
    Figure turnover = Figure.leaf("turnover_of_one", gain < 1 ? 1 / (1 - gain) : Double.NaN);
    return Map.of(
        CIRCLE, new Figure("spectral_radius", gain, List.of(turnover, Figures.inside(year))));
  }

  /**
   * Largest absolute eigenvalue of a matrix without negative entries. I + A has it, plus 1, as its
   * own largest one and no other of the same size; its powers are made by squaring, so that firms
   * in a line, which pass on and get nothing back, come to nothing soon.
   */
  static double spectralRadius(double[][] a) {
    int n = a.length;
    double[][] power = new double[n][n];
    for (int i = 0; i < n; i++) {
      power[i] = a[i].clone();
      power[i][i] += 1;
    }
    double radius = Double.NaN;
    for (int k = 0; k < SQUARINGS; k++) {
      double found = growth(a, power);
      if (Math.abs(found - radius) < NEARLY) {
        break;
      }
      radius = found;
      power = squared(power);
    }
    return radius > NOTHING ? radius : 0;
  }

  /** By how much one more step makes the sum of all entries grow. */
  private static double growth(double[][] a, double[][] power) {
    double before = 0;
    double more = 0;
    for (int j = 0; j < a.length; j++) {
      double row = 0;
      for (double x : power[j]) {
        row += x;
      }
      double column = 0;
      for (double[] x : a) {
        column += x[j];
      }
      before += row;
      more += column * row;
    }
    return before > 0 ? more / before : 0;
  }

  /** The square, scaled to a largest entry of 1. */
  private static double[][] squared(double[][] m) {
    int n = m.length;
    double[][] square = new double[n][n];
    double most = 0;
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        double left = m[i][k];
        if (left != 0) {
          for (int j = 0; j < n; j++) {
            square[i][j] += left * m[k][j];
          }
        }
      }
      for (double x : square[i]) {
        most = Math.max(most, x);
      }
    }
    for (double[] row : square) {
      for (int j = 0; j < n; j++) {
        row[j] /= most;
      }
    }
    return square;
  }
}
