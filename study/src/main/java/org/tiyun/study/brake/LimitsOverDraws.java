package org.tiyun.study.brake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.tiyun.engine.BatchRequest;
import org.tiyun.engine.Engine;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Points;
import org.tiyun.engine.Run;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.Roles;

/**
 * A limit in each future of an ensemble, by halving the interval in all futures at once. It takes
 * for granted what {@link Limits} checks on the base path: that above the limit nobody fails and
 * below it somebody does.
 */
public final class LimitsOverDraws {
  private final Plan plan;
  private final Set<Integer> failures;
  private final int inflow;
  private final List<Integer> inputs;
  private final double[][] rows;
  private final long seed;
  private final int threads;

  /**
   * @param inputs that are uncertain, and their values by future
   * @param threads that work at the same time; no limit depends on it
   */
  public LimitsOverDraws(
      Plan plan, Roles roles, List<Integer> inputs, double[][] rows, long seed, int threads) {
    this.plan = plan;
    this.failures = roles.decidingFailures();
    this.inflow = roles.variable(Role.OUTSIDE_INFLOW).map(v -> v.id()).orElse(-1);
    this.inputs = List.copyOf(inputs);
    this.rows = rows;
    this.seed = seed;
    this.threads = threads;
  }

  /**
   * The limit by future: minus infinity where nobody fails even at the low end, infinity where
   * somebody fails even at the high end.
   *
   * @param tolerance half the width of the bracket at which the search ends
   */
  public double[] of(Limits.Question question, double tolerance) {
    int n = rows.length;
    double[] start = question.start().isPresent() ? firstInflow(question) : new double[n];
    double[] low = filled(n, question.low());
    double[] high = filled(n, question.high());
    int[] all = IntStream.range(0, n).toArray();
    boolean[] alwaysAlive = alive(question, all, low, start);
    int[] sometimesFail = asked(i -> !alwaysAlive[i]);
    boolean[] aliveAtAll = alive(question, sometimesFail, high, start);
    int[] between = asked(i -> !alwaysAlive[i] && aliveAtAll[i]);
    double width = question.high() - question.low();
    while (width > 2 * tolerance) {
      double[] middle = new double[n];
      Arrays.setAll(middle, i -> (low[i] + high[i]) / 2);
      boolean[] alive = alive(question, between, middle, start);
      for (int i : between) {
        if (alive[i]) {
          high[i] = middle[i];
        } else {
          low[i] = middle[i];
        }
      }
      width /= 2;
    }
    for (int i = 0; i < n; i++) {
      high[i] =
          alwaysAlive[i]
              ? Double.NEGATIVE_INFINITY
              : aliveAtAll[i] ? high[i] : Double.POSITIVE_INFINITY;
    }
    return high;
  }

  /**
   * The futures that are still asked about. News comes by the number of a path, so that a model
   * with news keeps all of them.
   */
  private int[] asked(IntPredicate open) {
    boolean news = !plan.model().streams().isEmpty();
    return IntStream.range(0, rows.length).filter(i -> news || open.test(i)).toArray();
  }

  private static double[] filled(int n, double value) {
    double[] all = new double[n];
    Arrays.fill(all, value);
    return all;
  }

  /** Outside money of a period in the first year, on average, in each future, before any limit. */
  private double[] firstInflow(Limits.Question question) {
    double[] first = new double[rows.length];
    int year =
        Math.min(plan.model().calendar().step().perYear(), plan.model().calendar().horizon());
    Engine.batch(
        plan,
        BatchRequest.of(rows.length, seed, List.of(inflow))
            .scenario(question.scenario())
            .points(Points.of(inputs, rows))
            .threads(threads)
            .until(year),
        path ->
            first[(int) path.number()] =
                Arrays.stream(path.values()[0], 1, 1 + year).average().orElse(0));
    return first;
  }

  /** Whether nobody fails, by future; of those that are not asked about, false. */
  private boolean[] alive(Limits.Question question, int[] who, double[] values, double[] start) {
    int handle = question.input().id();
    int limit = question.start().map(i -> i.id()).orElse(-1);
    List<Integer> asked = new ArrayList<>(inputs);
    for (int more : new int[] {handle, limit}) {
      if (more >= 0 && !asked.contains(more)) {
        asked.add(more);
      }
    }
    Points points =
        new Points(
            asked,
            (path, which) -> {
              int input = asked.get(which);
              int future = who[(int) path];
              return input == handle
                  ? values[future] * question.scale()
                  : input == limit ? start[future] : rows[future][which];
            });
    boolean[] alive = new boolean[rows.length];
    Engine.batch(
        plan,
        BatchRequest.of(who.length, seed, List.of())
            .scenario(question.scenario())
            .points(points)
            .threads(threads),
        path ->
            alive[who[(int) path.number()]] =
                path.failure().isEmpty()
                    && path.events().stream()
                        .map(Run.Happening::event)
                        .noneMatch(failures::contains));
    return alive;
  }
}
