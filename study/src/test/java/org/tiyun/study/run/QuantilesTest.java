package org.tiyun.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Quantiles are exact while all numbers are kept, and within the stated rank beyond. */
class QuantilesTest {
  private static final double[] SHARES = {0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 1};

  @Test
  void theMeanOfYesAndNoIsAShare() {
    Quantiles quantiles = new Quantiles(10);
    assertThat(quantiles.mean()).isNaN();
    for (int i = 0; i < 1000; i++) {
      quantiles.add(i % 4 == 0 ? 1 : 0);
    }
    quantiles.add(Double.NaN);
    assertThat(quantiles.mean()).isEqualTo(0.25);
  }

  @Test
  void fewNumbersAreKeptAsTheyAre() {
    Quantiles quantiles = new Quantiles(10);
    for (double x : new double[] {3, 1, Double.NaN, 2, 4}) {
      quantiles.add(x);
    }
    assertThat(quantiles.at(0.25, 0.26, 0.5, 1)).containsExactly(1, 2, 2, 4);
    assertThat(quantiles.count()).isEqualTo(4);
    assertThat(quantiles.rankError()).isZero();
    assertThat(new Quantiles(10).at(0.5)).containsExactly(Double.NaN);
  }

  @Test
  void ranksAreWithinWhatIsStated() {
    for (int n : new int[] {99, 100, 101, 1000, 54_321, 200_000}) {
      SplittableRandom random = new SplittableRandom(n);
      double[] all = random.doubles(n).map(x -> x * x).toArray();
      Quantiles quantiles = new Quantiles(100);
      Arrays.stream(all).forEach(quantiles::add);
      Arrays.sort(all);
      double[] found = quantiles.at(SHARES);
      for (int k = 0; k < SHARES.length; k++) {
        double rank = (Arrays.binarySearch(all, found[k]) + 1) / (double) n;
        assertThat(rank)
            .isBetween(
                SHARES[k] - quantiles.rankError() - 1e-9,
                Math.max(1.0 / n, SHARES[k]) + quantiles.rankError() + 2.0 / n);
      }
      assertThat(quantiles.rankError()).isLessThan(0.12);
      assertThat(n > 100 || quantiles.rankError() == 0).isTrue();
    }
  }
}
