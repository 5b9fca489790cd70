package org.tiyun.circuit.network;

import java.util.Arrays;

/**
 * Payments between n parties in compressed sparse rows: edges of party i are {@code rowStart[i]} to
 * before {@code rowStart[i + 1]}, ascending by {@code target}, parallel payments merged, payments
 * to oneself and of nothing left out. Arrays are shared, not copied: treat them as read-only.
 */
public final class PaymentGraph {
  private final int[] rowStart;
  private final int[] target;
  private final double[] amount;

  private PaymentGraph(int[] rowStart, int[] target, double[] amount) {
    this.rowStart = rowStart;
    this.target = target;
    this.amount = amount;
  }

  /**
   * Builds from single payments, in O(n + E): two counting sorts, no comparison.
   *
   * @param amount 0 or more each, finite
   */
  public static PaymentGraph of(int parties, int[] from, int[] to, double[] amount, int count) {
    int[] byTarget = countingSort(parties, to, count, identity(count));
    int[] order = countingSort(parties, from, count, byTarget);
    int[] rowStart = new int[parties + 1];
    int[] target = new int[count];
    double[] merged = new double[count];
    int size = 0;
    int at = 0;
    for (int i = 0; i < parties; i++) {
      rowStart[i] = size;
      while (at < count && from[order[at]] == i) {
        int j = to[order[at]];
        double sum = 0;
        while (at < count && from[order[at]] == i && to[order[at]] == j) {
          sum += amount[order[at++]];
        }
        if (i != j && sum > 0) {
          target[size] = j;
          merged[size++] = sum;
        }
      }
    }
    rowStart[parties] = size;
    return new PaymentGraph(rowStart, Arrays.copyOf(target, size), Arrays.copyOf(merged, size));
  }

  private static int[] identity(int count) {
    int[] all = new int[count];
    Arrays.setAll(all, k -> k);
    return all;
  }

  private static int[] countingSort(int parties, int[] key, int count, int[] order) {
    int[] start = new int[parties + 1];
    for (int k = 0; k < count; k++) {
      start[key[k] + 1]++;
    }
    for (int i = 0; i < parties; i++) {
      start[i + 1] += start[i];
    }
    int[] sorted = new int[count];
    for (int k : order) {
      sorted[start[key[k]]++] = k;
    }
    return sorted;
  }

  public int parties() {
    return rowStart.length - 1;
  }

  public int edges() {
    return target.length;
  }

  public int[] rowStart() {
    return rowStart;
  }

  public int[] target() {
    return target;
  }

  public double[] amount() {
    return amount;
  }

  /** Amount paid by one party to another; 0 where there is no edge. O(log degree). */
  public double amount(int from, int to) {
    int edge = edge(from, to);
    return edge < 0 ? 0 : amount[edge];
  }

  /** Number of the edge, or a negative number where there is none. */
  public int edge(int from, int to) {
    return Arrays.binarySearch(target, rowStart[from], rowStart[from + 1], to);
  }

  /** The payer of each edge. */
  public int[] sources() {
    int[] source = new int[target.length];
    for (int i = 0; i < parties(); i++) {
      Arrays.fill(source, rowStart[i], rowStart[i + 1], i);
    }
    return source;
  }

  /** Sum of all payments. */
  public double total() {
    double sum = 0;
    for (double a : amount) {
      sum += a;
    }
    return sum;
  }

  /** The same parties with every edge turned round; one counting sort, O(n + E). */
  public PaymentGraph reversed() {
    int n = parties();
    int[] start = new int[n + 1];
    for (int to : target) {
      start[to + 1]++;
    }
    for (int i = 0; i < n; i++) {
      start[i + 1] += start[i];
    }
    int[] at = Arrays.copyOf(start, n);
    int[] source = new int[target.length];
    double[] same = new double[target.length];
    for (int i = 0; i < n; i++) {
      for (int e = rowStart[i]; e < rowStart[i + 1]; e++) {
        int place = at[target[e]]++;
        source[place] = i;
        same[place] = amount[e];
      }
    }
    return new PaymentGraph(start, source, same);
  }

  /** The same parties with some of the edges. */
  PaymentGraph where(EdgeChoice choice) {
    int n = parties();
    int[] start = new int[n + 1];
    int size = 0;
    for (int i = 0; i < n; i++) {
      for (int e = rowStart[i]; e < rowStart[i + 1]; e++) {
        size += choice.keeps(i, target[e], amount[e]) ? 1 : 0;
      }
    }
    int[] to = new int[size];
    double[] same = new double[size];
    int at = 0;
    for (int i = 0; i < n; i++) {
      for (int e = rowStart[i]; e < rowStart[i + 1]; e++) {
        if (choice.keeps(i, target[e], amount[e])) {
          to[at] = target[e];
          same[at++] = amount[e];
        }
      }
      start[i + 1] = at;
    }
    return new PaymentGraph(start, to, same);
  }

  /** Which edges to keep. */
  interface EdgeChoice {
    boolean keeps(int from, int to, double amount);
  }

  /** The same edges with other amounts; edges of nothing stay out. */
  public PaymentGraph withAmounts(double[] other) {
    return of(parties(), sources(), target, other, edges());
  }
}
