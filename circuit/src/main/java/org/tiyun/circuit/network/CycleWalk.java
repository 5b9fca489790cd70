package org.tiyun.circuit.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Finds every simple cycle of at most so many hands once, from its busiest party ({@link
 * BusiestFirst}): depth first, over parties that come later and can still get home in the hands
 * that are left. Ways home are measured for each start by one breadth-first search backwards
 * (distance pruning; compare Gupta and Suzumura 2021). Rows are sorted, so what is put away is
 * passed over by moving each row's beginning. O(n E) at worst for the ways home, and the parties
 * visited by paths that do get home.
 */
final class CycleWalk {
  private final PaymentGraph graph;
  private final PaymentGraph payers;
  private final int[] party;
  private final int longest;
  private final int keep;
  private final long limit;

  /** Where a row's parties that are not put away begin. */
  private final int[] first;

  private final int[] firstPayer;

  /** Fewest hands home to the start, and the payment that ends the way where it is one hand. */
  private final int[] home;

  private final double[] last;
  private final int[] touched;
  private final boolean[] onPath;
  private final int[] path;
  private final int[] next;
  private final double[] tightest;
  private final double[] sum;
  private final PriorityQueue<Cycle> best = new PriorityQueue<>((a, b) -> Cycle.compare(b, a));
  private long found;

  CycleWalk(PaymentGraph all, int longest, int keep, long limit) {
    BusiestFirst busiest = BusiestFirst.of(all);
    int n = all.parties();
    this.graph = busiest.graph();
    this.payers = graph.reversed();
    this.party = busiest.party();
    this.longest = longest;
    this.keep = keep;
    this.limit = limit;
    this.first = Arrays.copyOf(graph.rowStart(), n);
    this.firstPayer = Arrays.copyOf(payers.rowStart(), n);
    this.home = new int[n];
    this.last = new double[n];
    this.touched = new int[n];
    this.onPath = new boolean[n];
    this.path = new int[longest + 1];
    this.next = new int[longest + 1];
    this.tightest = new double[longest + 1];
    this.sum = new double[longest + 1];
    Arrays.fill(home, Integer.MAX_VALUE);
  }

  CycleSearch run() {
    for (int start = 0; start < home.length && found < limit; start++) {
      int reached = measureWaysHome(start);
      if (reached > 1) {
        walk(start);
      }
      for (int k = 0; k < reached; k++) {
        home[touched[k]] = Integer.MAX_VALUE;
      }
    }
    List<Cycle> cycles = new ArrayList<>(best);
    cycles.sort(Cycle::compare);
    return new CycleSearch(List.copyOf(cycles), found, found >= limit);
  }

  /** Measures ways home over parties later than the start; returns how many have one. */
  private int measureWaysHome(int start) {
    int tail = 0;
    home[start] = 0;
    touched[tail++] = start;
    for (int head = 0; head < tail; head++) {
      int i = touched[head];
      int hands = home[i] + 1;
      if (hands == longest) {
        break;
      }
      int end = payers.rowStart()[i + 1];
      for (int e = begin(payers, firstPayer, i, start); e < end; e++) {
        int j = payers.target()[e];
        if (home[j] == Integer.MAX_VALUE) {
          home[j] = hands;
          touched[tail++] = j;
          if (hands == 1) {
            last[j] = payers.amount()[e];
          }
        }
      }
    }
    return tail;
  }

  /** Where the parties later than the start begin in a row; starts only rise. */
  private static int begin(PaymentGraph rows, int[] first, int row, int start) {
    int e = first[row];
    int end = rows.rowStart()[row + 1];
    while (e < end && rows.target()[e] <= start) {
      e++;
    }
    first[row] = e;
    return e;
  }

  private void walk(int start) {
    int[] rowStart = graph.rowStart();
    int[] target = graph.target();
    double[] amount = graph.amount();
    int depth = 0;
    path[0] = start;
    next[0] = begin(graph, first, start, start);
    tightest[0] = Double.POSITIVE_INFINITY;
    sum[0] = 0;
    while (depth >= 0 && found < limit) {
      int end = rowStart[path[depth] + 1];
      int left = longest - depth - 1;
      int e = next[depth];
      while (e < end && (home[target[e]] > left || onPath[target[e]])) {
        e++;
      }
      next[depth] = e + 1;
      if (e >= end) {
        onPath[path[depth--]] = false;
        continue;
      }
      int j = target[e];
      int deeper = depth + 1;
      path[deeper] = j;
      tightest[deeper] = Math.min(tightest[depth], amount[e]);
      sum[deeper] = sum[depth] + amount[e];
      if (home[j] == 1) {
        note(deeper, Math.min(tightest[deeper], last[j]), sum[deeper] + last[j]);
      }
      if (left > 1) {
        onPath[j] = true;
        next[deeper] = begin(graph, first, j, start);
        depth = deeper;
      }
    }
    while (depth > 0) {
      onPath[path[depth--]] = false;
    }
  }

  private void note(int depth, double width, double total) {
    found++;
    if (best.size() == keep && (keep == 0 || width < best.peek().tightest())) {
      return;
    }
    int[] parties = new int[depth + 1];
    for (int d = 0; d <= depth; d++) {
      parties[d] = party[path[d]];
    }
    best.add(new Cycle(Cycle.fromLowest(parties, 0, parties.length), width, total));
    if (best.size() > keep) {
      best.poll();
    }
  }
}
