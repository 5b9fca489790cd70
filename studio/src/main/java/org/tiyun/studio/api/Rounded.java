package org.tiyun.studio.api;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/** Numbers for pictures: seven significant digits, a quarter of the bytes. */
final class Rounded {
  private static final MathContext DIGITS = new MathContext(7);

  private Rounded() {}

  static double of(double value) {
    return Double.isFinite(value) && value != 0
        ? new BigDecimal(value).round(DIGITS).doubleValue()
        : value;
  }

  static double[] of(double[] values) {
    return Arrays.stream(values).map(Rounded::of).toArray();
  }
}
