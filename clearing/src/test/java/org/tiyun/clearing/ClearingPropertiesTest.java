package org.tiyun.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of any clearing, on random debts with ranks, rings, zero debts and costs. */
class ClearingPropertiesTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void agreesWithPatientIterationFromAbove(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int turn = 0; turn < 400; turn++) {
      Debts debts = Debts.random(random);
      double[] paid = debts.kernel().clear(debts.owed, debts.resource, debts.recovery).paid();
      double[] slow = debts.iterateFromAbove();
      for (int k = 0; k < paid.length; k++) {
        assertThat(paid[k])
            .as("seed %d turn %d %s", seed, turn, debts)
            .isCloseTo(slow[k], within(1e-6));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void respectsMeansRanksAndProportion(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int turn = 0; turn < 400; turn++) {
      Debts debts = Debts.random(random);
      ClearingVector found = debts.kernel().clear(debts.owed, debts.resource, debts.recovery);
      double[] out = new double[debts.positions];
      double[] in = new double[debts.positions];
      for (int k = 0; k < debts.owed.length; k++) {
        assertThat(found.paid()[k]).isBetween(0.0, debts.owed[k]);
        out[debts.payer[k]] += found.paid()[k];
        in[debts.payee[k]] += found.paid()[k];
        for (int other = 0; other < debts.owed.length; other++) {
          if (debts.payer[other] == debts.payer[k]
              && debts.rank[other] < debts.rank[k]
              && found.paid()[k] > 1e-9) {
            assertThat(found.paid()[other]).isCloseTo(debts.owed[other], within(1e-9));
          }
        }
      }
      for (int i = 0; i < debts.positions; i++) {
        assertThat(out[i]).isLessThanOrEqualTo(Math.max(0, debts.resource[i] + in[i]) + 1e-9);
        if (debts.recovery.equals(Recovery.FULL) && found.shortfall()[i] > 1e-9) {
          assertThat(out[i]).isCloseTo(Math.max(0, debts.resource[i] + in[i]), within(1e-9));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void moreResourcesNeverLowerAPayment(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int turn = 0; turn < 300; turn++) {
      Debts debts = Debts.random(random);
      double[] before = debts.kernel().clear(debts.owed, debts.resource, debts.recovery).paid();
      double[] more = debts.resource.clone();
      more[random.nextInt(more.length)] += random.nextDouble(5);
      double[] after = debts.kernel().clear(debts.owed, more, debts.recovery).paid();
      for (int k = 0; k < before.length; k++) {
        assertThat(after[k]).isGreaterThanOrEqualTo(before[k] - 1e-9);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32})
  void aLaneNeverDependsOnItsNeighbours(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int turn = 0; turn < 100; turn++) {
      Debts debts = Debts.random(random);
      int lanes = 1 + random.nextInt(9);
      double[][] owed = new double[debts.owed.length][lanes];
      double[][] resource = new double[debts.positions][lanes];
      for (int l = 0; l < lanes; l++) {
        for (int k = 0; k < owed.length; k++) {
          owed[k][l] = debts.owed[k] * random.nextInt(3);
        }
        for (int i = 0; i < debts.positions; i++) {
          resource[i][l] = debts.resource[i] * random.nextDouble(2);
        }
      }
      double[][] paid = new double[owed.length][lanes];
      double[][] shortfall = new double[debts.positions][lanes];
      debts.kernel().clear(lanes, owed, resource, debts.recovery, paid, shortfall);
      for (int l = 0; l < lanes; l++) {
        int lane = l;
        double[] owedAlone = Arrays.stream(owed).mapToDouble(row -> row[lane]).toArray();
        double[] resourceAlone = Arrays.stream(resource).mapToDouble(row -> row[lane]).toArray();
        ClearingVector alone = debts.kernel().clear(owedAlone, resourceAlone, debts.recovery);
        assertThat(Arrays.stream(paid).mapToDouble(row -> row[lane]).toArray())
            .isEqualTo(alone.paid());
        assertThat(Arrays.stream(shortfall).mapToDouble(row -> row[lane]).toArray())
            .isEqualTo(alone.shortfall());
      }
    }
  }
}
