package org.tiyun.study.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiyun.study.Folder;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.run.ScenarioChoice;
import org.tiyun.words.Failure;

/**
 * Quantities of a circle reckoned by hand: users pay the lab 5 a quarter, the market 4, it owes the
 * host 10 and draws 1 from its cash; the host pays nine tenths of its rent outside.
 */
class QuantitiesTest {
  @TempDir Path root;
  private OpenModel ring;

  @BeforeEach
  void open() {
    ring = Folder.circle(root).open("ring");
  }

  @Test
  void endUsersShareFollowsTheMoneyThroughTheLab() {
    // The lab disposes of 5 + 4 + 1 a quarter, half of it from users; the host lives of the lab.
    assertThat(value(Quantity.END_USER_SHARE, "alpha", "2026Q4")).isEqualTo(1);
    assertThat(value(Quantity.END_USER_SHARE, "host", "2026Q4")).isCloseTo(0.5, within(1e-9));
    // All sales: 5 from users and 10 half from users.
    assertThat(value(Quantity.END_USER_SHARE, "", "2026Q4"))
        .isCloseTo((5 + 5) / 15.0, within(1e-9));
  }

  @Test
  void aPipeIsNoCircle() {
    assertThat(value(Quantity.CIRCULAR_SHARE, "", "2026Q4")).isZero();
    assertThat(value(Quantity.LOOP_GAIN, "", "2026Q4")).isCloseTo(0, within(1e-3));
  }

  @Test
  void theLabIsAPonziFirmAndTheHostIsHedged() {
    // Operations bring the lab 5, its take-or-pay is 10.
    assertThat(value(Quantity.MINSKY_CLASS, "alpha", "2026Q4")).isEqualTo(3);
    assertThat(value(Quantity.MINSKY_CLASS, "host", "2026Q4")).isEqualTo(1);
  }

  @Test
  void refinancingAndRunway() {
    // After a year 6 are in hand: 20 and 6 cover 26 of 40 due.
    assertThat(value(Quantity.REFINANCING_DEPENDENCE, "alpha", "2026Q4"))
        .isCloseTo(1 - 26.0 / 40, within(1e-9));
    assertThat(value(Quantity.RUNWAY, "alpha", "2026Q4")).isCloseTo(6 / (5.0 / 3), within(1e-9));
  }

  @Test
  void externalDriveIsUsersCashOverWhatTheCircleCosts() {
    // Users pay 5, the host pays 9 to the rest.
    assertThat(value(Quantity.EXTERNAL_DRIVE, "", "2026Q4")).isCloseTo(5.0 / 9, within(1e-9));
  }

  @Test
  void theWholeRunIsToldOnce() {
    assertThat(value(Quantity.TIME_TO_FIRST_FAILURE, "alpha", "")).isEqualTo(11);
    assertThat(value(Quantity.BACKSTOP_BILL, "", "")).isCloseTo(2, within(1.1));
    assertThat(value(Quantity.MINIMUM_EXTERNAL_REVENUE, "", ""))
        .isCloseTo((110.0 - 48) / 60, within(0.002));
  }

  @Test
  void aStopNowIsHeldAgainstAStopAYearLater() {
    // Without the market's 4 a quarter the lab fails in its third quarter: 50 of rent are never
    // paid, and its shares fall from 106.1208 by 8 percent in each of nine quarters. The market
    // would have given 16 in the first year.
    double lost = 50 + 106.1208 * (1 - Math.pow(0.92, 9));
    assertThat(value(Quantity.CASCADE_LOSS, "amplification", ""))
        .isCloseTo(lost / 16, within(1e-9));
    // Stopped after one year it fails in the sixth quarter, after two in the ninth.
    double one = 34 + 129.7687 * (1 - Math.pow(0.92, 6));
    double two = 18 + 154.5277 * (1 - Math.pow(0.92, 3));
    assertThat(value(Quantity.LOCK_IN, "regret", "2026Q4")).isCloseTo(one / two, within(1e-6));
  }

  @Test
  void nobodyWhoFailsIsSaidAsThat() {
    ScenarioChoice rich = new ScenarioChoice(Optional.empty(), List.of("giving=6"));
    Quantities quantities = Quantities.of(ring, rich, Optional.empty(), 0, 1);
    assertThat(quantities.rows())
        .filteredOn(r -> r.quantity() == Quantity.TIME_TO_FIRST_FAILURE)
        .extracting(r -> r.figure().what(), r -> r.figure().value())
        .containsExactly(tuple("nobody_failed", Double.POSITIVE_INFINITY));
  }

  @Test
  void everyFigureSaysWhatItIsMadeOf() {
    Figure figure = row(Quantity.REFINANCING_DEPENDENCE, "alpha", "2026Q4").figure();
    assertThat(figure.of()).hasSize(4);
    assertThat(figure.of().get(0).of().get(0).of())
        .extracting(f -> f.what() + " " + f.thing())
        .containsExactly("flow sales");
  }

  @Test
  void rangesComeFromDraws() {
    Quantities drawn = Quantities.of(ring, ScenarioChoice.base(), Optional.of("2026Q4"), 40, 1);
    double[] range =
        drawn.rows().stream()
            .filter(r -> r.quantity() == Quantity.RUNWAY && r.entity().equals("alpha"))
            .findFirst()
            .orElseThrow()
            .range()
            .orElseThrow();
    assertThat(range[0]).isLessThan(range[1]);
    assertThat(range[1]).isLessThan(range[2]);
  }

  @Test
  void everyRowHasARange() {
    Quantities drawn = Quantities.of(ring, ScenarioChoice.base(), Optional.empty(), 40, 1);
    assertThat(drawn.rows())
        .filteredOn(r -> !r.entity().equals("actual"))
        .as("a state is raised from the start of the plain run")
        .filteredOn(r -> !r.entity().startsWith("impulse "))
        .allSatisfy(r -> assertThat(r.range()).as(r.toString()).isPresent());
    double[] first =
        drawn.rows().stream()
            .filter(r -> r.quantity() == Quantity.TIME_TO_FIRST_FAILURE)
            .findFirst()
            .orElseThrow()
            .range()
            .orElseThrow();
    // The market gives 2 to 8 a quarter: some labs fail early, some live to the end.
    assertThat(first[0]).isLessThan(11);
    assertThat(first[2]).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void periodsOutsideTheRunAreRefused() {
    for (String label : List.of("2025Q4", "2029Q1", "soon")) {
      Failure failure =
          catchThrowableOfType(
              Failure.class,
              () -> Quantities.of(ring, ScenarioChoice.base(), Optional.of(label), 0, 1));
      assertThat(Folder.codes(failure)).as(label).containsExactly("E0104");
    }
  }

  @Test
  void quantitiesAreFoundByNameAndNumber() {
    assertThat(Quantity.of("lock_in")).contains(Quantity.LOCK_IN);
    assertThat(Quantity.of("D11")).contains(Quantity.LOCK_IN);
    assertThat(Quantity.of("11")).contains(Quantity.LOCK_IN);
    assertThat(Quantity.of("19")).isEmpty();
  }

  private Quantities.Row row(Quantity quantity, String entity, String period) {
    return Quantities.of(ring, ScenarioChoice.base(), Optional.empty(), 0, 1).rows().stream()
        .filter(r -> r.quantity() == quantity)
        .filter(r -> r.entity().equals(entity) && r.period().equals(period))
        .findFirst()
        .orElseThrow();
  }

  private double value(Quantity quantity, String entity, String period) {
    return row(quantity, entity, period).figure().value();
  }
}
