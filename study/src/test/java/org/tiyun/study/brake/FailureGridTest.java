package org.tiyun.study.brake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiyun.engine.Plan;
import org.tiyun.language.model.Input;
import org.tiyun.study.Folder;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.run.ScenarioChoice;

/**
 * The small circle over two inputs: users pay 5 a quarter, the market 4, and 10 are due; 10 in cash
 * last until the eleventh quarter.
 */
class FailureGridTest {
  @TempDir Path root;
  private OpenModel ring;
  private Plan plan;

  @BeforeEach
  void open() {
    ring = Folder.circle(root).open("ring");
    plan = Plan.of(ring.model());
  }

  private FailureGrid grid(ScenarioChoice choice, double force) {
    return new FailureGrid(ring, plan, choice, force, 1);
  }

  private Input input(String name) {
    return ring.model().inputs().stream()
        .filter(i -> i.name().toString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whoIsGivenEnoughDoesNotFail() {
    FailureGrid.Row row =
        grid(ScenarioChoice.base(), 1)
            .over(input("giving"), new double[] {4, 5, 6}, input("multiple"), 1);
    assertThat(row.failures()).containsExactly(1, 0, 0);
    assertThat(row.first()).containsExactly("2028Q3", "", "");
    assertThat(row.besides()).isEmpty();
  }

  @Test
  void outsideMoneyIsHeldToWhatItWas() {
    FailureGrid grid = grid(ScenarioChoice.base(), 1);
    assertThat(FailureGrid.growth(ring, plan)).hasValue(input("pace"));
    // It does not grow by itself, so the values lie about nothing.
    assertThat(grid.growthRange()).isEqualTo(new FailureGrid.GrowthRange(-0.03, 0.02, 1));
    FailureGrid.Row row = grid.overGrowth(new double[] {-0.9, 0}, input("multiple"), 1);
    // 4, 0.4 and 0.04: 9 in hand after a quarter, 4.4 after the next, and 9.44 for 10 then.
    assertThat(row.first()).containsExactly("2026Q3", "2028Q3");
    assertThat(row.besides()).containsOnlyKeys("most").containsValue(4.0);
  }

  @Test
  void theScenarioHoldsInEveryCellAtItsForce() {
    ScenarioChoice stop = ScenarioChoice.of("no-money");
    double[] one = {1};
    Input multiple = input("multiple");
    assertThat(grid(stop, 1).over(input("rise"), one, multiple, 1).first())
        .containsExactly("2027Q2");
    assertThat(grid(stop, 0).over(input("rise"), one, multiple, 1).first())
        .containsExactly("2028Q3");
    assertThat(
            grid(new ScenarioChoice(Optional.empty(), List.of("giving=6")), 1)
                .over(input("rise"), one, multiple, 1)
                .first())
        .containsExactly("");
  }
}
