package org.tiyun.study.backtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.open.SideTable;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;

/**
 * Frozen forecasts held against what came later, from a table of the reader's own: the ledger that
 * is shipped ends before, and nothing of it enters.
 *
 * @param model that made the forecast, with its hash
 * @param series that have an outturn, in the order of the file
 */
public record ForecastScore(String file, String model, List<Series> series) {
  private static final List<String> OUTTURNS = List.of("variable", "entity", "period", "value");

  /**
   * A series over the quarters with an outturn. Errors are mean absolute differences of natural
   * logarithms.
   *
   * @param covered quarters in which the outturn lies between the 10 and the 90 percent quantile
   * @param error of the median; {@code growth} and {@code trend} of the naive forecasts, NaN where
   *     the file has none
   * @param crps continuous ranked probability score in logarithms, estimated as twice the mean
   *     quantile loss over the quantiles given (Gneiting and Raftery 2007); for a forecast of one
   *     number it is its absolute error, so that it can be held against the naive ones
   */
  public record Series(
      String target,
      int quarters,
      int covered,
      double error,
      double crps,
      double growth,
      double trend) {}

  /** Share of all figures that the bands held. */
  public double coverage() {
    return series.stream().mapToInt(Series::covered).sum()
        / (double) series.stream().mapToInt(Series::quarters).sum();
  }

  /**
   * Scores every forecast file of a model, those with an outturn at least; by file name.
   *
   * @param path of a table {@code variable,entity,period,value}: variables and entities as the
   *     model names them in {@code backtest/targets.csv}, quarters such as 2026Q1
   * @throws Failure E0601 no such table, E0642 a column is missing, E0624 a value that is no
   *     positive number, E0625 no row speaks of anything that is forecast
   */
  public static List<ForecastScore> of(OpenModel opened, String path) {
    Settings settings = Settings.of(opened);
    SideTable outturns =
        SideTable.own(path, OUTTURNS)
            .orElseThrow(
                () -> new Failure(Finding.error("E0601", Place.of(path)).with("file", path)));
    Map<String, Double> came = came(outturns, settings);
    List<ForecastScore> scores = new ArrayList<>();
    for (Path file : files(opened)) {
      String shown = "forecasts/" + file.getFileName();
      SideTable forecast =
          SideTable.own(file.toString(), List.of("target", "quarter", "q50", "model"))
              .orElseThrow();
      List<Series> series = series(forecast, came);
      if (!series.isEmpty()) {
        scores.add(new ForecastScore(shown, forecast.rows().get(0).cell("model"), series));
      }
    }
    if (scores.isEmpty()) {
      throw new Failure(
          Finding.error("E0625", Place.of(path))
              .with("file", path)
              .with("model", opened.model().id()));
    }
    return List.copyOf(scores);
  }

  private static List<Path> files(OpenModel opened) {
    Path folder = opened.folder().resolve("forecasts");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
    } catch (IOException e) {
      throw new Failure(Finding.error("E0601", Place.of("forecasts")).with("file", "forecasts"));
    }
  }

  /** Outturns by target and quarter. */
  private static Map<String, Double> came(SideTable outturns, Settings settings) {
    Map<String, Double> came = new LinkedHashMap<>();
    for (SideTable.Row row : outturns.rows()) {
      double value = number(row.cell("value"));
      if (!(value > 0) || Double.isInfinite(value)) {
        throw new Failure(
            Finding.error("E0624", Place.cell(outturns.shown(), row.line(), "value"))
                .with("value", row.cell("value")));
      }
      settings.targets().stream()
          .filter(t -> t.variable().equals(row.cell("variable")))
          .filter(t -> t.entity().equals(row.cell("entity")))
          .forEach(t -> came.put(t.id() + " " + row.cell("period"), value));
    }
    return came;
  }

  private static List<Series> series(SideTable forecast, Map<String, Double> came) {
    Map<String, List<SideTable.Row>> byTarget = new LinkedHashMap<>();
    for (SideTable.Row row : forecast.rows()) {
      if (came.containsKey(key(row))) {
        byTarget.computeIfAbsent(row.cell("target"), t -> new ArrayList<>()).add(row);
      }
    }
    List<Series> series = new ArrayList<>();
    byTarget.forEach((target, rows) -> series.add(scored(target, rows, came)));
    return series;
  }

  private static String key(SideTable.Row row) {
    return row.cell("target") + " " + row.cell("quarter");
  }

  private static Series scored(String target, List<SideTable.Row> rows, Map<String, Double> came) {
    int covered = 0;
    double error = 0;
    double crps = 0;
    double growth = 0;
    double trend = 0;
    for (SideTable.Row row : rows) {
      double value = came.getOrDefault(key(row), Double.NaN);
      covered += value >= number(row.cell("q10")) && value <= number(row.cell("q90")) ? 1 : 0;
      error += distance(row, "q50", value);
      growth += distance(row, "growth", value);
      trend += distance(row, "trend", value);
      crps += crps(row, value);
    }
    int n = rows.size();
    return new Series(target, n, covered, error / n, crps / n, growth / n, trend / n);
  }

  private static double distance(SideTable.Row row, String column, double value) {
    return Math.abs(Math.log(number(row.cell(column)) / value));
  }

  private static double crps(SideTable.Row row, double value) {
    OptionalDouble mean =
        Forecast.QUANTILES.stream()
            .mapToDouble(level -> {
              double quantile = number(row.cell("q" + Math.round(level * 100)));
              double over = Math.log(value / quantile);
              return over >= 0 ? level * over : (level - 1) * over;
            })
            .average();
    return 2 * mean.orElse(Double.NaN);
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
