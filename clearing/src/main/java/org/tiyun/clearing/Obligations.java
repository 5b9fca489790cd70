package org.tiyun.clearing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Who owes whom in which order: obligations sorted by payer, then rank, and cut into classes. */
final class Obligations {
  final int positions;
  final int[] payer;
  final int[] payee;

  /** Obligations by payer, then rank, then number. */
  final int[] order;

  /** The class of position i are {@code firstClass[i]} to before {@code firstClass[i + 1]}. */
  final int[] firstClass;

  /**
   * The obligations of class c are {@code order[start[c]]} to before {@code order[start[c + 1]]}.
   */
  final int[] start;

  Obligations(int positions, int[] payer, int[] payee, int[] rank) {
    if (payer.length != payee.length || payer.length != rank.length) {
      throw new IllegalArgumentException("payer, payee and rank differ in length");
    }
    for (int k = 0; k < payer.length; k++) {
      if (payer[k] < 0 || payer[k] >= positions || payee[k] < 0 || payee[k] >= positions) {
        throw new IllegalArgumentException(
            "obligation " + k + " names a position outside 0.." + (positions - 1));
      }
    }
    this.positions = positions;
    this.payer = payer.clone();
    this.payee = payee.clone();
    this.order =
        IntStream.range(0, payer.length)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(k -> payer[k])
                    .thenComparingInt(k -> rank[k])
                    .thenComparingInt(k -> k))
            .mapToInt(Integer::intValue)
            .toArray();
    this.firstClass = new int[positions + 1];
    int[] cuts = new int[payer.length + 1];
    int classes = 0;
    int at = 0;
    for (int i = 0; i < positions; i++) {
      firstClass[i] = classes;
      while (at < order.length && payer[order[at]] == i) {
        int first = at;
        cuts[classes++] = at;
        while (at < order.length
            && payer[order[at]] == i
            && rank[order[at]] == rank[order[first]]) {
          at++;
        }
      }
    }
    firstClass[positions] = classes;
    cuts[classes] = order.length;
    this.start = Arrays.copyOf(cuts, classes + 1);
  }

  int classes() {
    return start.length - 1;
  }
}
