package org.tiyun.circuit.matrix;

/** The standard normal law, in strict arithmetic so that all machines agree. */
final class Normal {
  private static final double[] A = {
    -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02,
    1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239e+00
  };
  private static final double[] B = {
    -5.447609879822406e+01,
    1.615858368580409e+02,
    -1.556989798598866e+02,
    6.680131188771972e+01,
    -1.328068155288572e+01,
    1
  };
  private static final double[] C = {
    -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
    -2.549732539343734e+00, 4.374664141464968e+00, 2.938163982698783e+00
  };
  private static final double[] D = {
    7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00, 1
  };

  private Normal() {}

  /** Quantile of a chance in 0 to 1; Acklam's rational approximation, relative error 1.2e-9. */
  static double inverse(double chance) {
    if (chance < 0.02425) {
      double q = StrictMath.sqrt(-2 * StrictMath.log(chance));
      return polynomial(C, q) / polynomial(D, q);
    }
    if (chance > 1 - 0.02425) {
      double q = StrictMath.sqrt(-2 * StrictMath.log(1 - chance));
      return -polynomial(C, q) / polynomial(D, q);
    }
    double q = chance - 0.5;
    double r = q * q;
    return q * polynomial(A, r) / polynomial(B, r);
  }

  /** Chance of a value below x; Hart's double-precision algorithm as given by West 2005. */
  static double chance(double x) {
    double z = Math.abs(x);
    double tail;
    if (z > 37) {
      tail = 0;
    } else {
      double e = StrictMath.exp(-z * z / 2);
      if (z < 7.07106781186547) {
        double up = 3.52624965998911e-02 * z + 0.700383064443688;
        up = up * z + 6.37396220353165;
        up = up * z + 33.912866078383;
        up = up * z + 112.079291497871;
        up = up * z + 221.213596169931;
        up = up * z + 220.206867912376;
        double down = 8.83883476483184e-02 * z + 1.75566716318264;
        down = down * z + 16.064177579207;
        down = down * z + 86.7807322029461;
        down = down * z + 296.564248779674;
        down = down * z + 637.333633378831;
        down = down * z + 793.826512519948;
        down = down * z + 440.413735824752;
        tail = e * up / down;
      } else {
        double f = z + 0.65;
        f = z + 4 / f;
        f = z + 3 / f;
        f = z + 2 / f;
        f = z + 1 / f;
        tail = e / f / 2.506628274631;
      }
    }
    return x > 0 ? 1 - tail : tail;
  }

  private static double polynomial(double[] coefficients, double x) {
    double sum = 0;
    for (double c : coefficients) {
      sum = sum * x + c;
    }
    return sum;
  }
}
