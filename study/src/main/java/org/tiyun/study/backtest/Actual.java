package org.tiyun.study.backtest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.tiyun.ledger.Ledger;
import org.tiyun.ledger.SeriesPoint;

/**
 * What a ledger reports of a target, quarter by quarter; quarters in which a firm of the sum is
 * missing are left out, and so is what is not positive, since errors are taken in logarithms.
 *
 * @param values by quarter number
 */
record Actual(NavigableMap<Integer, Double> values) {

  static Actual of(Ledger ledger, Settings.Target target) {
    Map<Integer, Double> sums = new HashMap<>();
    Map<Integer, Set<String>> there = new HashMap<>();
    for (SeriesPoint point : ledger.series()) {
      if (point.metric().equals(target.metric())
          && target.entities().contains(point.entity())
          && Quarter.is(point.period())) {
        int quarter = Quarter.number(point.period());
        sums.merge(quarter, point.value(), Double::sum);
        there.computeIfAbsent(quarter, q -> new HashSet<>()).add(point.entity());
      }
    }
    NavigableMap<Integer, Double> values = new TreeMap<>();
    sums.forEach((quarter, sum) -> {
      if (there.getOrDefault(quarter, Set.of()).size() == target.entities().size() && sum > 0) {
        values.put(quarter, sum);
      }
    });
    return new Actual(values);
  }

  /** What was known at the end of a quarter. */
  Actual until(int quarter) {
    return new Actual(values.headMap(quarter, true));
  }
}
