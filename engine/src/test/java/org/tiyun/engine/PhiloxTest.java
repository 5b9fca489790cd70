package org.tiyun.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tiyun.engine.random.Draws;
import org.tiyun.engine.random.Normal;
import org.tiyun.engine.random.Philox;

/** The generator gives the known answers of its authors, and the normal quantiles of the tables. */
class PhiloxTest {

  @Test
  void knownAnswersOfRandom123() {
    assertThat(Philox.words(0, 0, 0, 0, 0, 0))
        .containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
    assertThat(Philox.words(-1, -1, -1, -1, -1, -1))
        .containsExactly(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
    assertThat(Philox.words(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0))
        .containsExactly(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1);
  }

  @Test
  void normalQuantiles() {
    assertThat(Normal.quantile(0.5)).isZero();
    assertThat(Normal.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-14));
    assertThat(Normal.quantile(0.25)).isCloseTo(-0.6744897501960817, within(1e-15));
    assertThat(Normal.quantile(0.001)).isCloseTo(-3.090232306167814, within(1e-14));
    assertThat(Normal.quantile(1e-20)).isCloseTo(-9.262340089798408, within(1e-14));
  }

  @Test
  void drawsHaveTheMomentsOfTheirDistribution() {
    double sum = 0;
    double squares = 0;
    int n = 100_000;
    long key = Draws.key("stream noise");
    for (int path = 0; path < n; path++) {
      double x = Draws.normal(42, key, path, 3);
      sum += x;
      squares += x * x;
    }
    assertThat(sum / n).isCloseTo(0, within(0.01));
    assertThat(squares / n).isCloseTo(1, within(0.02));
  }

  @Test
  void pathPeriodNameAndSeedEachMatter() {
    long key = Draws.key("a");
    double x = Draws.uniform(1, key, 1, 1);
    assertThat(x).isBetween(0.0, 1.0);
    assertThat(Draws.uniform(2, key, 1, 1)).isNotEqualTo(x);
    assertThat(Draws.uniform(1, Draws.key("b"), 1, 1)).isNotEqualTo(x);
    assertThat(Draws.uniform(1, key, 2, 1)).isNotEqualTo(x);
    assertThat(Draws.uniform(1, key, 1, 2)).isNotEqualTo(x);
  }
}
