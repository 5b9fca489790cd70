package org.tiyun.circuit.network;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Own money back in components too large to invert, see {@link Cycling}. */
final class LargeCycling {
  /** Parties solved times edges, beyond which parties are sampled. */
  static final double STEPS = 1e9;

  private static final int LANES = 8;
  private static final int LARGEST = 32;
  private static final int DRAWN = 32;
  private static final int ROUNDS = 20_000;
  private static final long SEED = 20251231;

  private final PaymentGraph inside;
  private final double[] inflow;
  private final Components components;
  private final double[] back;
  private int[] members = new int[0];
  private boolean[] counts = new boolean[0];
  private double standardError;

  LargeCycling(PaymentGraph inside, double[] inflow, Components components, double[] back) {
    this.inside = inside;
    this.inflow = inflow;
    this.components = components;
    this.back = back;
  }

  void add(int[] more) {
    int size = members.length;
    members = Arrays.copyOf(members, size + more.length);
    System.arraycopy(more, 0, members, size, more.length);
  }

  /** True where a party's part is in what {@link #solve} returned. */
  boolean counts(int party) {
    return counts.length > 0 && counts[party];
  }

  double standardError() {
    return standardError;
  }

  /** Fills own money back of the members as far as it is solved; returns the money cycled. */
  double solve(double steps) {
    if (members.length == 0) {
      return 0;
    }
    counts = new boolean[back.length];
    for (int i : members) {
      counts[i] = true;
      back[i] = Double.NaN;
    }
    // Only the ways inside a component lead back.
    int[] of = components.of();
    PaymentGraph payers = inside.where((i, j, amount) -> of[i] == of[j]).reversed();
    RowSolve rows = new RowSolve(payers, inflow, inflow, LANES, ROUNDS);
    if ((double) members.length * payers.edges() <= steps) {
      fill(rows, members, RowSolve.TOLERANCE);
      return cycled(members);
    }
    return sampled(rows);
  }

  private double sampled(RowSolve rows) {
    int[] order =
        IntStream.of(members)
            .boxed()
            .sorted((a, b) -> Double.compare(inflow[b], inflow[a]))
            .mapToInt(Integer::intValue)
            .toArray();
    int known = Math.min(LARGEST, order.length);
    int[] rest = Arrays.copyOfRange(order, known, order.length);
    double[] reach = new double[rest.length];
    double sum = 0;
    for (int k = 0; k < rest.length; k++) {
      sum += inflow[rest[k]];
      reach[k] = sum;
    }
    int[] drawn = new int[rest.length == 0 ? 0 : DRAWN];
    SplittableRandom random = new SplittableRandom(SEED);
    for (int d = 0; d < drawn.length; d++) {
      int at = Arrays.binarySearch(reach, random.nextDouble() * sum);
      drawn[d] = rest[Math.min(rest.length - 1, at < 0 ? -1 - at : at)];
    }
    int[] largest = Arrays.copyOf(order, known);
    fill(rows, largest, RowSolve.TOLERANCE);
    fill(rows, IntStream.of(drawn).distinct().toArray(), RowSolve.TOLERANCE);
    double mean = Arrays.stream(drawn).mapToDouble(i -> back[i]).average().orElse(0);
    double spread = 0;
    for (int i : drawn) {
      spread += (back[i] - mean) * (back[i] - mean);
    }
    standardError =
        drawn.length < 2 ? 0 : sum * Math.sqrt(spread / (drawn.length - 1) / drawn.length);
    return cycled(largest) + sum * mean;
  }

  private double cycled(int[] parties) {
    double sum = 0;
    for (int i : parties) {
      sum += inflow[i] * back[i];
    }
    return sum;
  }

  /** N_ii = T_i y_i where y solves the rows for a dollar placed at i. */
  private void fill(RowSolve rows, int[] parties, double tolerance) {
    for (int first = 0; first < parties.length; first += LANES) {
      double[] z = new double[back.length * LANES];
      int lanes = Math.min(LANES, parties.length - first);
      for (int l = 0; l < lanes; l++) {
        z[parties[first + l] * LANES + l] = 1;
      }
      double[] y = rows.solve(z, tolerance);
      for (int l = 0; l < lanes; l++) {
        int i = parties[first + l];
        back[i] = Cycling.back(y.length == 0 ? Double.NaN : y[i * LANES + l] * inflow[i]);
      }
    }
  }
}
