package org.tiyun.study.acceptance;

import java.util.Map;
import java.util.TreeMap;
import org.tiyun.ledger.SeriesPoint;
import org.tiyun.study.open.OpenModel;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/**
 * The yearly values of one series of the ledger, and what naive forecasts made of them. A yearly
 * value is one whose period is a year; months and halves are left out, never joined.
 */
record PastSeries(TreeMap<Integer, Double> byYear) {

  /**
   * @throws Failure E0674 where the ledger has no yearly value of that name
   */
  static PastSeries of(OpenModel opened, AcceptanceRow row) {
    TreeMap<Integer, Double> years = new TreeMap<>();
    int slash = row.series().indexOf('/');
    if (slash > 0 && opened.ledger().isPresent()) {
      String entity = row.series().substring(0, slash);
      String metric = row.series().substring(slash + 1);
      for (SeriesPoint point : opened.ledger().get().series()) {
        if (point.entity().equals(entity)
            && point.metric().equals(metric)
            && point.period().matches("\\d{4}")) {
          years.put(Integer.valueOf(point.period()), point.value());
        }
      }
    }
    if (years.isEmpty()) {
      throw new Failure(Finding.error("E0674", row.place()).with("series", row.series()));
    }
    return new PastSeries(years);
  }

  /**
   * Root mean square of log(forecast / actual) over the years from first to last that are known.
   */
  double error(int first, int last, java.util.function.IntToDoubleFunction forecast) {
    double sum = 0;
    int count = 0;
    for (Map.Entry<Integer, Double> year : byYear.subMap(first, true, last, true).entrySet()) {
      double gap = Math.log(forecast.applyAsDouble(year.getKey()) / year.getValue());
      sum += gap * gap;
      count++;
    }
    return Math.sqrt(sum / count);
  }

  double naiveError(Measure measure, int first, int last) {
    TreeMap<Integer, Double> known = new TreeMap<>(byYear.headMap(first));
    if (known.size() < 2) {
      return Double.NaN;
    }
    int end = known.lastKey();
    double value = known.lastEntry().getValue();
    Map.Entry<Integer, Double> before = java.util.Objects.requireNonNull(known.lowerEntry(end));
    double growth = Math.log(value / before.getValue()) / (end - before.getKey());
    return switch (measure) {
      case NAIVE_GROWTH -> error(first, last, year -> value * Math.exp(growth * (year - end)));
      case NAIVE_TREND -> {
        double[] line = line(known);
        yield error(first, last, year -> Math.exp(line[0] + line[1] * year));
      }
      default -> error(first, last, _ -> value);
    };
  }

  /** Intercept and slope of the least-squares line through the logarithms. */
  private static double[] line(TreeMap<Integer, Double> known) {
    double n = known.size();
    double meanYear = known.keySet().stream().mapToInt(y -> y).average().orElse(0);
    double meanLog = known.values().stream().mapToDouble(Math::log).average().orElse(0);
    double covariance = 0;
    double variance = 0;
    for (Map.Entry<Integer, Double> year : known.entrySet()) {
      double away = year.getKey() - meanYear;
      covariance += away * (Math.log(year.getValue()) - meanLog) / n;
      variance += away * away / n;
    }
    double slope = covariance / variance;
    return new double[] {meanLog - slope * meanYear, slope};
  }
}
