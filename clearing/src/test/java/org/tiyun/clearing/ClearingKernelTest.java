package org.tiyun.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ClearingKernelTest {
  private static final int[] ONE_RANK_8 = new int[9];

  /**
   * The example of R's systemicrisk 0.4.3, default_clearing; exact answer 165/112, 159/112, 3/2.
   */
  @Test
  void threeBanksOfSystemicrisk() {
    int[] payer = {0, 0, 1, 1, 2, 2, 0, 1, 2};
    int[] payee = {1, 2, 0, 2, 0, 1, 3, 3, 3};
    double[] owed = {0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 1.5, 0.5, 0.5};
    double[] resource = {0.5, 0.625, 0.75, 0};

    ClearingVector found =
        new ClearingKernel(4, payer, payee, ONE_RANK_8).clear(owed, resource, Recovery.FULL);

    assertThat(found.paid()[0] + found.paid()[1] + found.paid()[6])
        .isCloseTo(165 / 112.0, within(1e-14));
    assertThat(found.paid()[2] + found.paid()[3] + found.paid()[7])
        .isCloseTo(159 / 112.0, within(1e-14));
    assertThat(found.paid()[4] + found.paid()[5] + found.paid()[8]).isEqualTo(1.5);
    assertThat(found.defaultRound()).containsExactly(1, 2, 0, 0);
    assertThat(found.shortfall()[2]).isZero();
  }

  @Test
  void aRingWithoutCashPaysInFull() {
    ClearingVector found =
        new ClearingKernel(3, new int[] {0, 1, 2}, new int[] {1, 2, 0}, new int[3])
            .clear(new double[] {7, 7, 7}, new double[3], Recovery.FULL);

    assertThat(found.paid()).containsExactly(7, 7, 7);
    assertThat(found.defaultRound()).containsOnly(0);
  }

  @Test
  void anUnequalRingWithoutCashTurnsAsFastAsItsSmallestDebt() {
    ClearingVector found =
        new ClearingKernel(3, new int[] {0, 1, 2}, new int[] {1, 2, 0}, new int[3])
            .clear(new double[] {10, 8, 5}, new double[3], Recovery.FULL);

    assertThat(found.paid()).containsExactly(5, 5, 5);
    assertThat(found.shortfall()).containsExactly(5, 3, 0);
  }

  /** Two firms owe each other junior debt that only their own payments could cover: it unravels. */
  @Test
  void juniorDebtsThatOnlySupportEachOtherAreWorthless() {
    int[] payer = {0, 0, 1, 1};
    int[] payee = {2, 1, 2, 0};
    int[] rank = {1, 2, 1, 2};
    ClearingVector found =
        new ClearingKernel(3, payer, payee, rank)
            .clear(new double[] {5, 10, 5, 10}, new double[] {4, 5, 0}, Recovery.FULL);

    assertThat(found.paid()).containsExactly(4, 0, 5, 0);
  }

  @Test
  void seniorIsPaidBeforeJunior() {
    ClearingVector found =
        new ClearingKernel(3, new int[] {0, 0, 0}, new int[] {1, 2, 1}, new int[] {2, 1, 2})
            .clear(new double[] {30, 50, 10}, new double[] {70, 0, 0}, Recovery.FULL);

    assertThat(found.paid()).containsExactly(15, 50, 5);
  }

  @Test
  void failureCostsItsShareOfMeans() {
    ClearingVector found =
        new ClearingKernel(3, new int[] {0, 1}, new int[] {1, 2}, new int[2])
            .clear(new double[] {100, 100}, new double[] {80, 30, 0}, new Recovery(0.5, 0.25));

    assertThat(found.paid()[0]).isEqualTo(40);
    assertThat(found.paid()[1]).isEqualTo(0.5 * 30 + 0.25 * 40);
  }

  @Test
  void aHoleIsFilledBeforeAnyoneIsPaid() {
    ClearingVector found =
        new ClearingKernel(3, new int[] {0, 1}, new int[] {1, 2}, new int[2])
            .clear(new double[] {10, 10}, new double[] {20, -4, 0}, Recovery.FULL);

    assertThat(found.paid()).containsExactly(10, 6);
  }

  @Test
  void aLaneWithANegativeDebtAnswersNotANumberAndItsNeighboursDoNot() {
    double[][] owed = {{10, -1, 10}};
    double[][] resource = {{4, 4, 40}, {0, 0, 0}};
    double[][] paid = new double[1][3];
    double[][] shortfall = new double[2][3];

    new ClearingKernel(2, new int[] {0}, new int[] {1}, new int[1])
        .clear(3, owed, resource, Recovery.FULL, paid, shortfall);

    assertThat(paid[0]).containsExactly(4, Double.NaN, 10);
    assertThat(shortfall[0]).containsExactly(6, Double.NaN, 0);
  }

  @Test
  void refusesObligationsOfUnknownParties() {
    assertThatThrownBy(() -> new ClearingKernel(2, new int[] {0}, new int[] {2}, new int[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("obligation 0");
  }
}
