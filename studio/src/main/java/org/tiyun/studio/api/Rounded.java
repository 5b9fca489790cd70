package org.tiyun.studio.api;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/** Numbers for pictures: seven significant digits, a quarter of the bytes. */
final class Rounded {
  private static final int KEPT = 7;
  private static final MathContext DIGITS = new MathContext(KEPT);

  /** Powers of ten that a double holds exactly: a product or quotient with one rounds once. */
  private static final double[] TEN = new double[23];

  static {
    for (int i = 0; i < TEN.length; i++) {
      TEN[i] = Double.parseDouble("1e" + i);
    }
  }

  private Rounded() {}

  static double of(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return value;
    }
    int shift = KEPT - 1 - (int) Math.floor(Math.log10(Math.abs(value)));
    if (Math.abs(shift) >= TEN.length) {
      return new BigDecimal(value).round(DIGITS).doubleValue();
    }
    return shift >= 0
        ? Math.rint(value * TEN[shift]) / TEN[shift]
        : Math.rint(value / TEN[-shift]) * TEN[-shift];
  }

  static double[] of(double[] values) {
    return Arrays.stream(values).map(Rounded::of).toArray();
  }
}
