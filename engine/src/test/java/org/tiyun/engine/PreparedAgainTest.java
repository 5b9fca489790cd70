package org.tiyun.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tiyun.language.Language;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.ModelTables;
import org.tiyun.language.model.Scenario;

/**
 * A plan makes use of what the run before was prepared for. Whatever ran before, an answer has the
 * bits that a fresh plan gives.
 */
class PreparedAgainTest {
  private static final String TEXT =
      """
      model m
      horizon 6
      param a = 0.4 source "x", b = 0.2 source "x", c = a * b + 0.1 source "x"
      c2 = c + c(-1)
      x = a * x(-1) + b * y + c2
      y = b * x + exp(-a * y) * c
      initial x = 1
      initial y = a
      z = max(x, y) - a * z(-1)
      initial z = 2
      """;

  private static CheckedModel model() {
    var checked = Language.check("m", Map.of("m", TEXT), ModelTables.none());
    return checked.result().orElseThrow(() -> new AssertionError(checked.findings()));
  }

  @Test
  void givesTheBitsOfAFreshPlanAfterAnyOtherRuns() {
    CheckedModel model = model();
    Plan kept = Plan.of(model);
    SplittableRandom random = new SplittableRandom(20251);
    int differing = 0;
    double before = Double.NaN;
    for (int i = 0; i < 300; i++) {
      RunRequest request = request(random, model);
      Run again = Engine.run(kept, request);
      Run fresh = Engine.run(Plan.of(model), request);
      assertThat(bits(again.values())).isEqualTo(bits(fresh.values()));
      assertThat(bits(again.inputs())).isEqualTo(bits(fresh.inputs()));
      differing += again.values()[1][3] != before ? 1 : 0;
      before = again.values()[1][3];
    }
    // Else the levers would do nothing and every run be the same.
    assertThat(differing).isGreaterThan(200);
  }

  private static RunRequest request(SplittableRandom random, CheckedModel model) {
    List<Scenario.Change> changes = new ArrayList<>();
    for (int k = random.nextInt(3); k > 0; k--) {
      Expr value = new Expr.Const(random.nextDouble(0.05, 0.45));
      int from = random.nextInt(4) == 0 ? random.nextInt(1, 5) : 0;
      int to = random.nextInt(4) == 0 ? random.nextInt(from, 6) : Integer.MAX_VALUE;
      changes.add(new Scenario.Change(random.nextInt(model.inputs().size()), value, from, to));
    }
    List<Scenario.InitialValue> initials = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      int variable = random.nextInt(model.variables().size());
      initials.add(new Scenario.InitialValue(variable, random.nextDouble(0.5, 2)));
    }
    Scenario scenario = new Scenario("s", "", "", changes, initials);
    RunRequest request = RunRequest.of(scenario).seed(random.nextInt(2));
    return random.nextInt(5) == 0 ? request.until(random.nextInt(3, 9)) : request;
  }

  private static List<List<Long>> bits(double[][] values) {
    List<List<Long>> bits = new ArrayList<>();
    for (double[] row : values) {
      bits.add(java.util.Arrays.stream(row).mapToObj(Double::doubleToLongBits).toList());
    }
    return bits;
  }
}
