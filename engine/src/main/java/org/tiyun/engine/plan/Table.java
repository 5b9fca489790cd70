package org.tiyun.engine.plan;

import java.util.Arrays;

/** A piecewise linear function, flat outside its points. */
public record Table(double[] xs, double[] ys) {

  /** Its value; NaN for NaN. */
  public double at(double x) {
    int last = xs.length - 1;
    if (x <= xs[0]) {
      return ys[0];
    }
    if (x >= xs[last]) {
      return ys[last];
    }
    if (Double.isNaN(x)) {
      return x;
    }
    int found = Arrays.binarySearch(xs, x);
    int left = found >= 0 ? found : -found - 2;
    return ys[left] + (x - xs[left]) * slope(left);
  }

  /** Slope of the piece to the right of point {@code left}. */
  public double slope(int left) {
    return (ys[left + 1] - ys[left]) / (xs[left + 1] - xs[left]);
  }
}
