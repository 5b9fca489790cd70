package org.tiyun.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tiyun.engine.lanes.Future;
import org.tiyun.engine.lanes.Worker;
import org.tiyun.engine.plan.Drawing;
import org.tiyun.engine.plan.Scheduler;
import org.tiyun.engine.plan.Setting;
import org.tiyun.engine.program.Lowering;
import org.tiyun.engine.program.Outputs;
import org.tiyun.engine.program.Program;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Distribution;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.Expr.UnaryOp;
import org.tiyun.language.model.Scenario;

/** Compiled and interpreted lanes agree to the last bit, in values, events, audit and failures. */
class CompiledTest {

  static LongStream seeds() {
    return LongStream.range(0, 150);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void generatedModels(long seed) {
    agree(RandomModels.of(seed), seed % 2 == 0);
  }

  @Test
  void pathsThatFail() {
    Models m = new Models();
    Expr p = m.input("p", 1, new Distribution.Uniform(-1, 1));
    m.variable("root", 0, Models.op(UnaryOp.SQRT, p));
    m.variable("least", 0, Models.op(Expr.BinaryOp.MIN, Models.var(0, 0), Models.of(1)));
    List<Future> futures = agree(m.model(3), true);
    assertThat(futures.stream().filter(f -> f.failure().isPresent())).isNotEmpty();
    assertThat(futures.stream().filter(f -> f.failure().isEmpty())).isNotEmpty();
  }

  @Test
  void aModelWithNothingToCompute() {
    assertThat(agree(new Models().model(3), true)).allMatch(f -> f.failure().isEmpty());
    Models constant = new Models();
    constant.variable("x", 1, Models.of(2));
    assertThat(agree(constant.model(3), true).getFirst().values()[0]).containsExactly(1, 2, 2, 2);
  }

  /** Two numbers may be finite where their sum is not. */
  @Test
  void numbersNearTheLargestAreNoTrouble() {
    Models m = new Models();
    Expr p = m.input("p", 1, new Distribution.Uniform(0.9, 1));
    Expr large = Models.op(Expr.BinaryOp.MUL, Models.of(1.7e308), p);
    m.variable("one", 0, large);
    m.variable("other", 0, large);
    Setting setting = Setting.of(Scheduler.of(m.model(3)), Scenario.base(), Drawing.OWN);
    Worker compiled = Worker.compiled(setting, 3, 5, new int[] {0, 1});
    assertThat(compiled.block(0, 20).failed()).containsOnly(false);
    assertThat(agree(m.model(3), true)).allMatch(f -> f.failure().isEmpty());
  }

  @Test
  void longHistoriesTakeFewerLanes() {
    Models m = new Models();
    m.variable("x", 1, Models.op(Expr.BinaryOp.MUL, Models.var(0, 1), Models.of(0.5)));
    Setting setting = Setting.of(Scheduler.of(m.model(3)), Scenario.base(), Drawing.OWN);
    assertThat(Worker.compiled(setting, 3, 5, new int[] {0}).lanes(1)).isEqualTo(256);
    Worker large = Worker.compiled(setting, 100_000, 5, new int[] {0});
    assertThat(large.lanes(1) * 100_000L).isBetween(1_000_000L, 4_500_000L);
    Future last = large.run(0, large.lanes(1)).getLast();
    assertThat(last.values()[0]).startsWith(1, 0.5, 0.25).hasSize(100_001);
  }

  @Test
  void variablesThatRepeatOthersAreKeptOnce() {
    Models m = new Models();
    Expr p = m.input("p", 1, new Distribution.Uniform(1, 2));
    m.variable("sum", 3, Models.op(Expr.BinaryOp.ADD, Models.var(0, 1), p));
    m.variable("same", 3, Models.var(0, 0));
    m.variable("again", 3, Models.var(1, 0));
    m.variable("other start", 4, Models.var(0, 0));
    m.variable("late", 3, Models.var(0, 2));
    for (Future future : agree(m.model(5), true)) {
      double[][] values = future.values();
      assertThat(values[1]).isEqualTo(values[0]);
      assertThat(values[2]).isEqualTo(values[0]);
      assertThat(values[3]).startsWith(4).endsWith(values[0][4], values[0][5]);
      assertThat(values[4]).startsWith(3, 3, 3).endsWith(values[0][2], values[0][3]);
    }
    Setting setting = Setting.of(Scheduler.of(m.model(5)), Scenario.base(), Drawing.OWN);
    Program program = Lowering.lower(setting, false);
    assertThat(Outputs.of(program, new int[] {0, 1, 2, 3, 4}).at()).containsExactly(0, 0, 0, 1, 2);
  }

  private static List<Future> agree(CheckedModel model, boolean every) {
    Setting setting = Setting.of(Scheduler.of(model), Scenario.base(), Drawing.OWN);
    int count = every ? model.variables().size() : 1;
    int[] outputs = IntStream.range(0, count).toArray();
    int periods = model.calendar().horizon();
    Worker compiled = Worker.compiled(setting, periods, 5, outputs);
    compiled.run(0, 9);
    // The second block finds in memory what the first has left.
    List<Future> futures = compiled.run(3, 20);
    List<Future> others = new Worker(setting, periods, 5, outputs).run(3, 20);
    for (int lane = 0; lane < 20; lane++) {
      Future one = futures.get(lane);
      Future other = others.get(lane);
      assertThat(one.values()).isEqualTo(other.values());
      assertThat(one.drawn()).isEqualTo(other.drawn());
      assertThat(one.events()).isEqualTo(other.events());
      assertThat(one.gap()).isEqualTo(other.gap());
      assertThat(one.stock()).isEqualTo(other.stock());
      assertThat(one.failure().map(f -> f.findings().toString()))
          .isEqualTo(other.failure().map(f -> f.findings().toString()));
    }
    return futures;
  }
}
