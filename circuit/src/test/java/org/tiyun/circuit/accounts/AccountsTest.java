package org.tiyun.circuit.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tiyun.circuit.matrix.Boundary;
import org.tiyun.circuit.matrix.Conflict;
import org.tiyun.ledger.Ledger;
import org.tiyun.ledger.LedgerReader;

class AccountsTest {
  private static final Ledger LEDGER =
      LedgerReader.read(Path.of("..", "models", "ai-2025")).ledger().orElseThrow();
  private static final Accounts ACCOUNTS = Accounts.of(LEDGER, 2025, Boundary.AI_ACCOUNTS, 200, 1);

  @Test
  void everyCellStandsBetweenItsBounds() {
    assertThat(ACCOUNTS.cells()).hasSize(204);
    for (Accounts.Line line : ACCOUNTS.cells()) {
      var cell = line.cell().cell();
      assertThat(line.possible().orElseThrow().low())
          .isBetween(cell.low() - 1e-9, line.cell().value() + 1e-9);
      assertThat(line.possible().orElseThrow().high())
          .isBetween(line.cell().value() - 1e-9, cell.high() + 1e-9);
      assertThat(line.band().low()).isBetween(cell.low(), line.band().high());
      assertThat(line.band().high()).isLessThanOrEqualTo(cell.high());
    }
  }

  /** The same linear programmes by scipy 1.17.1 (HiGHS): four of 204 cells are narrowed. */
  @Test
  void balanceNarrowsFewCells() {
    assertThat(ACCOUNTS.cells().stream().filter(Accounts.Line::narrowed).map(AccountsTest::said))
        .containsExactlyInAnyOrder(
            "coreweave > server-makers servers 1.50 7.92",
            "credit-market > coreweave debt 9.50 17.16",
            "nebius > cash cash 1.23 1.60",
            "openai > cash cash 28.10 33.00");
  }

  private static String said(Accounts.Line line) {
    var cell = line.cell().cell();
    return String.format(
        Locale.ROOT,
        "%s > %s %s %.2f %.2f",
        cell.payer(),
        cell.payee(),
        cell.kind(),
        line.possible().orElseThrow().low(),
        line.possible().orElseThrow().high());
  }

  @Test
  void conflictsAreRankedByStrain() {
    assertThat(ACCOUNTS.conflicts())
        .isNotEmpty()
        .isSortedAccordingTo(Comparator.comparingDouble(conflict -> -conflict.strain()));
    assertThat(ACCOUNTS.conflicts())
        .extracting(Conflict::subject)
        .contains("openai operating_outflow");
  }
}
