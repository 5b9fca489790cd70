package org.tiyun.studio.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pictures get seven digits, written as shortly as they can be. */
class RoundedTest {
  @Test
  void sevenDigitsOfAnySizeAreKeptAndNoMoreIsWritten() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(61) - 30);
      double rounded = Rounded.of(value);
      assertThat(Math.abs(rounded - value)).isLessThanOrEqualTo(Math.abs(value) * 5.1e-7);
      BigDecimal written = new BigDecimal(Double.toString(rounded)).stripTrailingZeros();
      assertThat(written.precision()).as(Double.toString(value)).isLessThanOrEqualTo(7);
    }
  }

  @Test
  void whatIsNoNumberOrNothingStays() {
    assertThat(Rounded.of(0)).isZero();
    assertThat(Rounded.of(Double.NaN)).isNaN();
    assertThat(Rounded.of(Double.POSITIVE_INFINITY)).isInfinite();
    assertThat(Rounded.of(Double.MIN_VALUE))
        .isEqualTo(new BigDecimal(Double.MIN_VALUE).round(new MathContext(7)).doubleValue());
    assertThat(Rounded.of(999_999.96)).isEqualTo(1_000_000.0);
    assertThat(Rounded.of(-0.12345678)).isEqualTo(-0.1234568);
  }
}
