package org.tiyun.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The iteration for many parties pays what the exact kernel pays. */
class LargeClearingTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void agreesWithFictitiousDefault(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int turn = 0; turn < 200; turn++) {
      int n = 2 + random.nextInt(12);
      double[][] owes = new double[n][n];
      int edges = 0;
      for (int k = 0; k < 3 * n; k++) {
        int i = random.nextInt(n);
        int j = random.nextInt(n);
        edges += i != j && owes[i][j] == 0 ? 1 : 0;
        owes[i][j] += i == j ? 0 : 1 + random.nextInt(9);
      }
      double[] resource = new double[n];
      for (int i = 0; i < n; i++) {
        resource[i] = random.nextInt(3) == 0 ? random.nextInt(-2, 12) : 0;
      }
      Recovery recovery =
          random.nextBoolean() ? Recovery.FULL : new Recovery(random.nextInt(5) / 4.0, 0.75);
      int[] payer = new int[edges];
      int[] payee = new int[edges];
      double[] amount = new double[edges];
      int[] rowStart = new int[n + 1];
      int at = 0;
      double[] owed = new double[n];
      for (int j = 0; j < n; j++) {
        for (int i = 0; i < n; i++) {
          if (owes[i][j] > 0) {
            payer[at] = i;
            payee[at] = j;
            amount[at++] = owes[i][j];
            owed[i] += owes[i][j];
          }
        }
        rowStart[j + 1] = at;
      }
      ClearingVector exact =
          new ClearingKernel(n, payer, payee, new int[edges]).clear(amount, resource, recovery);
      LargeClearing found =
          LargeClearing.of(
              rowStart, payer, amount, owed, resource, recovery, LargeClearing.TOLERANCE);
      for (int k = 0; k < edges; k++) {
        assertThat(amount[k] * found.paidShare()[payer[k]])
            .as("seed %d turn %d", seed, turn)
            .isCloseTo(exact.paid()[k], within(1e-8));
      }
      for (int i = 0; i < n; i++) {
        assertThat(found.defaultRound()[i] == 1).isEqualTo(exact.defaultRound()[i] == 1);
      }
    }
  }
}
