package org.tiyun.study.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesScoreTest {
  private static final double E = Math.E;

  /** Three quarters: hit, miss above by one in logarithms, and one that nobody reported. */
  private final SeriesScore score =
      new SeriesScore(
          "x",
          List.of("2025Q1", "2025Q2", "2025Q3"),
          new double[] {1, E * E, Double.NaN},
          new double[] {1, 1, 1},
          new double[] {1 / E, 1 / E, 1},
          new double[] {E, E, 1},
          new double[] {E, E * E, 1},
          new double[] {E, E, 1},
          0.8,
          false);

  @Test
  void what_was_not_reported_is_not_scored() {
    assertThat(score.count()).isEqualTo(2);
    assertThat(score.covered()).isEqualTo(1);
    assertThat(score.above()).isEqualTo(1);
  }

  @Test
  void errors_are_mean_absolute_differences_of_logarithms() {
    assertThat(score.error()).isCloseTo(1, within(1e-12));
    assertThat(score.growthError()).isCloseTo(0.5, within(1e-12));
    assertThat(score.trendError()).isCloseTo(1, within(1e-12));
    assertThat(score.averageError()).isCloseTo((0.5 + 1) / 2, within(1e-12));
  }

  @Test
  void a_miss_costs_ten_times_its_distance_at_eighty_percent() {
    // Widths 2 and 2, one miss by 1: (2 + 2 + 10) / 2.
    assertThat(score.intervalScore()).isCloseTo(7, within(1e-9));
  }
}
