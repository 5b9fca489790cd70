package org.tiyun.study.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tiyun.engine.Run;
import org.tiyun.study.verdict.Condition.Measure;

/** Measures of a future. */
class ConditionTest {
  private static final double[] PATH = {9, 10, 20, 12, 9, 11};

  @Test
  void measuresOfAVariable() {
    assertThat(measured(Measure.LAST, 1, 5, 1)).isEqualTo(11);
    assertThat(measured(Measure.MEAN, 2, 4, 1)).isCloseTo(41.0 / 3, within(1e-12));
    assertThat(measured(Measure.HIGHEST, 1, 5, 1)).isEqualTo(20);
    assertThat(measured(Measure.LOWEST, 1, 5, 1)).isEqualTo(9);
    assertThat(measured(Measure.GROWTH, 1, 5, 1)).isCloseTo(1.1, within(1e-12));
  }

  @Test
  void aFallIsTheLargestWithinItsWindow() {
    assertThat(measured(Measure.FALL, 1, 5, 1)).isCloseTo(0.4, within(1e-12));
    assertThat(measured(Measure.FALL, 1, 5, 2)).isCloseTo(0.55, within(1e-12));
    assertThat(measured(Measure.FALL, 4, 5, 2)).isZero();
  }

  @Test
  void failuresAreCountedByFirmAndCancellationsByAmount() {
    assertThat(measured(Measure.FAILED, 1, 5, 1)).isEqualTo(1);
    assertThat(measured(Measure.FAILED, 4, 5, 1)).isZero();
    assertThat(measured(Measure.CANCELLED, 1, 5, 1)).isEqualTo(7);
  }

  private static double measured(Measure measure, int from, int to, int over) {
    Condition condition =
        new Condition(
            Outcome.STALLS,
            "",
            measure,
            0,
            Set.of("firm0"),
            from,
            to,
            over,
            Condition.Test.AT_LEAST,
            0,
            1);
    return condition.measured(
        new Condition.Sight() {
          @Override
          public double[] values(int variable) {
            return PATH;
          }

          @Override
          public List<Run.Happening> failures() {
            return List.of(
                new Run.Happening(0, 2, 1), new Run.Happening(0, 3, 1), new Run.Happening(1, 3, 1));
          }

          @Override
          public String firm(Run.Happening happening) {
            return "firm" + happening.event();
          }

          @Override
          public List<Run.Happening> cancellations() {
            return List.of(new Run.Happening(2, 2, 3), new Run.Happening(2, 5, 4));
          }
        });
  }
}
