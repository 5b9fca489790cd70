package org.tiyun.circuit.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {

  /** Quantiles of the standard normal law, from tables. */
  @ParameterizedTest
  @CsvSource({
    "0.5, 0",
    "0.975, 1.959963984540054",
    "0.95, 1.6448536269514722",
    "0.01, -2.3263478740408408",
    "0.001, -3.090232306167813",
    "0.0000001, -5.199337582192817"
  })
  void quantilesAndChancesOfTables(double chance, double quantile) {
    assertThat(Normal.inverse(chance)).isCloseTo(quantile, within(1e-8));
    assertThat(Normal.chance(quantile)).isCloseTo(chance, within(1e-14));
  }

  @Test
  void streamsAreUniformAndUnrelated() {
    int draws = 100_000;
    double mean = 0;
    double square = 0;
    double together = 0;
    for (int k = 0; k < draws; k++) {
      double a = CounterRandom.uniform(1, k, 5);
      double b = CounterRandom.uniform(1, k, 6);
      mean += a;
      square += (a - 0.5) * (a - 0.5);
      together += (a - 0.5) * (b - 0.5);
    }
    assertThat(mean / draws).isCloseTo(0.5, within(0.004));
    assertThat(square / draws).isCloseTo(1 / 12.0, within(0.002));
    assertThat(together / draws).isCloseTo(0, within(0.002));
  }
}
