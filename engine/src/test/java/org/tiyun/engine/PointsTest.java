package org.tiyun.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tiyun.language.model.Distribution;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.Scenario;

/** A batch whose inputs are given point by point. */
class PointsTest {
  private final Models models = new Models();
  private final Expr.In rate = models.input("rate", 0.1, null);
  private final Expr.In other = models.input("other", 5, new Distribution.Uniform(0, 10));

  PointsTest() {
    Expr grown = Models.op(Expr.BinaryOp.ADD, Models.of(1), rate);
    models.variable("x", 1, Models.op(Expr.BinaryOp.MUL, Models.var(0, 1), grown));
    models.variable("y", 0, other);
  }

  @Test
  void eachPathHasTheValueOfItsPoint() {
    List<Path> paths = batch(Scenario.base(), 3, 2);
    assertThat(paths).extracting(p -> p.values()[0][2]).containsExactly(1.0, 1.44, 2.25, 4.0, 9.0);
  }

  @Test
  void anInputThatIsNotListedIsNotDrawn() {
    assertThat(batch(Scenario.base(), 5, 1))
        .allSatisfy(p -> {
          assertThat(p.values()[1][1]).isEqualTo(5);
          assertThat(p.drawn()).hasSize(1);
        });
  }

  @Test
  void aScenarioChangesThePointAndNotTheModelsValue() {
    Expr doubled = Models.op(Expr.BinaryOp.MUL, new Expr.In(0, 0), Models.of(2));
    Scenario scenario =
        new Scenario(
            "", "", "", List.of(new Scenario.Change(0, doubled, 2, Integer.MAX_VALUE)), List.of());
    List<Path> paths = batch(scenario, 2, 2);
    assertThat(paths.get(2).values()[0]).containsExactly(1.0, 1.5, 3.0);
  }

  private List<Path> batch(Scenario scenario, int lanes, int threads) {
    double[][] rows = {{0}, {0.2}, {0.5}, {1}, {2}};
    List<Path> paths = new ArrayList<>();
    Engine.batch(
        Plan.of(models.model(2)),
        BatchRequest.of(5, 1, List.of(0, 1))
            .scenario(scenario)
            .points(Points.of(List.of(0), rows))
            .lanes(lanes)
            .threads(threads),
        paths::add);
    return paths;
  }
}
