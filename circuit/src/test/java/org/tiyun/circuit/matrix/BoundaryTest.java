package org.tiyun.circuit.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tiyun.circuit.MatrixMeasures;
import org.tiyun.circuit.range.Bands;
import org.tiyun.ledger.Ledger;
import org.tiyun.ledger.LedgerReader;
import org.tiyun.words.Failure;

/** The boundaries that need more of the ledger than its cells. */
class BoundaryTest {
  private static final Ledger LEDGER =
      LedgerReader.read(Path.of("..", "models", "ai-2025")).ledger().orElseThrow();

  /**
   * Printed for whole firms: Microsoft's own money back 0.1 (0.4 on AI accounts). The printed Finn
   * index of 0.12 has Amazon and Oracle whole too, whose revenue the ledger lacks.
   */
  @Test
  void wholeFirmsThinOutWhatComesBack() {
    FlowMatrix base = FlowMatrix.balance(LEDGER, 2025);
    FlowMatrix whole = Boundary.WHOLE_FIRMS.in(LEDGER).apply(base);
    MatrixMeasures found = MatrixMeasures.of(whole);

    assertThat(100 * found.network().firm("microsoft").orElseThrow().ownMoneyBack())
        .isCloseTo(0.1, within(0.005));
    assertThat(found.network().finn()).isLessThan(MatrixMeasures.of(base).network().finn());
    assertThat(found.network().unbalanced()).isEmpty();
    assertThat(WholeFirms.whole(LEDGER, whole)).contains("google", "meta", "microsoft");
    assertThat(WholeFirms.missing(LEDGER, whole)).contains("amazon", "oracle");
    double inflow = found.network().firm("meta").orElseThrow().inflow();
    assertThat(inflow).isGreaterThan(200.9); // revenue of four quarters, and what it borrowed
  }

  @Test
  void creditsCountOnBothSidesWhereTheLedgerKnowsThem() {
    FlowMatrix base = FlowMatrix.balance(LEDGER, 2025);
    MatrixMeasures found = MatrixMeasures.of(Boundary.WITH_CREDITS.in(LEDGER).apply(base));
    MatrixMeasures cash = MatrixMeasures.of(base);

    assertThat(found.network().unbalanced()).isEmpty();
    assertThat(found.network().enteringTotal())
        .isCloseTo(cash.network().enteringTotal(), within(1e-9));
    // OpenAI was charged 17.2 by Microsoft; CoreWeave's equipment makers gave 1.73 of credit. Each
    // goes round in two payments.
    double charged = 17.2 - paid(base, "openai", "microsoft");
    assertThat(found.network().maximum().value() - cash.network().maximum().value())
        .isCloseTo(2 * (charged + 1.73), within(0.6));
    Failure failure =
        catchThrowableOfType(
            Failure.class,
            () -> Boundary.WITH_CREDITS.in(LEDGER).apply(FlowMatrix.balance(LEDGER, 2024)));
    assertThat(failure.findings().getFirst().code()).isEqualTo("E0539");
  }

  private static double paid(FlowMatrix matrix, String payer, String payee) {
    return matrix.between(payer, payee).stream()
        .filter(BalancedCell::sale)
        .mapToDouble(BalancedCell::value)
        .sum();
  }

  /**
   * Printed for 8 billion to labs that bank it: own money back 1.1, return on equity 10 percent.
   */
  @Test
  void unnamedStakesInLabsComeBackLess() {
    FlowMatrix base = FlowMatrix.balance(LEDGER, 2025);
    FlowMatrix moved = Boundary.UNNAMED_STAKES_TO_LABS.in(LEDGER).apply(base);
    MatrixMeasures found = MatrixMeasures.of(moved);

    assertThat(found.network().unbalanced()).isEmpty();
    assertThat(100 * found.network().firm("nvidia").orElseThrow().ownMoneyBack())
        .isCloseTo(1.1, within(0.05));
    assertThat(100 * found.equityReturn("nvidia").share()).isBetween(8.0, 10.5);
    // Meta's stake is named by a deal, so it stays where it is.
    assertThat(moved.between("meta", "other-labs").stream().mapToDouble(BalancedCell::value).sum())
        .isCloseTo(
            base.between("meta", "other-labs").stream().mapToDouble(BalancedCell::value).sum(),
            within(0.5));
  }

  /** Ranges need the same cells in every draw, whatever the draw. */
  @ParameterizedTest
  @EnumSource(Boundary.class)
  void everyBoundaryReadsEveryDraw(Boundary boundary) {
    for (int year : FlowMatrix.years(LEDGER)) {
      if (boundary == Boundary.WITH_CREDITS && year < 2025) {
        continue;
      }
      Bands bands =
          Bands.of(
              LEDGER,
              year,
              boundary,
              matrix -> Map.of("off", matrix.network().unbalanced(1e-6).size() + 0.0),
              40,
              1);
      assertThat(bands.figures().get("off").high()).isZero();
    }
  }
}
