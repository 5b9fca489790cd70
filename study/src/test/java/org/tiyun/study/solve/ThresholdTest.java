package org.tiyun.study.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The smallest value at which a condition holds. */
class ThresholdTest {

  @ParameterizedTest
  @ValueSource(doubles = {-0.99, -0.3, 0, 0.001, 0.25, 0.7321, 0.999})
  void theEdgeIsFoundWithinItsTolerance(double edge) {
    Solved solved = find(x -> x >= edge);
    assertThat(solved.status()).isEqualTo(Solved.Status.FOUND);
    assertThat(solved.tolerance()).isLessThanOrEqualTo(1e-6);
    // The answer itself holds, and what lies two tolerances below does not.
    assertThat(solved.value()).isBetween(edge, edge + 2e-6);
    assertThat(solved.monotone()).isTrue();
  }

  @Test
  void whatHoldsEverywhereOrNowhereHasNoEdge() {
    assertThat(find(x -> true).status()).isEqualTo(Solved.Status.HOLDS_EVERYWHERE);
    assertThat(find(x -> false).status()).isEqualTo(Solved.Status.HOLDS_NOWHERE);
  }

  @Test
  void ofSeveralEdgesTheHighestIsGivenAndItIsSaid() {
    Solved solved = find(x -> x > -0.5 && x < 0 || x >= 0.4);
    assertThat(solved.value()).isBetween(0.4, 0.4 + 2e-6);
    assertThat(solved.monotone()).isFalse();
  }

  @Test
  void anEmptyIntervalIsRefused() {
    assertThatThrownBy(() -> Threshold.find(1, 1, 0.1, 4, v -> new boolean[v.length]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Solved find(DoublePredicate holds) {
    return Threshold.find(
        -1,
        1,
        1e-6,
        8,
        values -> {
          boolean[] answers = new boolean[values.length];
          for (int i = 0; i < values.length; i++) {
            answers[i] = holds.test(values[i]);
          }
          return answers;
        });
  }
}
