package org.tiyun.study.brake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiyun.engine.Plan;
import org.tiyun.study.Folder;
import org.tiyun.study.brake.BrakeTable.BrakeCase;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.roles.Role;
import org.tiyun.study.run.ModelRun;
import org.tiyun.study.run.ScenarioChoice;
import org.tiyun.study.run.Watcher;
import org.tiyun.study.solve.Solved;
import org.tiyun.words.Failure;

/**
 * Brakes on a circle small enough for pencil and paper: a lab sells 5 a quarter, gets 4 from the
 * market and owes 10, with 10 in hand. It lives by itself as long as its cash lasts.
 */
class BrakeTableTest {
  @TempDir Path root;
  private BrakeTable table;

  @BeforeEach
  void run() {
    table = BrakeTable.of(Folder.circle(root).open("ring"), List.of("no-money"), 1);
  }

  @Test
  void whoFallsWhenAndWhy() {
    // 10 in hand, 1 short a quarter: the tenth quarter is the last that is paid.
    assertThat(table.base().failures())
        .singleElement()
        .satisfies(e -> {
          assertThat(e.period()).isEqualTo("2028Q3");
          assertThat(e.entity()).isEqualTo("alpha");
          assertThat(e.because()).contains("it cannot pay");
        });
    // After four quarters 6 are left, and 5 a quarter are short: one more is paid.
    assertThat(braked().failures())
        .first()
        .satisfies(e -> assertThat(e.period()).isEqualTo("2027Q2"));
    assertThat(braked().failed()).containsExactly("alpha");
  }

  @Test
  void whoWaitsHearsOfEachCase() {
    List<String> heard = new ArrayList<>();
    BrakeTable.of(
        Folder.circle(root).open("ring"),
        List.of("no-money"),
        1,
        (stage, done, of) -> heard.add(done + "/" + of));
    assertThat(heard).containsExactly("1/2", "2/2");
  }

  @Test
  void whoBearsTheLoss() {
    // Short by 1 in each of the last two quarters, and marks taken back once after the first.
    assertThat(table.base().loss().unpaid()).containsExactly(Map.entry("host", 2.0));
    assertThat(braked().loss().unpaid().get("host")).isCloseTo(4 + 5 * 6, within(1e-9));
    assertThat(table.base().loss().written()).containsOnlyKeys("market");
    assertThat(braked().loss().total())
        .isCloseTo(
            braked().loss().byHolder().values().stream().mapToDouble(d -> d).sum(), within(1e-9));
  }

  @Test
  void runwayIsCashOverWhatIsShortAMonthWithoutTheMarket() {
    // At the end of 2027Q1 there is 1 in hand; without the market 5 a quarter are short.
    assertThat(braked().runwayAt()).isEqualTo("2027Q1");
    assertThat(braked().runway().get("alpha")).isCloseTo(1 / (5.0 / 3), within(1e-9));
    // The host takes in more than it pays: its cash never ends.
    assertThat(braked().runway()).doesNotContainKey("host");
  }

  @Test
  void settingsHoldInEveryCaseAndItsLimits() {
    BrakeTable given6 =
        BrakeTable.of(
            Folder.circle(root).open("ring"),
            List.of("no-money"),
            List.of("giving=6"),
            1,
            Watcher.NOBODY);
    assertThat(given6.base().minimumRevenue().orElseThrow().multiple().value())
        .isCloseTo((110.0 - 12 * 6) / 60, within(0.002));
    assertThat(given6.cases().get(0).minimumRevenue().orElseThrow().multiple().value())
        .isCloseTo((110.0 - 4 * 6) / 60, within(0.002));
  }

  @Test
  void aBrakeAtHalfItsForceGoesHalfTheWay() {
    OpenModel ring = Folder.circle(root).open("ring");
    ScenarioChoice choice = ScenarioChoice.of("no-money");
    Map<Double, String> first = new LinkedHashMap<>();
    for (double force : List.of(0.0, 0.5, 1.0)) {
      ModelRun run =
          ModelRun.of(ring, Plan.of(ring.model()), choice.on(ring, force), Optional.empty(), 1);
      first.put(force, run.events().getFirst().period());
    }
    // After four quarters 6 are left: 1, 3 or 5 a quarter are short, and so many are paid.
    assertThat(first)
        .containsExactly(
            Map.entry(0.0, "2028Q3"), Map.entry(0.5, "2027Q3"), Map.entry(1.0, "2027Q2"));
  }

  @Test
  void leastExternalRevenue() {
    // Over twelve quarters 10 + 12 * (5m + 4) must reach 120.
    Limits.MinimumRevenue base = table.base().minimumRevenue().orElseThrow();
    double needed = (110.0 - 48) / 60;
    assertThat(base.multiple().value()).isCloseTo(needed, within(0.002));
    assertThat(base.multiple().monotone()).isTrue();
    assertThat(base.neededBy()).contains("2028Q4");
    assertThat(braked().minimumRevenue().orElseThrow().multiple().value())
        .isCloseTo((110.0 - 16) / 60, within(0.002));
  }

  @Test
  void backstopBill() {
    Solved fund = table.base().backstopBill().orElseThrow().fund();
    assertThat(fund.value()).isCloseTo(2, within(0.51 * 2));
    assertThat(braked().backstopBill().orElseThrow().fund().value())
        .isCloseTo(4 + 5 * 6, within(1.1));
  }

  @Test
  void stallSpeed() {
    // Outside money cannot exceed 4 whatever the limit, and 4 is not enough.
    Limits.StallSpeed speed = table.base().stallSpeed().orElseThrow();
    assertThat(speed.growth().status()).isEqualTo(Solved.Status.HOLDS_NOWHERE);
    assertThat(speed.actual()).isZero();
    assertThat(speed.start()).isEqualTo(4);
  }

  @Test
  void aRiseInValueDiesOutWhereNothingFeedsIt() {
    Climb.Gain climb = table.climb().orElseThrow();
    // Marks grow at the same rate with and without the kick; new shares at 4 a quarter dilute it.
    assertThat(climb.gain()).isBetween(0.5, 1.0);
    assertThat(climb.belief().status()).isEqualTo(Solved.Status.HOLDS_NOWHERE);
  }

  @Test
  void theHubKeepsWhatItStillGets() {
    assertThat(table.base().hub()).contains(1.0);
    // In the last quarter the host gets the 5 that users pay, against 9 without the brake.
    assertThat(braked().hub().orElseThrow()).isCloseTo(5.0 / 9, within(1e-9));
  }

  @Test
  void anUnknownScenarioIsNamedWithThoseThatExist() {
    Failure failure =
        catchThrowableOfType(
            Failure.class,
            () -> BrakeTable.of(Folder.circle(root).open("ring"), List.of("no-mony"), 1));
    assertThat(Folder.codes(failure)).containsExactly("E0608");
    assertThat(failure.findings().get(0).values()).containsEntry("known", "no-money");
  }

  private BrakeCase braked() {
    return table.cases().get(0);
  }

  /** Contracts are cut by the brake itself in 2027Q1; nobody has failed then. */
  @Test
  void aContractCancelledIsNoFailure() {
    BrakeTable shipped =
        BrakeTable.of(
            new ModelOpener(Folder.SHIPPED).open("ai-loop"), List.of("backlog-renegotiated"), 1);
    BrakeTable.BrakeCase braked = shipped.cases().get(0);
    assertThat(braked.failures().get(0).kind()).isEqualTo("contracts_cancelled");
    assertThat(braked.failures().get(0).period()).isEqualTo("2027Q1");
    assertThat(braked.fallen())
        .isNotEmpty()
        .allMatch(e -> shipped.roles().names(Role.FAILURE).contains(e.kind()));
    assertThat(braked.failed()).doesNotHaveDuplicates();
    assertThat(braked.fallen().get(0).period()).isGreaterThan("2027Q1");
    BrakeFutures futures = braked.futures().orElseThrow();
    assertThat(futures.draws()).isEqualTo(BrakeFutures.DRAWS);
    assertThat(futures.firstToFall().values().stream().mapToDouble(d -> d).sum())
        .isCloseTo(futures.failing(), within(1e-9));
  }

  @Test
  void aModelThatSaysNothingOfOutcomesHasNoFutures() {
    assertThat(table.base().futures()).isEmpty();
  }
}
