package org.tiyun.study.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tiyun.engine.BatchRequest;
import org.tiyun.engine.Engine;
import org.tiyun.engine.Plan;
import org.tiyun.language.model.Calendar;
import org.tiyun.study.open.OpenModel;

/**
 * A forecast of what is not known yet, to be kept and scored later by anyone: quantiles over draws
 * of every uncertain parameter from its stated range, for the targets of the back-test, eight
 * quarters ahead. It says which model, ledger, seed and number of draws made it.
 */
public record Forecast(
    String model, String modelHash, String ledgerHash, long seed, int draws, List<Row> rows) {
  /** Quantiles that are given. */
  public static final List<Double> QUANTILES = List.of(0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95);

  private static final int QUARTERS = 8;
  private static final int DRAWS = 2000;

  /** One target in one quarter, with a value for each of {@link #QUANTILES}. */
  public record Row(String target, String quarter, List<Double> values) {}

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
    for (int target = 0; target < outputs.size(); target++) {
      for (int period = 1; period <= QUARTERS; period++) {
        double[] sorted = sorted(values, target, period);
        List<Double> quantiles =
            QUANTILES.stream().map(q -> rounded(Backtest.quantile(sorted, q))).toList();
        rows.add(new Row(settings.targets().get(target).id(), calendar.label(period), quantiles));
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

  private static double[] sorted(List<double[][]> values, int target, int period) {
    double[] all =
        IntStream.range(0, values.size()).mapToDouble(d -> values.get(d)[target][period]).toArray();
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
