package org.tiyun.circuit.network;

import java.util.Arrays;

/**
 * The most money that could be seen as going round (C4): max sum c over circulations 0 <= c <= F,
 * the part of all payments that could be cancelled with every net position unchanged (Fleischman
 * and Dini 2021; the maximum solution of Homs-Dones and others 2025). The optimum is unique, the
 * flows that reach it are not.
 *
 * <p>Exact in whole units (cents), by a method that lives on every edge gaining the same: see
 * {@link BestCirculation}. Near O(E) a turn with about a dozen turns; some 36 bytes an edge and 64
 * a party beside the graph and the answer.
 *
 * @param units value of the maximum in whole units
 * @param value the same in the graph's unit
 * @param share of everything that the parties received, from outside too; 0..1
 * @param shareInside of the payments between parties, 0..1
 * @param circulation one best circulation, in whole units, by edge of the graph
 * @param unitsPerAmount whole units in one unit of the graph
 */
public record MaximumCirculation(
    long units,
    double value,
    double share,
    double shareInside,
    long[] circulation,
    double unitsPerAmount) {

  /**
   * @param unitsPerAmount whole units in one unit of the network: 100 for amounts in dollars, 1e11
   *     for billions of dollars counted in cents
   * @throws ArithmeticException where the amounts together pass 2^62 units
   */
  public static MaximumCirculation of(FlowNetwork network, double unitsPerAmount) {
    MaximumCirculation inside = of(network.inside(), unitsPerAmount);
    double all = network.totalThroughflow();
    return new MaximumCirculation(
        inside.units,
        inside.value,
        all == 0 ? 0 : inside.value / all,
        inside.shareInside,
        inside.circulation,
        unitsPerAmount);
  }

  /** Of payments alone: {@code share} then equals {@code shareInside}. */
  public static MaximumCirculation of(PaymentGraph graph, double unitsPerAmount) {
    long[] capacity = new long[graph.edges()];
    double sum = 0;
    for (int e = 0; e < capacity.length; e++) {
      double units = graph.amount()[e] * unitsPerAmount;
      sum += units;
      if (!(sum < 0x1p62)) {
        throw new ArithmeticException("amounts together pass 2^62 units");
      }
      capacity[e] = Math.round(units);
    }
    long[] circulation = BestCirculation.of(graph, capacity).flow();
    long units = 0;
    long all = 0;
    for (int e = 0; e < capacity.length; e++) {
      units += circulation[e];
      all += capacity[e];
    }
    double share = all == 0 ? 0 : (double) units / all;
    return new MaximumCirculation(
        units, units / unitsPerAmount, share, share, circulation, unitsPerAmount);
  }

  /** The circulation as payments of the graph. */
  public PaymentGraph asPayments(PaymentGraph graph) {
    return graph.withAmounts(
        Arrays.stream(circulation).mapToDouble(c -> c / unitsPerAmount).toArray());
  }
}
