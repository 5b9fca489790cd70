package org.tiyun.study.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NaiveTest {
  private static final int Q = Quarter.number("2024Q4");

  private static Actual known(Map<Integer, Double> values) {
    return new Actual(new TreeMap<>(values));
  }

  @Test
  void growth_of_a_year_goes_on() {
    // 10 to 20 within four quarters: another doubling in the next four.
    Actual known = known(Map.of(Q - 4, 10.0, Q - 1, 11.0, Q, 20.0));
    assertThat(Naive.growth(known, Q + 4)).isCloseTo(40, within(1e-9));
    assertThat(Naive.growth(known, Q + 2)).isCloseTo(20 * Math.sqrt(2), within(1e-9));
  }

  @Test
  void without_a_value_of_a_year_before_the_nearest_serves_and_without_any_nothing_grows() {
    assertThat(Naive.growth(known(Map.of(Q - 3, 10.0, Q, 20.0)), Q + 3))
        .isCloseTo(40, within(1e-9));
    assertThat(Naive.growth(known(Map.of(Q - 9, 10.0, Q, 20.0)), Q + 3)).isEqualTo(20);
  }

  @Test
  void trend_of_an_exponential_is_the_exponential() {
    Map<Integer, Double> values = new TreeMap<>();
    for (int back = 0; back < 8; back++) {
      values.put(Q - back, 5 * Math.pow(1.1, -back));
    }
    assertThat(Naive.trend(known(values), Q + 3)).isCloseTo(5 * Math.pow(1.1, 3), within(1e-9));
  }

  @Test
  void trend_looks_at_two_years_and_does_not_pass_through_the_last_value() {
    Map<Integer, Double> values = new TreeMap<>(Map.of(Q - 20, 1e6, Q - 2, 1.0, Q - 1, 1.0));
    values.put(Q, Math.exp(3));
    // Line through (0,0), (1,0), (2,3): slope 1.5, height 1 + 1.5 at the last.
    assertThat(Naive.trend(known(values), Q)).isCloseTo(Math.exp(2.5), within(1e-6));
  }
}
