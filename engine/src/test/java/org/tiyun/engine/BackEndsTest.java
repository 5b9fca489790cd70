package org.tiyun.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.Scenario;

/** Lanes and oracle agree bit for bit, whatever stands beside a lane. */
class BackEndsTest {

  static LongStream seeds() {
    return LongStream.range(0, 400);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyPathOfABatchIsTheSameRunAlone(long seed) {
    CheckedModel model = RandomModels.of(seed);
    Plan plan = Plan.of(model);
    Scenario scenario = seed % 2 == 0 ? Scenario.base() : scenario();
    List<Path> paths = batch(plan, scenario, 7, 1);
    for (Path path : paths) {
      // A run of a path is made by the oracle.
      RunRequest request = RunRequest.of(scenario).seed(5).path(path.number());
      assertThat(path.failure()).isEmpty();
      Run run = Engine.run(plan, request);
      assertThat(path.values()).isEqualTo(run.values());
      assertThat(path.events()).isEqualTo(run.events());
    }
    List<Path> others = batch(plan, scenario, 3, 2);
    assertThat(others).usingRecursiveComparison().isEqualTo(paths);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void equationsHold(long seed) {
    CheckedModel model = RandomModels.of(seed);
    if (model.equations().stream().noneMatch(e -> e.right().toString().contains("Draw"))) {
      assertThat(Residuals.largest(Engine.run(Plan.of(model), RunRequest.base()))).isLessThan(1e-9);
    }
  }

  private static Scenario scenario() {
    Expr half = Models.op(Expr.BinaryOp.MUL, new Expr.In(0, 0), Models.of(0.5));
    return new Scenario(
        "half",
        "",
        "",
        List.of(new Scenario.Change(0, half, 3, 6)),
        List.of(new Scenario.InitialValue(0, 0.25)));
  }

  private static List<Path> batch(Plan plan, Scenario scenario, int lanes, int threads) {
    List<Integer> all = IntStream.range(0, plan.model().variables().size()).boxed().toList();
    List<Path> paths = new ArrayList<>();
    Engine.batch(
        plan,
        BatchRequest.of(20, 5, all).scenario(scenario).lanes(lanes).threads(threads),
        paths::add);
    return paths;
  }
}
