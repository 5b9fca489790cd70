package org.tiyun.study.backtest;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * All series of one origin.
 *
 * @param origin quarter at whose end the forecast is made
 * @param end last quarter forecast
 * @param kept draws that the estimation kept
 * @param fitBest and fitWorst: least and greatest error before the origin among the kept
 */
public record OriginScore(
    String origin,
    String end,
    int kept,
    double fitBest,
    double fitWorst,
    List<SeriesScore> series) {

  public double error() {
    return mean(SeriesScore::error);
  }

  public double growthError() {
    return mean(SeriesScore::growthError);
  }

  public double trendError() {
    return mean(SeriesScore::trendError);
  }

  public double averageError() {
    return mean(SeriesScore::averageError);
  }

  public double intervalScore() {
    return mean(SeriesScore::intervalScore);
  }

  /** Share of all figures that the bands held. */
  public double coverage() {
    return parts().stream().mapToInt(SeriesScore::covered).sum() / (double) count();
  }

  /** Share of the misses that lay above the band. */
  public double missesAbove() {
    int covered = parts().stream().mapToInt(SeriesScore::covered).sum();
    int above = parts().stream().mapToInt(SeriesScore::above).sum();
    return count() == covered ? Double.NaN : above / (double) (count() - covered);
  }

  public int count() {
    return parts().stream().mapToInt(SeriesScore::count).sum();
  }

  /** Series with anything to score; sums of others do not count twice. */
  private List<SeriesScore> parts() {
    return series.stream().filter(s -> !s.sum() && s.count() > 0).toList();
  }

  private double mean(ToDoubleFunction<SeriesScore> of) {
    return parts().stream().mapToDouble(of).average().orElse(Double.NaN);
  }
}
