package org.tiyun.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.tiyun.language.model.Clearing;
import org.tiyun.language.model.Distribution;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.Expr.BinaryOp;
import org.tiyun.language.model.Expr.UnaryOp;
import org.tiyun.language.model.Scenario;
import org.tiyun.language.model.Variable.Role;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Lang;
import org.tiyun.words.Words;

/** What cannot be computed stops with a message that says what, where and when. */
class TroubleTest {

  @Test
  void divisionByZeroNamesEquationAndPeriod() {
    Models m = new Models();
    Expr left = m.variable("left", 2, Models.op(BinaryOp.SUB, Models.var(0, 1), Models.of(1)));
    m.variable("ratio", 0, Models.op(BinaryOp.DIV, Models.of(1), left));
    Finding finding = finding(m);
    assertThat(finding.code()).isEqualTo("E0301");
    assertThat(finding.message(Words.in(Lang.EN))).isEqualTo("ratio divides by zero in 2.");
    assertThat(finding.message(Words.in(Lang.ZH))).isEqualTo("ratio 在 2 除以了零。");
    assertThat(finding.place().orElseThrow().line()).isEqualTo(2);
  }

  @Test
  void aDivisionByZeroIsNotSwallowedByMinMaxOrAComparison() {
    for (BinaryOp op : List.of(BinaryOp.MIN, BinaryOp.LT, BinaryOp.DIV)) {
      Models m = new Models();
      Expr zero = m.variable("zero", 0, Models.of(0));
      Expr ratio = Models.op(BinaryOp.DIV, Models.of(1), zero);
      m.variable("y", 0, Models.op(op, Models.of(3), ratio));
      assertThat(finding(m).code()).as(op.name()).isEqualTo("E0301");
    }
  }

  @Test
  void onlyTheChosenSideHasToBeDefined() {
    Models m = new Models();
    Expr zero = m.variable("zero", 0, Models.of(0));
    Expr ratio = Models.op(BinaryOp.MIN, Models.of(5), Models.op(BinaryOp.DIV, Models.of(1), zero));
    m.variable(
        "y", 0, new Expr.If(Models.op(BinaryOp.EQ, zero, Models.of(0)), Models.of(7), ratio));
    Expr both =
        Models.op(
            BinaryOp.AND,
            Models.op(BinaryOp.NE, zero, Models.of(0)),
            Models.op(BinaryOp.GT, ratio, Models.of(1)));
    m.variable("z", 0, both);
    assertThat(Engine.run(Plan.of(m.model(3)), RunRequest.base()).values()[1])
        .containsExactly(0, 7, 7, 7);
  }

  @Test
  void logarithmRootPowerAndOverflow() {
    assertThat(code(Models.op(UnaryOp.LOG, Models.var(0, 1)))).isEqualTo("E0302");
    assertThat(
            code(Models.op(UnaryOp.SQRT, Models.op(BinaryOp.SUB, Models.var(0, 1), Models.of(1)))))
        .isEqualTo("E0303");
    assertThat(code(Models.op(BinaryOp.POW, Models.var(0, 1), Models.of(-1)))).isEqualTo("E0304");
    assertThat(code(Models.op(UnaryOp.EXP, Models.of(1000)))).isEqualTo("E0305");
    assertThat(code(Models.of(Double.NaN))).isEqualTo("E0305");
  }

  @Test
  void aLoopWithoutASolutionNamesItsEquations() {
    Models m = new Models();
    // x = 1 + y^2, y = x: no real solution
    m.variable(
        "x",
        1,
        Models.op(
            BinaryOp.ADD,
            Models.of(1),
            Models.op(BinaryOp.MUL, Models.var(1, 0), Models.var(1, 0))));
    m.variable("y", 1, Models.var(0, 0));
    Finding finding = finding(m);
    assertThat(finding.code()).isEqualTo("E0308");
    assertThat(finding.message(Words.in(Lang.EN))).contains("loop of 2 equations", "in 1:");
    assertThat(finding.because()).isNotEmpty();
  }

  @Test
  void aSingularLinearLoopSaysSo() {
    Models m = new Models();
    m.variable("x", 0, Models.op(BinaryOp.ADD, Models.var(1, 0), Models.of(1)));
    m.variable("y", 0, Models.var(0, 0));
    assertThat(finding(m).code()).isIn("E0301", "E0309");
  }

  @Test
  void whatIsDueMayNotDependOnWhatIsPaid() {
    Models m = new Models();
    Expr paid = m.variable("rent", Role.PAID, 0, null);
    m.variable("owed rent", Role.OWED, 0, paid);
    m.variable("resource", Role.RESOURCE, 0, Models.of(1));
    m.variable("shortfall", Role.SHORTFALL, 0, null);
    m.variable("resource 2", Role.RESOURCE, 0, Models.of(1));
    m.variable("shortfall 2", Role.SHORTFALL, 0, null);
    m.clearing =
        Optional.of(
            new Clearing(
                2, List.of(2, 4), List.of(3, 5), List.of(new Clearing.Obligation(0, 1, 1, 0, 1))));
    assertThatThrownBy(() -> Plan.of(m.model(1)))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.findings().getFirst().code()).isEqualTo("E0307"));
  }

  @Test
  void aDueFlowBelowZeroIsRefused() {
    Models m = clearing(-1, 5);
    assertThat(finding(m).code()).isEqualTo("E0310");
  }

  @Test
  void duesAreClearedInEveryPeriod() {
    Run run = Engine.run(Plan.of(clearing(3, 2).model(2)), RunRequest.base());
    assertThat(run.values()[0]).containsExactly(0, 2, 2);
    assertThat(run.values()[3]).containsExactly(0, 1, 1);
    assertThat(run.audit().largestResidual()).isZero();
  }

  @Test
  void changesThatNeedOneAnotherAreRefused() {
    Models m = new Models();
    m.input("a", 1, null);
    m.input("b", 1, null);
    m.variable("x", 0, new Expr.In(0, 0));
    Scenario circle =
        new Scenario(
            "s",
            "",
            "",
            List.of(
                new Scenario.Change(0, new Expr.In(1, 0), 1, 9),
                new Scenario.Change(1, new Expr.In(0, 0), 1, 9)),
            List.of());
    Failure failure =
        catchThrowableOfType(
            Failure.class, () -> Engine.run(Plan.of(m.model(2)), RunRequest.of(circle)));
    assertThat(failure.findings().getFirst().code()).isEqualTo("E0311");
  }

  @Test
  void oneFailingPathLeavesTheOthersAlone() {
    Models m = new Models();
    Expr p = m.input("p", 1, new Distribution.Uniform(-1, 1));
    m.variable("root", 0, Models.op(UnaryOp.SQRT, p));
    List<Path> paths = new ArrayList<>();
    Batch batch =
        Engine.batch(
            Plan.of(m.model(2)), BatchRequest.of(200, 3, List.of(0)).lanes(64), paths::add);
    assertThat(batch.failed()).isBetween(60L, 140L);
    for (Path path : paths) {
      assertThat(path.failure().isPresent()).isEqualTo(path.drawn()[0] < 0);
      if (path.failure().isEmpty()) {
        assertThat(path.values()[0][2]).isEqualTo(Math.sqrt(path.drawn()[0]));
      } else {
        assertThat(path.values()[0][1]).isNaN();
      }
    }
  }

  @Test
  void aFormulaOfAHundredThousandTermsRuns() {
    Models m = new Models();
    Expr sum = Models.var(0, 1);
    for (int i = 0; i < 100_000; i++) {
      sum = Models.op(BinaryOp.ADD, sum, Models.of(i % 2 == 0 ? 1 : -1));
    }
    m.variable("x", 3, sum);
    assertThat(Engine.run(Plan.of(m.model(2)), RunRequest.base()).values()[0])
        .containsExactly(3, 3, 3);
  }

  @Test
  void aCancelledBatchStops() {
    Models m = new Models();
    m.variable("x", 0, Models.of(1));
    Batch batch =
        Engine.batch(
            Plan.of(m.model(2)),
            BatchRequest.of(1_000_000, 3, List.of(0)).cancelledWhen(() -> true),
            p -> {});
    assertThat(batch.cancelled()).isTrue();
    assertThat(batch.paths()).isZero();
  }

  @Test
  void aRunWhoseThreadIsInterruptedEndsInTheMiddle() throws InterruptedException {
    Models m = new Models();
    m.variable("x", 0, Models.op(BinaryOp.ADD, Models.var(0, 1), Models.of(1)));
    Plan plan = Plan.of(m.model(10_000));
    for (RunRequest request : List.of(RunRequest.base(), RunRequest.base().path(3))) {
      AtomicReference<Throwable> end = new AtomicReference<>();
      AtomicBoolean stillSaid = new AtomicBoolean();
      CountDownLatch begun = new CountDownLatch(1);
      Thread thread =
          new Thread(() -> {
            try {
              for (; ; ) {
                Engine.run(plan, request);
                begun.countDown();
              }
            } catch (CancellationException cancelled) {
              end.set(cancelled);
              stillSaid.set(Thread.currentThread().isInterrupted());
            }
          });
      thread.setDaemon(true);
      thread.start();
      begun.await();
      thread.interrupt();
      thread.join(60_000);
      assertThat(end.get()).isInstanceOf(CancellationException.class);
      assertThat(stillSaid).isTrue();
    }
  }

  @Test
  void aBatchWhoseThreadIsInterruptedGivesNoAnswer() {
    Models m = new Models();
    m.variable("x", 0, Models.of(1));
    AtomicInteger seen = new AtomicInteger();
    BatchRequest request = BatchRequest.of(1_000_000, 3, List.of(0)).lanes(8).threads(1);
    Throwable end =
        catchThrowable(() ->
            Engine.batch(
                Plan.of(m.model(2)),
                request,
                path -> {
                  if (seen.incrementAndGet() == 20) {
                    Thread.currentThread().interrupt();
                  }
                }));
    assertThat(end).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(seen.get()).isLessThan(100);
  }

  private static Models clearing(double owed, double resource) {
    Models m = new Models();
    m.variable("rent", Role.PAID, 0, null);
    m.variable("owed rent", Role.OWED, 0, Models.of(owed));
    m.variable("resource", Role.RESOURCE, 0, Models.of(resource));
    m.variable("shortfall", Role.SHORTFALL, 0, null);
    m.variable("resource 2", Role.RESOURCE, 0, Models.of(1));
    m.variable("shortfall 2", Role.SHORTFALL, 0, null);
    m.clearing =
        Optional.of(
            new Clearing(
                2, List.of(2, 4), List.of(3, 5), List.of(new Clearing.Obligation(0, 1, 1, 0, 1))));
    return m;
  }

  private static String code(Expr right) {
    Models m = new Models();
    m.variable("x", 0, right);
    return finding(m).code();
  }

  private static Finding finding(Models m) {
    Plan plan = Plan.of(m.model(5));
    return catchThrowableOfType(Failure.class, () -> Engine.run(plan, RunRequest.base()))
        .findings()
        .getFirst();
  }
}
