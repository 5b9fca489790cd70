package org.tiyun.study.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Spearman's rank correlation. */
class RankCorrelationTest {

  @Test
  void publishedExample() {
    // Ten pupils' IQ and hours of television: the textbook example, rho = -29/165.
    double[] iq = {106, 86, 100, 101, 99, 103, 97, 113, 112, 110};
    double[] hours = {7, 0, 27, 50, 28, 29, 20, 12, 6, 17};
    assertThat(RankCorrelation.of(RankCorrelation.ranks(iq), RankCorrelation.ranks(hours)))
        .isCloseTo(-29.0 / 165, within(1e-12));
  }

  @Test
  void tiesShareTheirRanks() {
    assertThat(RankCorrelation.ranks(new double[] {5, 1, 5, 7})).containsExactly(2.5, 1, 2.5, 4);
  }

  @Test
  void aConstantGoesWithNothing() {
    assertThat(RankCorrelation.of(new double[] {2, 2, 2}, new double[] {1, 2, 3})).isZero();
  }
}
