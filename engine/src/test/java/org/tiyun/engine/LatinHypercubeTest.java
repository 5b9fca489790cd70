package org.tiyun.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Distribution;

/** Points that fill every range evenly. */
class LatinHypercubeTest {
  private static final int POINTS = 1000;
  private final CheckedModel model = model();
  private final double[][] rows = LatinHypercube.rows(model, List.of(0, 2), POINTS, 7);

  private static CheckedModel model() {
    Models models = new Models();
    models.input("a", 0, new Distribution.Uniform(0, 1));
    models.input("fixed", 3, null);
    models.input("b", 0, new Distribution.Normal(0, 1));
    models.variable("x", 0, Models.of(1));
    return models.model(1);
  }

  @Test
  void onlyInputsWithADistributionAreFilled() {
    assertThat(LatinHypercube.inputs(model)).containsExactly(0, 2);
  }

  @Test
  void everyStripHoldsExactlyOnePoint() {
    int[] strips = new int[POINTS];
    for (double[] row : rows) {
      strips[(int) (row[0] * POINTS)]++;
    }
    assertThat(strips).containsOnly(1);
  }

  @Test
  void meansAreFarCloserThanThoseOfFreeDraws() {
    // The mean of 1000 free uniform draws is off by 0.009 (one deviation); of strips by 0.00001.
    assertThat(mean(0)).isCloseTo(0.5, within(1e-4));
    assertThat(mean(1)).isCloseTo(0, within(5e-3));
  }

  @Test
  void inputsAreShuffledIndependently() {
    double product = 0;
    for (double[] row : rows) {
      product += (row[0] - 0.5) * row[1];
    }
    double correlation = product / POINTS / Math.sqrt(1 / 12.0);
    assertThat(correlation).isCloseTo(0, within(0.1));
  }

  @Test
  void theSeedDecidesAndNothingElse() {
    assertThat(LatinHypercube.rows(model, List.of(0, 2), POINTS, 7)).isDeepEqualTo(rows);
    assertThat(LatinHypercube.rows(model, List.of(2), POINTS, 7)[5][0]).isEqualTo(rows[5][1]);
    assertThat(LatinHypercube.rows(model, List.of(0, 2), POINTS, 8)[0][0]).isNotEqualTo(rows[0][0]);
  }

  private double mean(int k) {
    return Arrays.stream(rows).mapToDouble(r -> r[k]).average().orElseThrow();
  }
}
