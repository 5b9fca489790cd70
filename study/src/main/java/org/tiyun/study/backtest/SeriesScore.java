package org.tiyun.study.backtest;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * One series of one origin: what was forecast, what came, and how far apart they lie. Errors are
 * absolute differences of natural logarithms: 0.1 is about ten percent.
 *
 * @param quarters forecast, from the one after the origin
 * @param actual NaN where the ledger reports none
 * @param forecast median of the kept draws
 * @param low and high: the band
 * @param growth and trend: the two naive forecasts
 * @param share of the future that the band should hold
 * @param sum whether it adds up series that are scored one by one as well
 */
public record SeriesScore(
    String id,
    List<String> quarters,
    double[] actual,
    double[] forecast,
    double[] low,
    double[] high,
    double[] growth,
    double[] trend,
    double share,
    boolean sum) {

  /** Quarters for which there is something to be held against. */
  public int count() {
    return (int) IntStream.range(0, actual.length).filter(this::known).count();
  }

  public int covered() {
    return (int)
        IntStream.range(0, actual.length)
            .filter(q -> known(q) && actual[q] >= low[q] && actual[q] <= high[q])
            .count();
  }

  /** Quarters in which the truth lay above the band. */
  public int above() {
    return (int)
        IntStream.range(0, actual.length).filter(q -> known(q) && actual[q] > high[q]).count();
  }

  public double error() {
    return mean(q -> distance(forecast[q], actual[q]));
  }

  public double growthError() {
    return mean(q -> distance(growth[q], actual[q]));
  }

  public double trendError() {
    return mean(q -> distance(trend[q], actual[q]));
  }

  /** Error of the mean in logarithms of model and continued growth. */
  public double averageError() {
    return mean(q -> distance(Math.sqrt(forecast[q] * growth[q]), actual[q]));
  }

  /**
   * Width of the band, and for each miss its distance times two over the share left outside
   * (Gneiting and Raftery 2007), in logarithms. Lower is better.
   */
  public double intervalScore() {
    double outside = 2 / (1 - share);
    return mean(q -> {
      double l = Math.log(low[q]);
      double u = Math.log(high[q]);
      double x = Math.log(actual[q]);
      return u - l + outside * (Math.max(0, l - x) + Math.max(0, x - u));
    });
  }

  /** Whether a naive forecast was nearer than the model. */
  public boolean loses() {
    return error() > Math.min(growthError(), trendError());
  }

  /** Squared errors of the median in logarithms, over the quarters ahead. */
  List<Double> squares() {
    return IntStream.range(0, actual.length)
        .filter(this::known)
        .mapToObj(q -> Math.pow(Math.log(forecast[q] / actual[q]), 2) / (q + 1))
        .toList();
  }

  private boolean known(int quarter) {
    return !Double.isNaN(actual[quarter]);
  }

  private static double distance(double a, double b) {
    return Math.abs(Math.log(a / b));
  }

  private double mean(IntToDoubleFunction of) {
    return IntStream.range(0, actual.length)
        .filter(this::known)
        .mapToDouble(of)
        .average()
        .orElse(Double.NaN);
  }
}
