package org.tiyun.study.backtest;

import java.util.Map;
import java.util.NavigableMap;

/** Two forecasts that know nothing of the world, to be beaten. */
final class Naive {
  /** Quarters back that count for the trend. */
  private static final int TREND = 8;

  private Naive() {}

  /**
   * Last year's growth goes on: from the last value known, at its growth per quarter since the
   * value a year before it, or the one nearest to that between two and six quarters. Without any
   * such value: no growth.
   */
  static double growth(Actual known, int quarter) {
    Map.Entry<Integer, Double> last = known.values().lastEntry();
    int best = -1;
    for (int back = 2; back <= 6; back++) {
      if (known.values().containsKey(last.getKey() - back)
          && (best < 0 || Math.abs(back - 4) < Math.abs(best - 4))) {
        best = back;
      }
    }
    if (best < 0) {
      return last.getValue();
    }
    double before = known.values().getOrDefault(last.getKey() - best, last.getValue());
    double pace = Math.log(last.getValue() / before) / best;
    return last.getValue() * Math.exp(pace * (quarter - last.getKey()));
  }

  /**
   * A straight line through the logarithms of the last two years, by least squares, carried on from
   * its own height. With fewer than two values: the last one.
   */
  static double trend(Actual known, int quarter) {
    int last = known.values().lastKey();
    NavigableMap<Integer, Double> used = known.values().tailMap(last - TREND + 1, true);
    if (used.size() < 2) {
      return known.values().lastEntry().getValue();
    }
    double n = used.size();
    double meanX = used.keySet().stream().mapToDouble(q -> q).sum() / n;
    double meanY = used.values().stream().mapToDouble(Math::log).sum() / n;
    double xy = 0;
    double xx = 0;
    for (Map.Entry<Integer, Double> e : used.entrySet()) {
      xy += (e.getKey() - meanX) * (Math.log(e.getValue()) - meanY);
      xx += (e.getKey() - meanX) * (e.getKey() - meanX);
    }
    return Math.exp(meanY + xy / xx * (quarter - meanX));
  }
}
