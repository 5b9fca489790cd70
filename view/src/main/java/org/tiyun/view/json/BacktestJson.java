package org.tiyun.view.json;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.tiyun.language.model.Variable;
import org.tiyun.study.backtest.Backtest;
import org.tiyun.study.backtest.OriginScore;
import org.tiyun.study.backtest.SeriesScore;
import org.tiyun.study.backtest.Settings;

/** The answer of {@code tiyun backtest} for programs. */
public final class BacktestJson {
  private BacktestJson() {}

  public static String of(Backtest backtest, String version) {
    OriginScore latest = backtest.origins().getLast();
    return JsonObject.text(out -> {
      out.put(
          "model",
          m ->
              m.put("id", backtest.opened().model().id())
                  .put("hash", backtest.opened().model().hash()));
      backtest
          .opened()
          .ledger()
          .ifPresent(l -> out.put("ledger", o -> o.put("id", l.id()).put("hash", l.hash())));
      out.put("version", version).put("seed", backtest.settings().seed());
      out.put("draws", backtest.settings().draws());
      out.numbers("misses", backtest.misses());
      Map<String, String> units = units(backtest);
      origin(out, latest, units);
      out.objects("origins", backtest.origins(), (o, origin) -> origin(o, origin, units));
    });
  }

  /** Units of the targets' variables, by target. */
  private static Map<String, String> units(Backtest backtest) {
    Map<String, String> units = new HashMap<>();
    for (Settings.Target target : backtest.settings().targets()) {
      backtest.opened().model().variables().stream()
          .filter(v -> v.name().base().equals(target.variable()))
          .findFirst()
          .flatMap(Variable::unit)
          .ifPresent(unit -> units.put(target.id(), unit));
    }
    return units;
  }

  private static void origin(JsonObject out, OriginScore origin, Map<String, String> units) {
    out.put("start", origin.origin()).put("end", origin.end()).put("kept", origin.kept());
    out.put("score", origin.error());
    out.put(
        "naive",
        n ->
            n.put("growth", origin.growthError())
                .put("trend", origin.trendError())
                .put("average_with_growth", origin.averageError()));
    out.put("interval_score", origin.intervalScore())
        .put("coverage", origin.coverage())
        .put("misses_above", origin.missesAbove())
        .put("figures", origin.count())
        .put("error_before", origin.fitBest());
    out.objects(
        "series",
        origin.series(),
        (o, s) -> {
          Optional.ofNullable(units.get(s.id())).ifPresent(unit -> o.put("unit", unit));
          series(o, s);
        });
  }

  private static void series(JsonObject out, SeriesScore s) {
    out.put("id", s.id()).texts("periods", s.quarters());
    out.numbers("actual", s.actual())
        .numbers("forecast", s.forecast())
        .numbers("low", s.low())
        .numbers("high", s.high());
    out.put("score", s.error())
        .put("interval_score", s.intervalScore())
        .put("covered", s.covered())
        .put("figures", s.count())
        .put("loses", s.loses());
    out.put(
        "naive",
        n ->
            n.put("growth", s.growthError())
                .put("trend", s.trendError())
                .put("average_with_growth", s.averageError())
                .numbers("growth_values", DoubleStream.of(s.growth()).toArray())
                .numbers("trend_values", DoubleStream.of(s.trend()).toArray()));
  }
}
