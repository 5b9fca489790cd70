package org.tiyun.circuit.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tiyun.circuit.cascade.LedgerExposures.Layer;
import org.tiyun.clearing.Recovery;
import org.tiyun.ledger.Deal;
import org.tiyun.ledger.Ledger;
import org.tiyun.ledger.LedgerReader;

/** Deals of the shipped ledger as debts. */
class LedgerExposuresTest {
  private static final Ledger LEDGER =
      LedgerReader.read(Path.of("..", "models", "ai-2025")).ledger().orElseThrow();

  @ParameterizedTest
  @EnumSource(Layer.class)
  void everyRowIsOneDebtAndNoneIsCountedTwice(Layer layer) {
    LedgerExposures found = LedgerExposures.of(LEDGER, layer);

    double sum = found.rows().stream().mapToDouble(deal -> deal.amountUsdB().orElse(0)).sum();
    assertThat(found.total()).isCloseTo(sum, within(1e-9));
    assertThat(found.rows())
        .allSatisfy(deal -> {
          assertThat(deal.scope()).isEqualTo(Deal.Scope.FLOW);
          assertThat(deal.partOf()).isEmpty();
          assertThat(deal.stage())
              .isEqualTo(layer == Layer.PROMISES ? Deal.Stage.COMMITTED : Deal.Stage.PAID);
          assertThat(deal.end().orElse("2099")).isGreaterThanOrEqualTo("2025-12");
        });
  }

  /** Signed by OpenAI at the end of 2025: Oracle 300, Microsoft 250, Amazon 38, CoreWeave 22.4. */
  @Test
  void openaisPromisesAreItsDebts() {
    LedgerExposures found = LedgerExposures.of(LEDGER, Layer.PROMISES);

    assertThat(owes(found, "openai", "oracle")).isEqualTo(300);
    assertThat(owes(found, "openai", "microsoft")).isEqualTo(250);
    assertThat(owes(found, "openai", "amazon")).isEqualTo(38);
    assertThat(owes(found, "openai", "coreweave")).isCloseTo(22.4, within(1e-9));
    assertThat(owes(found, "nvidia", "openai")).isZero(); // a letter of intent is no promise
    assertThat(found.between("openai", "coreweave")).hasSize(3);
  }

  /** A borrower owes its lender; CoreWeave's notes of 2030 and 2031 and its convertible. */
  @Test
  void borrowersOweTheirLenders() {
    LedgerExposures found = LedgerExposures.of(LEDGER, Layer.DEBTS);

    assertThat(owes(found, "coreweave", "credit-market"))
        .isCloseTo(2 + 1.75 + 2.5875, within(1e-9));
    assertThat(owes(found, "coreweave", "oem-vendors")).isEqualTo(1.73);
    // The term loan of 2024 ended in April 2025.
    assertThat(found.rows()).noneMatch(deal -> deal.id().equals("coreweave-termloan-2024-12"));
  }

  /** Only cash written down by the year's end is known: Nvidia's of January 2026 is not. */
  @Test
  void cashIsWhatTheLedgerHadByTheYearsEnd() {
    LedgerExposures found = LedgerExposures.of(LEDGER, Layer.PROMISES);

    assertThat(found.cash().get("coreweave").value()).isEqualTo(4.2);
    assertThat(found.cash().get("nvidia").on().getYear()).isEqualTo(2025);
    assertThat(found.cash()).doesNotContainKey("openai");
    int openai = found.sheets().parties().indexOf("openai");
    assertThat(found.sheets().externalAssets()[openai])
        .isEqualTo(found.sheets().debtsInside()[openai]);
  }

  @Test
  void withoutAShockNobodyWhoseMeansAreAssumedFails() {
    for (Layer layer : Layer.values()) {
      LedgerExposures found = LedgerExposures.of(LEDGER, layer);
      Cascade cascade = run(found, Map.of());
      assertThat(cascade.defaults()).allMatch(failed -> found.cash().containsKey(failed.party()));
    }
  }

  @Test
  void aShockOfAllTakesWhatAPartyHas() {
    LedgerExposures found = LedgerExposures.of(LEDGER, Layer.PROMISES);
    Cascade cascade = run(found, Map.of("openai", Contagion.ALL));
    int oracle = found.sheets().parties().indexOf("oracle");

    assertThat(cascade.defaults().getFirst().party()).isEqualTo("openai");
    // What OpenAI is promised itself (4 of a credit line) is all that it can still pay.
    double owed = 0;
    for (String creditor : found.sheets().parties()) {
      owed += owes(found, "openai", creditor);
    }
    assertThat(cascade.lossByHolder()[oracle]).isCloseTo(300 * (1 - 4 / owed), within(1e-6));
  }

  private static Cascade run(LedgerExposures found, Map<String, Double> shocks) {
    return new Contagion(Cascade.Method.EISENBERG_NOE, Recovery.FULL, shocks).run(found.sheets());
  }

  private static double owes(LedgerExposures found, String debtor, String creditor) {
    int from = found.sheets().parties().indexOf(debtor);
    int to = found.sheets().parties().indexOf(creditor);
    return from < 0 || to < 0 ? 0 : found.sheets().debts().amount(from, to);
  }
}
