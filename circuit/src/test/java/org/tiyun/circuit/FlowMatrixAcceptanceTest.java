package org.tiyun.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tiyun.circuit.matrix.BalancedCell;
import org.tiyun.circuit.matrix.FlowMatrix;

/** The shipped ledger's yearly matrix against figures found before with numpy and scipy. */
class FlowMatrixAcceptanceTest {
  private static final Percentage HALF_A_PERCENT = Percentage.withPercentage(0.5);

  private static MatrixMeasures measures(int year) {
    return MatrixMeasures.of(FlowMatrix.balance(Package.flows(), Package.totals(), year));
  }

  @ParameterizedTest
  @CsvSource({
    "2023, 4.64, 2.18, 0.686, 0.596, 2.159, 12.96, 7.14",
    "2024, 5.99, 3.61, 0.723, 0.601, 1.242, 14.16, 18.52",
    "2025, 8.61, 5.23, 0.430, 0.886, 0.399, 19.16, 39.49"
  })
  void headlineFiguresInPercentAndBillions(
      int year,
      double entering,
      double nvidia,
      double finn,
      double nvidiaBack,
      double microsoftBack,
      double equityReturn,
      double maximum) {
    MatrixMeasures found = measures(year);

    assertThat(100 * found.network().enteringShare("end_users"))
        .isCloseTo(entering, HALF_A_PERCENT);
    assertThat(100 * found.endUserShare("nvidia").orElseThrow()).isCloseTo(nvidia, HALF_A_PERCENT);
    assertThat(100 * found.network().finn()).isCloseTo(finn, HALF_A_PERCENT);
    assertThat(100 * back(found, "nvidia")).isCloseTo(nvidiaBack, HALF_A_PERCENT);
    assertThat(100 * back(found, "microsoft")).isCloseTo(microsoftBack, HALF_A_PERCENT);
    assertThat(100 * found.equityReturn("nvidia").share()).isCloseTo(equityReturn, HALF_A_PERCENT);
    assertThat(found.network().maximum().value()).isCloseTo(maximum, HALF_A_PERCENT);
  }

  @ParameterizedTest
  @CsvSource({
    "2023, 99, 63, 7, 16, 5.0",
    "2024, 254, 270, 8, 14, 4.8",
    "2025, 537, 519, 12, 15, 5.0"
  })
  void roundedFiguresOfTheSameStudy(
      int year, double entering, long loops, double drive, double inside, double all) {
    MatrixMeasures found = measures(year);

    assertThat(found.network().enteringTotal()).isCloseTo(entering, within(0.5));
    assertThat(found.network().loopsFound()).isEqualTo(loops);
    assertThat(found.network().loopsTruncated()).isFalse();
    assertThat(100 * found.externalDrive()).isCloseTo(drive, within(0.5));
    assertThat(100 * found.network().maximum().shareInside()).isCloseTo(inside, within(0.5));
    assertThat(100 * found.network().maximum().share()).isCloseTo(all, within(0.06));
  }

  @ParameterizedTest
  @CsvSource({
    "2025, microsoft, 52", "2025, google, 63", "2025, amazon, 58", "2025, oracle, 38",
        "2025, coreweave, 19",
    "2025, openai, 95", "2025, anthropic, 85", "2024, oracle, 26", "2023, microsoft, 68",
        "2023, coreweave, 15"
  })
  void endUserShareOfSales(int year, String firm, double percent) {
    assertThat(100 * measures(year).endUserShare(firm).orElseThrow())
        .isCloseTo(percent, within(0.51));
  }

  /** Peeled into cycles, 2025 is about 13 billion going round once; not unique. */
  @Test
  void peeledIntoLoops() {
    NetworkMeasures found = measures(2025).network();

    assertThat(found.decomposition().goingRound()).isCloseTo(13, within(1.0));
    assertThat(
            found.decomposition().cycles().stream()
                .mapToDouble(cycle -> cycle.tightest() * cycle.parties().length)
                .sum())
        .isCloseTo(found.maximum().value(), within(1e-6));
  }

  @Test
  void theWidestPaidLoopOf2025IsAmazonAndAnthropic() {
    NetworkMeasures found = measures(2025).network();

    assertThat(found.loops().getFirst().path()).containsExactly("amazon", "anthropic");
    assertThat(found.loops().getFirst().tightest()).isCloseTo(2.7, within(0.05));
    assertThat(measures(2025).equityReturn("nvidia").hands()).isCloseTo(2.8, within(0.05));
  }

  @ParameterizedTest
  @CsvSource({"2023", "2024", "2025"})
  void everyFirmBalancesWithinEveryRange(int year) {
    FlowMatrix matrix = FlowMatrix.balance(Package.flows(), Package.totals(), year);

    assertThat(matrix.residual()).isLessThan(1e-9);
    assertThat(matrix.circle()).hasSize(year == 2023 ? 17 : 18); // Nebius began in 2024
    for (BalancedCell cell : matrix.cells()) {
      assertThat(cell.value()).isBetween(cell.cell().low(), cell.cell().high());
    }
  }

  @ParameterizedTest
  @CsvSource({"2023", "2024", "2025"})
  void sharesAddUp(int year) {
    for (FirmMeasures firm : measures(year).network().firms()) {
      if (firm.inflow() > 0) {
        assertThat(firm.paidBy().values().stream().mapToDouble(Double::doubleValue).sum())
            .isCloseTo(1, within(1e-9));
        assertThat(firm.unattributed()).isLessThan(1e-9);
      } else {
        assertThat(firm.paidBy()).isEmpty();
      }
      firm.sales()
          .ifPresent(sales -> {
            assertThat(sales.paidBy().values().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(1, within(1e-9));
            assertThat(sales.lessOwnMoney()).isBetween(0.0, sales.gross());
            assertThat(sales.fromEndUsers()).isBetween(0.0, sales.gross());
          });
    }
  }

  private static double back(MatrixMeasures measures, String firm) {
    return measures.network().firm(firm).orElseThrow().ownMoneyBack();
  }
}
