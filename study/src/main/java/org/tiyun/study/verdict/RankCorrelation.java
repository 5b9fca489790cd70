package org.tiyun.study.verdict;

import java.util.Arrays;

/** Spearman's rank correlation; ties share the mean of their ranks. */
final class RankCorrelation {
  private RankCorrelation() {}

  /** Ranks from 1, in the order of the values. */
  static double[] ranks(double[] values) {
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
    double[] ranks = new double[values.length];
    for (int i = 0; i < order.length; ) {
      int j = i;
      while (j < order.length && values[order[j]] == values[order[i]]) {
        j++;
      }
      for (int k = i; k < j; k++) {
        ranks[order[k]] = (i + 1 + j) / 2.0;
      }
      i = j;
    }
    return ranks;
  }

  /** Correlation of two rows of ranks; 0 where one of them is constant. */
  static double of(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElse(0);
    double meanB = Arrays.stream(b).average().orElse(0);
    double both = 0;
    double squareA = 0;
    double squareB = 0;
    for (int i = 0; i < a.length; i++) {
      both += (a[i] - meanA) * (b[i] - meanB);
      squareA += (a[i] - meanA) * (a[i] - meanA);
      squareB += (b[i] - meanB) * (b[i] - meanB);
    }
    return squareA == 0 || squareB == 0 ? 0 : both / Math.sqrt(squareA * squareB);
  }
}
