package org.tiyun.study.backtest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.tiyun.engine.BatchRequest;
import org.tiyun.engine.Engine;
import org.tiyun.engine.Plan;
import org.tiyun.language.model.Scenario;
import org.tiyun.study.open.OpenModel;

/**
 * Estimation by keeping what did best: many draws of all uncertain parameters are run through the
 * quarters before the origin, and the share with the least mean error is kept (rejection, the
 * simplest form of approximate Bayesian computation; Beven and Binley 1992 call it GLUE). A draw is
 * the number of a path: the engine draws an input by seed, name and path, so that the same number
 * means the same draw in the model that starts at the origin.
 */
final class Fit {
  private final double[][][] values;
  private final int start;

  private Fit(double[][][] values, int start) {
    this.values = values;
    this.start = start;
  }

  /**
   * Runs all draws.
   *
   * @param scenario laid over every run: without surprises, which are no parameters
   * @param outputs variable of each target
   * @param progress hears the number of draws done
   */
  static Fit run(
      OpenModel model,
      Scenario scenario,
      List<Integer> outputs,
      int periods,
      Settings settings,
      IntConsumer progress) {
    double[][][] values = new double[settings.draws()][][];
    BatchRequest request =
        BatchRequest.of(settings.draws(), settings.seed(), outputs)
            .scenario(scenario)
            .until(periods)
            .progress((done, of) -> progress.accept((int) done));
    Engine.batch(
        Plan.of(model.model()),
        request,
        path ->
            values[(int) path.number()] =
                path.failure().isPresent() ? new double[0][] : path.values());
    return new Fit(values, Quarter.number(settings.fitFrom()));
  }

  /**
   * Numbers of the draws kept for an origin, ascending.
   *
   * @param known what was known of each target at the origin
   */
  int[] kept(List<Actual> known, int origin, double share) {
    double[] error = new double[values.length];
    for (int draw = 0; draw < values.length; draw++) {
      error[draw] = error(draw, known, origin);
    }
    int count = (int) Math.round(share * values.length);
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer d) -> error[d]).thenComparing(d -> d))
        .limit(count)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  /** Mean over targets of the mean absolute error in logarithms after the start. */
  double error(int draw, List<Actual> known, int origin) {
    if (values[draw].length == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double sum = 0;
    int targets = 0;
    for (int target = 0; target < known.size(); target++) {
      double[] path = values[draw][target];
      double[] errors =
          known.get(target).values().subMap(start, false, origin, true).entrySet().stream()
              .mapToDouble(e -> Math.abs(Math.log(path[e.getKey() - start] / e.getValue())))
              .toArray();
      if (errors.length > 0) {
        double mean = Arrays.stream(errors).sum() / errors.length;
        sum += Double.isFinite(mean) ? mean : 10;
        targets++;
      }
    }
    return targets == 0 ? Double.POSITIVE_INFINITY : sum / targets;
  }

  /**
   * How far forecasts made inside the known past missed each target, one quarter ahead: for each
   * quarter between the start and the origin the draws are chosen on what was known then, their
   * forecast is brought to the level known then, as a forecast is at the origin, and is held
   * against what came until the origin. Root mean square of the errors in logarithms, each brought
   * to one quarter ahead as if errors grew with the square root of time. Errors of draws in the
   * quarters that chose them would be too small. Targets of which too little was known get the mean
   * of the others.
   */
  double[] misses(List<Actual> known, int origin, double share) {
    double[] sums = new double[known.size()];
    long[] counts = new long[known.size()];
    for (int from = start + 1; from < origin; from++) {
      int now = from;
      int[] kept = kept(known.stream().map(a -> a.until(now)).toList(), from, share);
      for (int target = 0; target < sums.length; target++) {
        for (int draw : kept) {
          double[] errors = ahead(draw, target, known.get(target), from, origin);
          for (double error : errors) {
            sums[target] += error;
          }
          counts[target] += errors.length;
        }
      }
    }
    double[] misses =
        IntStream.range(0, sums.length)
            .mapToDouble(t -> counts[t] == 0 ? 0 : Math.sqrt(sums[t] / counts[t]))
            .toArray();
    double mean = Arrays.stream(misses).filter(m -> m > 0).average().orElse(0);
    return Arrays.stream(misses).map(m -> m > 0 ? m : mean).toArray();
  }

  /** Squared errors one quarter ahead of a draw's path from a quarter on. */
  private double[] ahead(int draw, int target, Actual known, int from, int origin) {
    double[] path = values[draw].length == 0 ? new double[0] : values[draw][target];
    Double level = known.values().get(from);
    if (path.length <= from - start || level == null) {
      return new double[0];
    }
    double[] errors =
        known.values().subMap(from, false, origin, true).entrySet().stream()
            .filter(e -> path.length > e.getKey() - start)
            .mapToDouble(e -> {
              double moved = Math.log(path[e.getKey() - start] / path[from - start]);
              double error = moved - Math.log(e.getValue() / level);
              return error * error / (e.getKey() - from);
            })
            .filter(Double::isFinite)
            .toArray();
    return errors;
  }
}
