package org.tiyun.study.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tiyun.engine.Plan;
import org.tiyun.study.open.Home;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.run.ModelRun;
import org.tiyun.study.run.ScenarioChoice;

/**
 * The chengtou machine must bleed and not explode while the state stands behind, and else break.
 */
class ChengtouAcceptanceTest {
  private static OpenModel opened;
  private static AcceptanceResult result;

  @BeforeAll
  static void open() {
    opened = new ModelOpener(new Home(Path.of(".."))).open("chengtou");
    result = Acceptance.of(opened, 1);
  }

  private static AcceptanceResult.Test test(String id) {
    return result.tests().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
  }

  private static AcceptanceResult.Figure figure(String id, String name) {
    return test(id).figures().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  /** What docs/theory/chengtou.md says of each test: mend the page when this changes. */
  @Test
  void whatHoldsIsWhatThePageSays() {
    assertThat(result.tests())
        .filteredOn(t -> t.holds() != AcceptanceResult.Holds.YES)
        .extracting(AcceptanceResult.Test::id)
        .containsExactly("3", "rate");
  }

  @Test
  void nonStandardMissesComeBeforeTheOrderOf2023AndGrowTooFastAfterIt() {
    assertThat(figure("3", "first_nonstandard").kept()).isTrue();
    assertThat(figure("3", "nonstandard_2024_over_2023").kept()).isFalse();
  }

  @Test
  void landMoneyDoesNotTurnUpWhileHomesPaidForStandUnbuilt() {
    assertThat(figure("land", "rise_of_2025").value()).isLessThan(1);
  }

  @Test
  void zunyiLossIsThePublishedOne() {
    assertThat(figure("6", "loss_central").value()).isBetween(0.2205, 0.2215);
    assertThat(figure("6", "loss_low").value()).isBetween(0.0525, 0.0535);
    assertThat(figure("6", "loss_high").value()).isBetween(0.4305, 0.4315);
  }

  @Test
  void nobodyMissesABondWhileTheStateStandsBehindAndAllTiersDoWithoutIt() {
    assertThat(figure("7", "on_bond_misses").value()).isZero();
    assertThat(figure("3", "bond_misses").value()).isZero();
    assertThat(figure("7", "off_tiers_struck").value()).isEqualTo(3);
  }

  /** With a state that can pay less, works stop before loans are missed. */
  @Test
  void stoppageComesBeforeDefaultWhileTheOrderOfPaymentStands() {
    ModelRun run =
        ModelRun.of(
            opened,
            Plan.of(opened.model()),
            new ScenarioChoice(java.util.Optional.empty(), List.of("backstop_size=0.015")),
            java.util.Optional.empty(),
            1);
    List<String> events =
        run.events().stream().map(e -> e.kind() + "[" + e.entity() + "]").toList();
    assertThat(events).contains("works_stop[lgfv_weak]", "misses_loans[lgfv_weak]");
    assertThat(events.indexOf("works_stop[lgfv_weak]"))
        .isLessThan(events.indexOf("misses_loans[lgfv_weak]"));
    assertThat(events.indexOf("works_stop[lgfv_middle]"))
        .isLessThan(events.indexOf("misses_loans[lgfv_middle]"));
  }

  @Test
  void aTestThatFallsShortSaysByHowMuch() {
    AcceptanceResult.Figure blind = figure("rate", "rate_2025");
    assertThat(blind.kept()).isFalse();
    assertThat(blind.shortBy()).isPositive();
  }

  @Test
  void booksBalanceInEveryScenario() {
    Plan plan = Plan.of(opened.model());
    for (OpenModel.ScenarioFile scenario : opened.scenarios()) {
      ModelRun run =
          ModelRun.of(
              opened, plan, ScenarioChoice.of(scenario.id()), java.util.Optional.empty(), 1);
      assertThat(run.run().audit().relative()).as(scenario.id()).isLessThan(1e-9);
      assertThat(run.run().audit().negativeMoney()).as(scenario.id()).isEmpty();
    }
  }
}
