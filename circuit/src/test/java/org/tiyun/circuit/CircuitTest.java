package org.tiyun.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.tiyun.ledger.Grade;
import org.tiyun.ledger.Ledger;
import org.tiyun.ledger.LedgerReader;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/** The shipped package, as read by the ledger, through the whole circuit. */
class CircuitTest {
  private static final Ledger LEDGER =
      LedgerReader.read(Path.of("..", "models", "ai-2025")).ledger().orElseThrow();

  @Test
  void theLatestYearIsTheDefault() {
    assertThat(Circuit.of(LEDGER, OptionalInt.empty()).headline().year()).isEqualTo(2025);
    assertThat(Circuit.of(LEDGER, OptionalInt.of(2023)).headline().year()).isEqualTo(2023);
  }

  @Test
  void onCashPaidAPipeInPromisesACircle() {
    Headline headline = Circuit.of(LEDGER, OptionalInt.empty()).headline();

    assertThat(headline.circulationShare()).isLessThan(0.06);
    assertThat(headline.enteringShares().values().stream().mapToDouble(d -> d).sum())
        .isCloseTo(1, within(1e-12));
    assertThat(headline.paidLoop().orElseThrow().path()).containsExactly("amazon", "anthropic");
    assertThat(headline.promisedLoop().orElseThrow().path())
        .containsExactly("nvidia", "openai", "oracle");
    assertThat(headline.promisedCirculation()).isGreaterThan(headline.dealsPaidCirculation());
    assertThat(headline.layers()).hasSize(5);
  }

  @Test
  void everyHeadlineFigureAddsUpFromItsRows() {
    Circuit circuit = Circuit.of(LEDGER, OptionalInt.empty());
    Explainer explainer = new Explainer(circuit.cash());
    Loop paid = circuit.headline().paidLoop().orElseThrow();
    for (Explained figure :
        List.of(
            explainer.endUsersEntering(),
            explainer.endUserShare("nvidia").orElseThrow(),
            explainer.endUserShare("microsoft").orElseThrow(),
            explainer.ownMoneyBack("nvidia").orElseThrow(),
            explainer.maximumCirculation(),
            explainer.tightestLink(paid),
            Explainer.tightestLink(circuit.headline().promisedLoop().orElseThrow()))) {
      double sum = figure.parts().stream().mapToDouble(Explained.Part::contribution).sum();
      assertThat(sum).as(figure.key()).isCloseTo(figure.value(), within(1e-9));
      assertThat(figure.parts()).allMatch(part -> part.row().line() > 1);
    }
  }

  @Test
  void theFamousLoopLeadsToItsDealSourceAndGrade() {
    Headline headline = Circuit.of(LEDGER, OptionalInt.empty()).headline();
    Explained tightest = Explainer.tightestLink(headline.promisedLoop().orElseThrow());

    assertThat(tightest.parts())
        .singleElement()
        .satisfies(part -> {
          assertThat(part.row().key()).isEqualTo("oracle-nvidia-abilene");
          assertThat(part.source().orElseThrow().url()).isPresent();
        });
    assertThat(tightest.weakestGrade()).contains(Grade.B);
  }

  @Test
  void aYearWithoutFlowsIsRefusedWithTheYearsThereAre() {
    Failure failure =
        catchThrowableOfType(Failure.class, () -> Circuit.of(LEDGER, OptionalInt.of(2019)));

    Finding finding = failure.findings().getFirst();
    assertThat(finding.code()).isEqualTo("E0501");
    assertThat(finding.values()).containsEntry("years", "2023, 2024, 2025");
  }

  @Test
  void twoRunsGiveTheSameBits() {
    MatrixMeasures first = Circuit.of(LEDGER, OptionalInt.empty()).cash();
    MatrixMeasures second = Circuit.of(LEDGER, OptionalInt.empty()).cash();

    assertThat(second.matrix()).isEqualTo(first.matrix());
    assertThat(second.network().loops()).isEqualTo(first.network().loops());
    assertThat(second.network().firms()).isEqualTo(first.network().firms());
  }
}
