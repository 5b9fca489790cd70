package org.tiyun.circuit.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tiyun.circuit.EquityReturn;
import org.tiyun.circuit.MatrixMeasures;
import org.tiyun.circuit.Package;
import org.tiyun.circuit.Tracing;
import org.tiyun.ledger.Basis;
import org.tiyun.ledger.FlowCell;
import org.tiyun.ledger.Grade;
import org.tiyun.ledger.RowRef;

/** Equity tied to purchases, against figures printed with the matrix and small cases by hand. */
class EarmarkedTest {

  /**
   * Printed: 19 come back, 25 if investees later spend their cash alike, 51 if all buys compute.
   */
  @Test
  void ofNvidiasEquityInThreeReadings() {
    FlowMatrix matrix = FlowMatrix.balance(Package.flows(), Package.totals(), 2025);
    EquityReturn back = EquityReturn.of(matrix, matrix.network(), "nvidia");

    assertThat(100 * back.share()).isCloseTo(19, within(0.5));
    assertThat(100 * back.spentLater()).isCloseTo(25, within(0.5));
    assertThat(100 * back.earmarked()).isCloseTo(51, within(0.5));
  }

  /** Printed for the same question of 2025: Microsoft 23, Amazon 17, Google 9. */
  @ParameterizedTest
  @CsvSource({"microsoft, 23", "amazon, 17", "google, 9"})
  void ofOthersEquity(String firm, double percent) {
    FlowMatrix matrix = FlowMatrix.balance(Package.flows(), Package.totals(), 2025);
    EquityReturn back = EquityReturn.of(matrix, matrix.network(), firm);

    assertThat(100 * back.share()).isCloseTo(percent, within(0.5));
    assertThat(back.spentLater()).isGreaterThan(back.share());
    assertThat(back.earmarked()).isGreaterThan(back.share());
  }

  /**
   * Maker M gives lab L 6; users give L 6; L buys 8 of chips from M and pays 4 of wages. Alike:
   * half of M's sales is users' money. Earmarked: M's 6 all buy chips, and of the other 2 all is
   * users'.
   */
  @Test
  void aLabByHand() {
    FlowMatrix matrix =
        matrix(
            List.of("lab", "maker"),
            cell("maker", "lab", "equity", 6),
            cell("consumers", "lab", "sales", 6),
            cell("lab", "maker", "chips", 8),
            cell("lab", "staff-tax", "staff_tax", 4),
            cell("maker", "suppliers", "opex", 2));

    assertThat(MatrixMeasures.endUserShare(matrix, "maker").orElseThrow())
        .isCloseTo(1.0, within(1e-12)); // what goes round entered from users alone
    Earmarked tied = Earmarked.of(matrix);
    assertThat(tied.endUserShare("maker").orElseThrow()).isCloseTo(1.0, within(1e-12));
    assertThat(EquityReturn.of(matrix, matrix.network(), "maker").share())
        .isCloseTo(8.0 / 12, within(1e-12));
    assertThat(tied.equityReturn("maker")).isCloseTo(1, within(1e-12));
    assertThat(tied.ownMoneyBack("maker")).isCloseTo(6.0 / 8, within(1e-12));
  }

  /** The same lab, but the maker's money comes from lenders. */
  @Test
  void usersPayLessOfWhatInvestorsTieToPurchases() {
    FlowMatrix matrix =
        matrix(
            List.of("investor", "lab", "maker"),
            cell("credit-market", "investor", "debt", 6),
            cell("investor", "lab", "equity", 6),
            cell("consumers", "lab", "sales", 6),
            cell("lab", "maker", "chips", 8),
            cell("lab", "staff-tax", "staff_tax", 4),
            cell("maker", "suppliers", "opex", 8));

    assertThat(MatrixMeasures.endUserShare(matrix, "maker").orElseThrow())
        .isCloseTo(0.5, within(1e-12));
    assertThat(Earmarked.of(matrix).endUserShare("maker").orElseThrow())
        .isCloseTo(2.0 / 8, within(1e-12));
  }

  /** More equity than compute: the pot is as large as the purchases, the rest is alike. */
  @Test
  void equityBeyondPurchasesIsNotTied() {
    FlowMatrix matrix =
        matrix(
            List.of("lab", "maker"),
            cell("maker", "lab", "equity", 10),
            cell("lab", "maker", "cloud", 4),
            cell("lab", "cash", "cash", 6),
            cell("credit-market", "maker", "debt", 6));

    assertThat(Earmarked.of(matrix).equityReturn("maker")).isCloseTo(0.4, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"2023", "2024", "2025"})
  void earmarkingOnlyRaisesWhatComesBackInAll(int year) {
    Tracing tracing =
        Tracing.of(MatrixMeasures.of(FlowMatrix.balance(Package.flows(), Package.totals(), year)));

    assertThat(tracing.finnEarmarked()).isGreaterThan(tracing.finn()).isLessThan(tracing.netted());
    for (Tracing.Firm firm : tracing.firms()) {
      firm.endUsersEarmarked().ifPresent(share -> assertThat(share).isBetween(0.0, 1 + 1e-9));
      assertThat(firm.backEarmarked()).isBetween(0.0, 1.0);
      assertThat(firm.endUsers().isPresent()).isEqualTo(firm.endUsersEarmarked().isPresent());
    }
  }

  private static FlowMatrix matrix(List<String> circle, BalancedCell... cells) {
    return new FlowMatrix(2025, circle, List.of(cells), List.of(), 0);
  }

  private static BalancedCell cell(String payer, String payee, String kind, double value) {
    return new BalancedCell(
        new FlowCell(
            2025,
            payer,
            payee,
            kind,
            value,
            value,
            value,
            Basis.REPORTED,
            Grade.A,
            Optional.empty(),
            "",
            new RowRef("flows.csv", 2, payer + payee)),
        value);
  }
}
