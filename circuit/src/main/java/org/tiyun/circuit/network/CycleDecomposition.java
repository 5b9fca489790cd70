package org.tiyun.circuit.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A circulation taken apart into simple cycles (C5): at most one for each edge.
 *
 * <p>From the lowest party that still pays, always along the first open edge; where the walk meets
 * itself a cycle is closed and its tightest amount peeled off. O(n E). The order is fixed, so the
 * answer is reproducible, but it is one of many. Take apart the maximum circulation: peeling cycles
 * off the payments themselves, widest first, may cancel less than the maximum.
 *
 * @param cycles widest first; {@code tightest} is the amount that goes round once, {@code sum} is
 *     that times the hands
 * @param goingRound sum of the amounts of all cycles, each counted once
 */
public record CycleDecomposition(List<Cycle> cycles, double goingRound) {

  /** Takes apart the circulation found by {@link MaximumCirculation}. */
  public static CycleDecomposition of(PaymentGraph graph, MaximumCirculation maximum) {
    return of(graph, maximum.circulation(), maximum.unitsPerAmount());
  }

  static CycleDecomposition of(PaymentGraph graph, long[] circulation, double unitsPerAmount) {
    int n = graph.parties();
    long[] left = circulation.clone();
    int[] open = Arrays.copyOf(graph.rowStart(), n);
    int[] path = new int[n + 1];
    int[] by = new int[n + 1];
    int[] place = new int[n];
    Arrays.fill(place, -1);
    List<Cycle> cycles = new ArrayList<>();
    long units = 0;
    for (int start = 0; start < n; start++) {
      int depth = 0;
      path[0] = start;
      place[start] = 0;
      while (true) {
        int i = path[depth];
        while (open[i] < graph.rowStart()[i + 1] && left[open[i]] == 0) {
          open[i]++;
        }
        if (open[i] == graph.rowStart()[i + 1]) {
          break;
        }
        by[depth] = open[i];
        int j = graph.target()[open[i]];
        if (place[j] < 0) {
          path[++depth] = j;
          place[j] = depth;
          continue;
        }
        int first = place[j];
        long width = Long.MAX_VALUE;
        for (int d = first; d <= depth; d++) {
          width = Math.min(width, left[by[d]]);
        }
        for (int d = first; d <= depth; d++) {
          left[by[d]] -= width;
        }
        units += width;
        int hands = depth - first + 1;
        double amount = width / unitsPerAmount;
        cycles.add(new Cycle(Cycle.fromLowest(path, first, hands), amount, amount * hands));
        for (int d = first + 1; d <= depth; d++) {
          place[path[d]] = -1;
        }
        depth = first;
      }
      for (int d = 0; d <= depth; d++) {
        place[path[d]] = -1;
      }
    }
    cycles.sort(Cycle::compare);
    return new CycleDecomposition(List.copyOf(cycles), units / unitsPerAmount);
  }
}
