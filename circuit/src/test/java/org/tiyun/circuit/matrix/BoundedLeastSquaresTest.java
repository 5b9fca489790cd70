package org.tiyun.circuit.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedLeastSquaresTest {

  /** The optimum of a convex problem is where no single step, up or down, is downhill. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void meetsTheConditionsOfOptimality(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int turn = 0; turn < 300; turn++) {
      int n = 1 + random.nextInt(20);
      int rows = 1 + random.nextInt(8);
      int[][] rowsOf = new int[n][];
      double[][] signOf = new double[n][];
      double[] p = new double[n];
      double[] s = new double[n];
      double[] low = new double[n];
      double[] high = new double[n];
      for (int i = 0; i < n; i++) {
        rowsOf[i] =
            random.ints(0, rows).distinct().limit(random.nextInt(Math.min(3, rows) + 1)).toArray();
        signOf[i] = random.doubles(rowsOf[i].length).map(d -> d < 0.5 ? -1 : 1).toArray();
        p[i] = random.nextDouble(10);
        s[i] = 0.01 + random.nextDouble(3);
        low[i] = p[i] - random.nextInt(2) * random.nextDouble(2);
        high[i] = p[i] + random.nextInt(2) * random.nextDouble(2);
      }
      double[] t = random.doubles(rows, -20, 20).toArray();
      double[] e = new double[rows];
      for (int r = 0; r < rows; r++) {
        e[r] = random.nextInt(3) == 0 ? 2.5e-7 : 0.01 + random.nextDouble();
      }
      BoundedLeastSquares squares = new BoundedLeastSquares(rows, rowsOf, signOf);
      double[] x = squares.solve(p, s, low, high, t, e).x();
      double[] sums = squares.sums(x);
      for (int i = 0; i < n; i++) {
        double slope = (x[i] - p[i]) / (s[i] * s[i]);
        double scale = 1 + Math.abs(slope);
        for (int k = 0; k < rowsOf[i].length; k++) {
          int r = rowsOf[i][k];
          double pull = (sums[r] - t[r]) / e[r];
          slope += signOf[i][k] * pull;
          scale += Math.abs(pull);
        }
        assertThat(x[i]).isBetween(low[i], high[i]);
        if (x[i] > low[i]) {
          assertThat(slope / scale).as("seed %d turn %d", seed, turn).isLessThan(1e-6);
        }
        if (x[i] < high[i]) {
          assertThat(slope / scale).as("seed %d turn %d", seed, turn).isGreaterThan(-1e-6);
        }
      }
    }
  }

  /** With one sum and wide bounds the answer is spread by squared spreads. */
  @ParameterizedTest
  @ValueSource(doubles = {2.5e-7, 0.5, 4})
  void sharesAGapByVariance(double slack) {
    BoundedLeastSquares squares =
        new BoundedLeastSquares(1, new int[][] {{0}, {0}}, new double[][] {{1}, {1}});
    double[] x =
        squares
            .solve(
                new double[] {1, 2},
                new double[] {1, 2},
                new double[] {-99, -99},
                new double[] {99, 99},
                new double[] {13},
                new double[] {slack})
            .x();

    assertThat(x[0]).isCloseTo(1 + 10 / (5 + slack), within(1e-9));
    assertThat(x[1]).isCloseTo(2 + 40 / (5 + slack), within(1e-9));
  }
}
