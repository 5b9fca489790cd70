package org.tiyun.study.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.tiyun.engine.BatchRequest;
import org.tiyun.engine.Engine;
import org.tiyun.engine.Plan;
import org.tiyun.language.model.Calendar;
import org.tiyun.study.open.OpenModel;

/**
 * A forecast of what is not known yet, to be kept and scored later by anyone: quantiles over draws
 * of every uncertain parameter from its stated range, with the errors that the back-test found put
 * on them, for the targets of the back-test, eight quarters ahead, beside the two naive forecasts.
 * It says which model, ledger, seed and draws made it.
 */
public record Forecast(
    String model, String modelHash, String ledgerHash, long seed, int draws, List<Row> rows) {
  /** Quantiles that are given. */
  public static final List<Double> QUANTILES = List.of(0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95);

  private static final int QUARTERS = 8;
  private static final int DRAWS = 2000;

  /**
   * One target in one quarter.
   *
   * @param values for each of {@link #QUANTILES}
   * @param growth and trend: the naive forecasts; empty where the ledger has no series
   */
  public record Row(
      String target,
      String quarter,
      List<Double> values,
      OptionalDouble growth,
      OptionalDouble trend) {}

  /**
   * Makes the forecast.
   *
   * @throws org.tiyun.words.Failure E0621 to E0623 as {@link Backtest#of}
   */
  public static Forecast of(OpenModel opened) {
    Settings settings = Settings.of(opened);
    List<Integer> outputs = Backtest.outputs(opened, settings);
    List<double[][]> values = new ArrayList<>();
    Engine.batch(
        Plan.of(opened.model()),
        BatchRequest.of(DRAWS, settings.seed(), outputs).until(QUARTERS),
        path -> {
          if (path.failure().isEmpty()) {
            values.add(path.values());
          }
        });
    Calendar calendar = opened.model().calendar();
    List<Row> rows = new ArrayList<>();
    int from = Quarter.number(calendar.label(0));
    for (int target = 0; target < outputs.size(); target++) {
      Settings.Target t = settings.targets().get(target);
      Optional<Actual> known =
          opened.ledger().map(l -> Actual.of(l, t).until(from)).filter(a -> !a.values().isEmpty());
      Errors errors = new Errors(settings.seed(), target, t.miss());
      for (int period = 1; period <= QUARTERS; period++) {
        int quarter = from + period;
        double[] sorted = sorted(values, target, period, errors);
        List<Double> quantiles =
            QUANTILES.stream().map(q -> rounded(Backtest.quantile(sorted, q))).toList();
        rows.add(
            new Row(
                t.id(),
                calendar.label(period),
                quantiles,
                number(known.map(k -> Naive.growth(k, quarter))),
                number(known.map(k -> Naive.trend(k, quarter)))));
      }
    }
    return new Forecast(
        opened.model().id(),
        opened.model().hash(),
        opened.ledger().map(l -> l.hash()).orElse(""),
        settings.seed(),
        DRAWS,
        List.copyOf(rows));
  }

  private static OptionalDouble number(Optional<Double> value) {
    return value.map(v -> OptionalDouble.of(rounded(v))).orElse(OptionalDouble.empty());
  }

  private static double[] sorted(List<double[][]> values, int target, int period, Errors errors) {
    double[] all =
        IntStream.range(0, values.size())
            .mapToDouble(d -> values.get(d)[target][period] * errors.factor(d, period))
            .toArray();
    Arrays.sort(all);
    return all;
  }

  /** Four significant digits: more would only claim more. */
  private static double rounded(double value) {
    return value == 0
        ? 0
        : new java.math.BigDecimal(value)
            .round(new java.math.MathContext(4, java.math.RoundingMode.HALF_EVEN))
            .doubleValue();
  }
}
