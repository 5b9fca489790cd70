package org.tiyun.study.quantity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import org.tiyun.engine.BatchRequest;
import org.tiyun.engine.Engine;
import org.tiyun.engine.LatinHypercube;
import org.tiyun.engine.Path;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Points;
import org.tiyun.engine.Run;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Scenario;
import org.tiyun.language.model.SwitchRule;
import org.tiyun.study.brake.Limits;
import org.tiyun.study.brake.LimitsOverDraws;
import org.tiyun.study.circle.Sum;
import org.tiyun.study.loss.Losses;
import org.tiyun.study.roles.Roles;

/**
 * Futures of a model over draws of its uncertain parameters, and what further runs of each of them
 * show. The draws are the points of a Latin hypercube, the same that {@code tiyun verdict} uses for
 * that number and seed. Nothing depends on the number of threads.
 */
public final class Ensemble {
  private static final int CHUNK = 128;

  private final Plan plan;
  private final Roles roles;
  private final Run run;
  private final List<Integer> inputs;
  private final double[][] rows;
  private final int threads;

  /**
   * @param run without news: whose seed and inputs the futures have but for what is drawn
   * @param draws number of futures
   * @param threads that work at the same time
   */
  public Ensemble(Plan plan, Roles roles, Run run, int draws, int threads) {
    this.plan = plan;
    this.roles = roles;
    this.run = run;
    this.inputs = LatinHypercube.inputs(plan.model());
    this.rows = LatinHypercube.rows(plan.model(), inputs, draws, run.seed());
    this.threads = threads;
  }

  /**
   * The value below which a share of sorted values lies; NaN of none.
   *
   * @param share 0 to 1
   */
  public static double quantile(double[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }

  public int draws() {
    return rows.length;
  }

  /** An input's value in a period of a future. */
  public double input(int draw, int input, int period) {
    int at = inputs.indexOf(input);
    return at >= 0 ? rows[draw][at] : run.inputs()[input][period];
  }

  /** What reads a future; called from several threads, once for each draw. */
  @FunctionalInterface
  public interface Reader {
    /**
     * @param values by variable of the model and by period, of the variables that were wanted
     */
    void read(int draw, Path path, double[][] values);
  }

  /** Runs the futures of a scenario, some at a time, and has them read while the next ones run. */
  public void futures(Scenario scenario, Collection<Integer> wanted, Reader reader) {
    List<Integer> outputs = List.copyOf(wanted);
    List<Path> chunk = new ArrayList<>();
    try (ForkJoinPool readers = new ForkJoinPool(threads)) {
      Runnable read =
          () -> {
            readers
                .submit(() -> chunk.parallelStream().forEach(path -> read(path, outputs, reader)))
                .join();
            chunk.clear();
          };
      run(
          scenario,
          outputs,
          OptionalInt.empty(),
          path -> {
            chunk.add(path);
            if (chunk.size() == CHUNK) {
              read.run();
            }
          });
      read.run();
    }
  }

  private void read(Path path, List<Integer> outputs, Reader reader) {
    double[][] values = new double[plan.model().variables().size()][];
    for (int k = 0; k < outputs.size(); k++) {
      values[outputs.get(k)] = path.values()[k];
    }
    reader.read((int) path.number(), path, values);
  }

  /** Runs the futures of a scenario, to a period or to the end. */
  public void run(
      Scenario scenario, List<Integer> outputs, OptionalInt until, Consumer<Path> consumer) {
    BatchRequest request =
        BatchRequest.of(draws(), run.seed(), outputs)
            .scenario(scenario)
            .points(Points.of(inputs, rows))
            .threads(threads);
    Engine.batch(plan, until.isPresent() ? request.until(until.getAsInt()) : request, consumer);
  }

  /**
   * A limit in each future, as {@link LimitsOverDraws#of}.
   *
   * @param share of the interval searched that is the tolerance
   */
  public double[] limits(Limits.Question question, double share) {
    return new LimitsOverDraws(plan, roles, inputs, rows, run.seed(), threads)
        .of(question, share * (question.high() - question.low()));
  }

  /**
   * Fall of sales over a year if a firm funds nobody (D14), by funder and then by draw.
   *
   * @param from period from which on it funds nobody
   * @param first first period of the year, {@code until} the last
   */
  public double[][] keystones(Scenario scenario, Sum sold, int from, int first, int until) {
    double[] before = sales(scenario, sold, first, until);
    return Keystone.funders(roles).stream()
        .map(funder -> {
          double[] after = sales(scenario.with(funder.id(), 0, from), sold, first, until);
          double[] fall = new double[after.length];
          Arrays.setAll(fall, draw -> 1 - after[draw] / before[draw]);
          return fall;
        })
        .toArray(double[][]::new);
  }

  private double[] sales(Scenario scenario, Sum sold, int first, int until) {
    double[] sales = new double[draws()];
    run(
        scenario,
        Arrays.stream(sold.variables()).boxed().toList(),
        OptionalInt.of(until),
        path -> {
          double sum = 0;
          for (double[] values : path.values()) {
            for (int t = first; t <= until; t++) {
              sum += values[t];
            }
          }
          sales[(int) path.number()] = sum;
        });
    return sales;
  }

  /** Part of each mechanism in the curvature of a stock (D18), by switch and then by draw. */
  public double[][] dominance(Scenario scenario) {
    double[][] plain = stocks(scenario);
    List<double[]> parts = new ArrayList<>();
    double[] total = new double[draws()];
    for (SwitchRule rule : plan.model().switches()) {
      Input input = plan.model().inputs().get(rule.input());
      double[][] turned = stocks(LoopDominance.turned(scenario, input));
      double[] bends = new double[draws()];
      for (int draw = 0; draw < bends.length; draw++) {
        bends[draw] = LoopDominance.bend(plain[draw], turned[draw]);
        total[draw] += bends[draw];
      }
      parts.add(bends);
    }
    parts.forEach(bends -> Arrays.setAll(bends, draw -> bends[draw] / total[draw]));
    return parts.toArray(double[][]::new);
  }

  private double[][] stocks(Scenario scenario) {
    double[][] stocks = new double[draws()][];
    run(
        scenario,
        LoopDominance.stock(roles),
        OptionalInt.empty(),
        path -> stocks[(int) path.number()] = LoopDominance.sum(path.values()));
    return stocks;
  }

  /** What a scenario costs in each future; NaN where its run broke off. */
  double[] lost(Scenario scenario, Losses losses) {
    List<Integer> wanted = losses.needed();
    double[] lost = new double[draws()];
    run(
        scenario,
        wanted,
        OptionalInt.empty(),
        path -> {
          double[][] values = new double[plan.model().variables().size()][];
          for (int k = 0; k < wanted.size(); k++) {
            values[wanted.get(k)] = path.values()[k];
          }
          lost[(int) path.number()] =
              path.failure().isPresent() ? Double.NaN : losses.total(values);
        });
    return lost;
  }
}
