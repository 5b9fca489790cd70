package org.tiyun.language.elementary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Our own exponential, logarithm and power against StrictMath, over their whole range. */
class ElementaryTest {
  private static final int MANY = 400_000;
  private static final double[] EDGES = {
    0.0,
    -0.0,
    1,
    -1,
    2,
    0.5,
    Math.E,
    10,
    1e300,
    -1e300,
    1e-300,
    Double.MIN_VALUE,
    0x1p-1022,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN,
    709.78,
    709.79,
    -745.1,
    -745.2,
    -708.4,
    1 - 0x1p-53,
    1 + 0x1p-52,
    3,
    -3,
    0.1
  };

  @Test
  void expIsWithinOneUnitInTheLastPlace() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < MANY; i++) {
      double scale = Math.scalb(1.0, random.nextInt(-40, 10));
      close(Elementary::exp, StrictMath::exp, (random.nextDouble() * 2 - 1) * scale);
    }
    for (double x : EDGES) {
      close(Elementary::exp, StrictMath::exp, x);
    }
    assertThat(Elementary.exp(0)).isEqualTo(1);
  }

  @Test
  void logIsWithinOneUnitInTheLastPlace() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < MANY; i++) {
      close(Elementary::log, StrictMath::log, Double.longBitsToDouble(random.nextLong() >>> 1));
      close(Elementary::log, StrictMath::log, 0.5 + random.nextDouble());
    }
    for (double x : EDGES) {
      close(Elementary::log, StrictMath::log, x);
    }
    assertThat(Elementary.log(1)).isEqualTo(0);
  }

  @Test
  void powIsWithinOneUnitInTheLastPlace() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < MANY; i++) {
      double y = (random.nextDouble() * 2 - 1) * Math.scalb(1.0, random.nextInt(-8, 9));
      close(x -> Elementary.pow(x, y), x -> StrictMath.pow(x, y), random.nextDouble() * 4);
      double wide = Math.scalb(1 + random.nextDouble(), random.nextInt(-1022, 1023));
      close(x -> Elementary.pow(x, y), x -> StrictMath.pow(x, y), wide);
    }
    for (double y : EDGES) {
      for (double base : EDGES) {
        close(x -> Elementary.pow(x, y), x -> StrictMath.pow(x, y), base);
      }
    }
    for (int n = 0; n < 20; n++) {
      assertThat(Elementary.pow(3, n)).as("3 to the %d", n).isEqualTo(StrictMath.pow(3, n));
      assertThat(Elementary.pow(n * n, 0.5)).isEqualTo(n);
    }
  }

  private static void close(DoubleUnaryOperator ours, DoubleUnaryOperator theirs, double x) {
    double mine = ours.applyAsDouble(x);
    double other = theirs.applyAsDouble(x);
    boolean same = Double.compare(mine, other) == 0;
    if (!same && !(Math.abs(mine - other) <= Math.ulp(other))) {
      assertThat(mine).as("at %s", x).isEqualTo(other);
    }
  }
}
