package org.tiyun.circuit.network;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Payments between n parties in compressed sparse rows: edges of party i are {@code rowStart[i]} to
 * before {@code rowStart[i + 1]}, ascending by {@code target}, parallel payments merged, payments
 * to oneself and of nothing left out. Arrays are shared, not copied: treat them as read-only.
 */
public final class PaymentGraph {
  /** Edges of a range of rows that is filled at once. */
  private static final int RANGE = 1 << 20;

  private final int[] rowStart;
  private final int[] target;
  private final double[] amount;
  private final AtomicReference<@Nullable PaymentGraph> reversed = new AtomicReference<>();

  private PaymentGraph(int[] rowStart, int[] target, double[] amount) {
    this.rowStart = rowStart;
    this.target = target;
    this.amount = amount;
  }

  /**
   * Builds from single payments, in O(n + E): by payee in the order given, then by payer, so that
   * rows come out sorted and parallel payments meet.
   *
   * @param amount 0 or more each, finite
   */
  public static PaymentGraph of(int parties, int[] from, int[] to, double[] amount, int count) {
    PaymentGraph byPayee = turned(parties, new Edges(count, to, from, amount));
    PaymentGraph byPayer =
        turned(parties, new Edges(count, byPayee.target, byPayee.sources(), byPayee.amount));
    return byPayer.merged();
  }

  /** Rows in which parallel payments are one, without those of nothing or to oneself. */
  private PaymentGraph merged() {
    int n = parties();
    int[] start = new int[n + 1];
    int size = 0;
    for (int i = 0; i < n; i++) {
      int e = rowStart[i];
      int end = rowStart[i + 1];
      start[i] = size;
      while (e < end) {
        int j = target[e];
        double sum = 0;
        while (e < end && target[e] == j) {
          sum += amount[e++];
        }
        if (i != j && sum > 0) {
          // Never ahead of what is read, so in place.
          target[size] = j;
          amount[size++] = sum;
        }
      }
    }
    start[n] = size;
    return size == target.length
        ? this
        : new PaymentGraph(start, Arrays.copyOf(target, size), Arrays.copyOf(amount, size));
  }

  /** Edges by number: row, column, amount. */
  private record Edges(int count, int[] row, int[] column, double[] amount) {}

  /**
   * Edges put in rows, those of a row in the order given. Rows are filled range by range, in
   * parallel: each range reads all edges in turn and keeps its own, so the places written stay in
   * the cache.
   */
  private static PaymentGraph turned(int parties, Edges edges) {
    int[] start = new int[parties + 1];
    for (int e = 0; e < edges.count; e++) {
      start[edges.row[e] + 1]++;
    }
    for (int i = 0; i < parties; i++) {
      start[i + 1] += start[i];
    }
    int[] column = new int[edges.count];
    double[] amount = new double[edges.count];
    int[] at = Arrays.copyOf(start, parties);
    int ranges = Math.clamp(edges.count / RANGE, 1, 64);
    IntStream.range(0, ranges)
        .parallel()
        .forEach(range -> {
          int low = cut(start, range, ranges);
          int high = cut(start, range + 1, ranges);
          fill(edges, low, high, at, column, amount);
        });
    return new PaymentGraph(start, column, amount);
  }

  /** The first row of a range, so that ranges hold about as many edges each. */
  private static int cut(int[] start, int range, int ranges) {
    long wanted = (long) start[start.length - 1] * range / ranges;
    if (range == 0 || range == ranges) {
      return range == 0 ? 0 : start.length - 1;
    }
    int found = Arrays.binarySearch(start, (int) wanted);
    int row = found < 0 ? -1 - found : found;
    while (row > 0 && start[row - 1] == start[row]) {
      row--;
    }
    return Math.min(row, start.length - 1);
  }

  private static void fill(
      Edges edges, int low, int high, int[] at, int[] column, double[] amount) {
    int[] row = edges.row;
    int[] from = edges.column;
    double[] same = edges.amount;
    for (int e = 0; e < edges.count; e++) {
      int i = row[e];
      if (i >= low && i < high) {
        int place = at[i]++;
        column[place] = from[e];
        amount[place] = same[e];
      }
    }
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

  /** The same parties with every edge turned round; O(n + E) the first time, then kept. */
  public PaymentGraph reversed() {
    PaymentGraph known = reversed.get();
    if (known == null) {
      known = turned(parties(), new Edges(edges(), target, sources(), amount));
      reversed.set(known);
    }
    return known;
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
