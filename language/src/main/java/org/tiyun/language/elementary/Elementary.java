package org.tiyun.language.elementary;

/**
 * Exponential, logarithm and power from additions, products and {@link Math#fma}, which Java
 * defines to the last bit: the same on every machine, in every back end, compiled or not.
 * StrictMath would be too, at five times the cost. Compared with StrictMath they differ by at most
 * one unit in the last place (tested).
 *
 * <p>Method: reduction by powers of two, then the power series of exp, and of 2 artanh for the
 * logarithm; a power is exp(y log x) with the logarithm to about 107 bits (Dekker 1971 for the
 * sums).
 */
public final class Elementary {
  private static final double LOG2_E = 1.4426950408889634;

  /** The upper 32 bits of log 2, so that its product with an exponent is exact; and the rest. */
  private static final double LN2_HIGH = 0x1.62e42feep-1;

  private static final double LN2_LOW = 0x1.a39ef35793c76p-33;

  /** Adding this to a number of moderate size rounds it to a whole one in the low bits. */
  private static final double ROUND = 0x1.8p52;

  private static final double TWO_THIRDS = 2.0 / 3;
  private static final double TWO_THIRDS_LOW = 0x1.5555555555555p-55;

  /** Upper half of the bits of the square root of 1/2: mantissas are taken from there to double. */
  private static final long ROOT_HALF = 0x3fe6a09e667f3bcdL;

  private static final double TINY = 0x1p-1022;

  private Elementary() {}

  /** e to the x; 0 or infinity beyond the range of a double, NaN for NaN. */
  public static double exp(double x) {
    return exp(Math.max(-746, Math.min(710, x)), 0);
  }

  /**
   * The exponential of {@code x + low}; x in -746..710, low below a unit in the last place of x.
   */
  private static double exp(double x, double low) {
    double rounded = Math.fma(x, LOG2_E, ROUND);
    int k = (int) Double.doubleToRawLongBits(rounded);
    double count = rounded - ROUND;
    double high = Math.fma(-count, LN2_HIGH, x);
    double rest = Math.fma(-count, LN2_LOW, low);
    double r = high + rest;
    double lost = rest - (r - high);
    double p = 1.0 / 6227020800.0;
    p = Math.fma(p, r, 1.0 / 479001600.0);
    p = Math.fma(p, r, 1.0 / 39916800.0);
    p = Math.fma(p, r, 1.0 / 3628800.0);
    p = Math.fma(p, r, 1.0 / 362880.0);
    p = Math.fma(p, r, 1.0 / 40320.0);
    p = Math.fma(p, r, 1.0 / 5040.0);
    p = Math.fma(p, r, 1.0 / 720.0);
    p = Math.fma(p, r, 1.0 / 120.0);
    p = Math.fma(p, r, 1.0 / 24.0);
    p = Math.fma(p, r, 1.0 / 6.0);
    p = Math.fma(p, r, 0.5);
    double tail = Math.fma(r * r, p, Math.fma(lost, r, lost));
    double sum = 1 + r;
    double value = sum + ((r - (sum - 1)) + tail);
    // In two steps, since 2^k alone may lie outside the range of a double.
    int half = k >> 1;
    return value * power(half) * power(k - half);
  }

  private static double power(int k) {
    return Double.longBitsToDouble((long) (k + 1023) << 52);
  }

  /** The natural logarithm; minus infinity of 0, NaN below. */
  public static double log(double x) {
    boolean small = x < TINY;
    double scaled = small ? x * 0x1p54 : x;
    long bits = Double.doubleToRawLongBits(scaled);
    long k = (bits - ROOT_HALF) >> 52;
    double f = Double.longBitsToDouble(bits - (k << 52)) - 1;
    double count = small ? k - 54 : k;
    double s = f / (2 + f);
    double z = s * s;
    double square = 0.5 * f * f;
    // log(1 + f) = f - f^2/2 + s (f^2/2 + series)
    double inner = Math.fma(s, square + z * series(z, TWO_THIRDS), count * LN2_LOW);
    double result = Math.fma(count, LN2_HIGH, f - (square - inner));
    return x > 0 ? (x < Double.POSITIVE_INFINITY ? result : x) : x == 0 ? -1 / 0.0 : Double.NaN;
  }

  /** {@code first + 2/5 z + 2/7 z^2 + ...} for z up to 0.03. */
  private static double series(double z, double first) {
    return Math.fma(fifths(z), z, first);
  }

  /** {@code 2/5 + 2/7 z + ...}. */
  private static double fifths(double z) {
    double p = 2.0 / 25;
    p = Math.fma(p, z, 2.0 / 23);
    p = Math.fma(p, z, 2.0 / 21);
    p = Math.fma(p, z, 2.0 / 19);
    p = Math.fma(p, z, 2.0 / 17);
    p = Math.fma(p, z, 2.0 / 15);
    p = Math.fma(p, z, 2.0 / 13);
    p = Math.fma(p, z, 2.0 / 11);
    p = Math.fma(p, z, 2.0 / 9);
    p = Math.fma(p, z, 2.0 / 7);
    return Math.fma(p, z, 2.0 / 5);
  }

  /**
   * x to the y; a square is the product. Outside positive finite x and results of moderate size as
   * StrictMath has it.
   */
  public static double pow(double x, double y) {
    // So that a power by a constant, which the engine may plan as a product, has the same bits.
    if (y == 2) {
      return x * x;
    }
    if (y == 1) {
      return x;
    }
    if (!(x >= TINY && x < Double.POSITIVE_INFINITY)) {
      return StrictMath.pow(x, y);
    }
    long bits = Double.doubleToRawLongBits(x);
    long k = (bits - ROOT_HALF) >> 52;
    double f = Double.longBitsToDouble(bits - (k << 52)) - 1;
    double below = 2 + f;
    double belowLow = f - (below - 2);
    double s = f / below;
    double sLow = (Math.fma(-s, below, f) - s * belowLow) / below;
    double z = s * s;
    double zLow = Math.fma(s, s, -z) + 2 * s * sLow;
    double cube = s * z;
    double cubeLow = Math.fma(s, z, -cube) + s * zLow + sLow * z;
    double third = TWO_THIRDS * cube;
    double thirdLow =
        Math.fma(TWO_THIRDS, cube, -third) + TWO_THIRDS * cubeLow + TWO_THIRDS_LOW * cube;
    double whole = k * LN2_HIGH;
    double first = whole + 2 * s;
    double second = first + third;
    double low = 2 * s - (first - whole);
    low += third - (second - first);
    low += thirdLow + 2 * sLow + k * LN2_LOW + cube * z * fifths(z);
    double log = second + low;
    double logLow = low - (log - second);
    double product = y * log;
    if (!(Math.abs(product) < 700)) {
      return StrictMath.pow(x, y);
    }
    return exp(product, Math.fma(y, log, -product) + y * logLow);
  }
}
