package org.tiyun.engine.plan;

import java.util.List;
import java.util.Optional;
import org.tiyun.clearing.ClearingKernel;
import org.tiyun.clearing.Recovery;
import org.tiyun.engine.random.Draws;
import org.tiyun.engine.solve.Iteration;
import org.tiyun.engine.solve.Lu;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Clearing;
import org.tiyun.words.Failure;

/**
 * Runs one path of a schedule, one number at a time: plain, obvious, slow. The lanes give the same
 * bits; where they meet trouble, the path is run here to say what and where.
 */
public final class Oracle {
  private final Setting setting;
  private final CheckedModel model;
  private final Trouble trouble;
  private final Evaluation evaluation;
  private final int periods;
  private final long seed;
  private final long path;
  private final double[][] values;
  private final double[][] inputs;
  private final long[] streams;
  private int period;

  private Oracle(Setting setting, int periods, long seed, long path) {
    this.setting = setting;
    this.model = setting.schedule().model();
    this.trouble = new Trouble(model);
    this.periods = periods;
    this.seed = seed;
    this.path = path;
    this.values = new double[model.variables().size()][periods + 1];
    this.inputs = new double[model.inputs().size()][periods + 1];
    this.streams = model.streams().stream().mapToLong(s -> Draws.key("stream " + s)).toArray();
    this.evaluation = new Evaluation(setting.graph(), this::leaf);
  }

  /**
   * One path in full.
   *
   * @param values by variable, then by period from 0
   * @param inputs by input, then by period from 0
   * @param when by event, then by period: the condition
   * @param amount by event, then by period: 0 where the condition does not hold
   * @param failure why it ended early; empty where it did not
   * @param reached the last period that is complete
   */
  public record Outcome(
      double[][] values,
      double[][] inputs,
      double[][] when,
      double[][] amount,
      Optional<Failure> failure,
      int reached) {}

  /**
   * One path, to its end or to the period in which an equation has no value or a loop no solution.
   */
  public static Outcome run(Setting setting, int periods, long seed, long path) {
    return new Oracle(setting, periods, seed, path).run();
  }

  private Outcome run() {
    int events = model.events().size();
    double[][] when = new double[events][periods + 1];
    double[][] amount = new double[events][periods + 1];
    Optional<Failure> failure = Optional.empty();
    try {
      for (period = 0; period <= periods; period++) {
        Interruption.heed();
        period(when, amount);
      }
    } catch (Failure f) {
      failure = Optional.of(f);
    }
    return new Outcome(values, inputs, when, amount, failure, period - 1);
  }

  private void period(double[][] when, double[][] amount) {
    evaluation.forget();
    for (int i : setting.order()) {
      inputs[i][period] = input(i);
    }
    if (period == 0) {
      for (int v = 0; v < values.length; v++) {
        values[v][0] = value(v, setting.initial()[v]);
      }
      return;
    }
    setting.schedule().steps().forEach(this::step);
    for (int e = 0; e < when.length; e++) {
      event(e, when[e], amount[e]);
    }
  }

  private double input(int i) {
    try {
      return evaluation.strict(setting.input()[i]);
    } catch (Trouble.Undefined why) {
      throw trouble.input(i, period, why);
    }
  }

  /**
   * Inputs that are the same on every path, by input, then by period; empty for those that are not.
   *
   * @throws Failure where one has no value
   */
  public static double[][] common(Setting setting, int periods) {
    Oracle oracle = new Oracle(setting, periods, 0, 0);
    for (oracle.period = 0; oracle.period <= periods; oracle.period++) {
      oracle.evaluation.forget();
      for (int i : setting.order()) {
        if (!setting.various()[i]) {
          boolean known = oracle.period > 0 && !setting.moving()[i];
          oracle.inputs[i][oracle.period] = known ? oracle.inputs[i][0] : oracle.input(i);
        }
      }
    }
    for (int i = 0; i < oracle.inputs.length; i++) {
      oracle.inputs[i] = setting.various()[i] ? new double[0] : oracle.inputs[i];
    }
    return oracle.inputs;
  }

  private void event(int e, double[] when, double[] amount) {
    try {
      when[period] = evaluation.strict(setting.schedule().eventWhen()[e]);
      if (when[period] != 0) {
        amount[period] = evaluation.strict(setting.schedule().eventAmount()[e]);
      }
    } catch (Trouble.Undefined why) {
      throw trouble.event(e, period, why);
    }
  }

  private double leaf(Node node) {
    int then = Math.max(0, period - node.b());
    return switch (node.op()) {
      case VAR -> values[node.a()][then];
      case IN -> inputs[node.a()][then];
      case TIME -> period;
      case DRAWN -> drawn(setting, seed, path, node.a());
      case UNIFORM -> Draws.uniform(seed, streams[node.a()], path, period);
      case GAUSS -> Draws.normal(seed, streams[node.a()], path, period);
      default -> throw new IllegalStateException(node.toString());
    };
  }

  /** The value that a path draws for an input. */
  public static double drawn(Setting setting, long seed, long path, int input) {
    return setting.drawing().of(setting.written(input), seed).on(path);
  }

  private void step(Step step) {
    evaluation.forget();
    switch (step) {
      case Step.Assign(int variable, int node) -> values[variable][period] = value(variable, node);
      case Step.Solve solve -> solve(solve);
      case Step.Newton newton -> newton(newton);
      case Step.Clear() -> clear(model.clearing().orElseThrow());
    }
  }

  private double value(int variable, int node) {
    try {
      return evaluation.strict(node);
    } catch (Trouble.Undefined why) {
      throw trouble.variable(variable, period, why);
    }
  }

  private void solve(Step.Solve step) {
    int n = step.tears().length;
    double[][] matrix = new double[n][n];
    double[] right = new double[n];
    for (int i = 0; i < n; i++) {
      right[i] = value(step.tears()[i], step.right()[i]);
      for (int j = 0; j < n; j++) {
        matrix[i][j] = value(step.tears()[i], step.matrix()[i][j]);
      }
    }
    if (!Lu.solve(matrix, right)) {
      throw trouble.singular(step.tears(), period);
    }
    for (int i = 0; i < n; i++) {
      values[step.tears()[i]][period] = right[i];
    }
  }

  private void newton(Step.Newton step) {
    int n = step.tears().length;
    Iteration iteration = new Iteration(n, step.body().length, 1);
    double[][] g = new double[n][1];
    double[][][] slope = new double[n][n][1];
    double[][] other = new double[step.body().length][1];
    for (int i = 0; i < n; i++) {
      iteration.start(i, 0, values[step.tears()[i]][period - 1]);
    }
    do {
      for (int i = 0; i < n; i++) {
        values[step.tears()[i]][period] = iteration.trial[i][0];
      }
      evaluation.forget();
      for (int k = 0; k < step.body().length; k++) {
        other[k][0] = evaluation.loose(step.body()[k].node());
        values[step.body()[k].variable()][period] = other[k][0];
      }
      for (int i = 0; i < n; i++) {
        g[i][0] = evaluation.loose(step.g()[i]);
        for (int j = 0; j < n; j++) {
          slope[i][j][0] = evaluation.loose(step.slope()[i][j]);
        }
      }
    } while (iteration.advance(0, g, slope, other));
    if (iteration.phase(0) == Iteration.Phase.FAILED) {
      double[] residual = new double[n];
      for (int i = 0; i < n; i++) {
        residual[i] = g[i][0] - values[step.tears()[i]][period];
      }
      int size = n + step.body().length;
      throw trouble.astray(step.tears(), size, residual, iteration.count(0), period);
    }
    for (Step.Assign assign : step.body()) {
      value(assign.variable(), assign.node());
    }
    for (int i = 0; i < n; i++) {
      value(step.tears()[i], step.g()[i]);
    }
  }

  private void clear(Clearing clearing) {
    List<Clearing.Obligation> due = clearing.obligations();
    double[][] owed = new double[due.size()][1];
    double[][] paid = new double[due.size()][1];
    double[][] resource = new double[clearing.sectors()][1];
    double[][] shortfall = new double[clearing.sectors()][1];
    for (int k = 0; k < due.size(); k++) {
      owed[k][0] = values[due.get(k).owed()][period];
      if (owed[k][0] < 0) {
        throw trouble.negativeDue(due.get(k).owed(), owed[k][0], period);
      }
    }
    for (int i = 0; i < clearing.sectors(); i++) {
      resource[i][0] = values[clearing.resource().get(i)][period];
    }
    kernel(clearing).clear(1, owed, resource, recovery(clearing), paid, shortfall);
    for (int k = 0; k < due.size(); k++) {
      values[due.get(k).paid()][period] = paid[k][0];
    }
    for (int i = 0; i < clearing.sectors(); i++) {
      values[clearing.shortfall().get(i)][period] = shortfall[i][0];
    }
  }

  /** What is left of a failed payer's means in a model. */
  public static Recovery recovery(Clearing clearing) {
    return new Recovery(clearing.ofResources(), clearing.ofReceipts());
  }

  /** The kernel of a model's clearing. */
  public static ClearingKernel kernel(Clearing clearing) {
    List<Clearing.Obligation> due = clearing.obligations();
    return new ClearingKernel(
        clearing.sectors(),
        due.stream().mapToInt(Clearing.Obligation::payer).toArray(),
        due.stream().mapToInt(Clearing.Obligation::payee).toArray(),
        due.stream().mapToInt(Clearing.Obligation::rank).toArray());
  }
}
