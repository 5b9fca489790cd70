package org.tiyun.view.report;

import java.util.ArrayList;
import java.util.List;

/** An axis that holds all values and zero, with round ticks. */
record Scale(double low, double high, List<Double> ticks) {

  static Scale of(List<double[]> lines) {
    double low = 0;
    double high = 0;
    for (double[] line : lines) {
      for (double value : line) {
        if (Double.isFinite(value)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
    }
    if (high == low) {
      high = low + 1;
    }
    double step = step((high - low) / 4);
    double from = Math.floor(low / step + 1e-9) * step;
    double to = Math.ceil(high / step - 1e-9) * step;
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; from + i * step <= to + step / 2; i++) {
      ticks.add(from + i * step);
    }
    return new Scale(from, to, List.copyOf(ticks));
  }

  /** The smallest of 1, 2, 2.5, 5, 10 times a power of ten that is not below the size asked. */
  private static double step(double size) {
    double power = Math.pow(10, Math.floor(Math.log10(size)));
    for (double factor : new double[] {1, 2, 2.5, 5}) {
      if (factor * power >= size * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
