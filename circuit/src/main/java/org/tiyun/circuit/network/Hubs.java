package org.tiyun.circuit.network;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much of the circular flow runs through each party (C11): the drop of the Finn index and of
 * the maximum circulation when it is moved outside. Its payments then come from outside and money
 * to it leaves, so everyone else still balances; that nobody takes its place is an assumption. One
 * solve of both measures for each party.
 *
 * @param finnDrop by party, in the index's own unit (0 to 1)
 * @param circulationDrop by party, in the network's unit
 * @param pageRank along the payments, adds up to 1; {@code betweenness} share of the shortest ways
 *     of others that pass through it, large payments being short: both as context only
 */
public record Hubs(
    double[] finnDrop, double[] circulationDrop, double[] pageRank, double[] betweenness) {

  public static Hubs of(FlowNetwork network, double unitsPerAmount) {
    double[] cycled = new double[network.size()];
    double[] circulation = new double[network.size()];
    double all = network.totalThroughflow();
    double finn = Cycling.of(network).finn();
    double most = MaximumCirculation.of(network, unitsPerAmount).value();
    for (int i = 0; i < cycled.length; i++) {
      FlowNetwork without = without(network, i);
      Cycling left = Cycling.of(without);
      // Shares of the whole network's throughflow, so that drops can be compared.
      cycled[i] = all == 0 ? 0 : finn - left.finn() * left.totalThroughflow() / all;
      circulation[i] = most - MaximumCirculation.of(without, unitsPerAmount).value();
    }
    return new Hubs(
        cycled,
        circulation,
        Centrality.pageRank(network.inside()),
        Centrality.betweenness(network.inside()));
  }

  /** Parties by the drop of the maximum circulation, then of the Finn index, largest first. */
  public List<Integer> order() {
    return IntStream.range(0, finnDrop.length)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(i -> -circulationDrop[i])
                .thenComparingDouble(i -> -finnDrop[i])
                .thenComparingInt(i -> i))
        .toList();
  }

  private static FlowNetwork without(FlowNetwork network, int gone) {
    FlowNetwork.Builder builder =
        FlowNetwork.builder(network.parties(), network.origins(), network.exits());
    PaymentGraph inside = network.inside();
    int[] source = inside.sources();
    for (int e = 0; e < inside.edges(); e++) {
      if (source[e] == gone) {
        builder.inflow(0, inside.target()[e], inside.amount()[e]);
      } else if (inside.target()[e] == gone) {
        builder.outflow(0, source[e], inside.amount()[e]);
      } else {
        builder.payment(source[e], inside.target()[e], inside.amount()[e]);
      }
    }
    double[] entering = network.entering();
    for (int i = 0; i < entering.length; i++) {
      if (i != gone) {
        builder.inflow(0, i, entering[i]);
        for (int x = 0; x < network.exits().size(); x++) {
          builder.outflow(x, i, network.out(x)[i]);
        }
      }
    }
    return builder.build();
  }

  /**
   * The party whose absence lowers the maximum circulation most, the first of equals; -1 for none.
   */
  public int largest() {
    double most = Arrays.stream(circulationDrop).max().orElse(0);
    for (int i = 0; i < circulationDrop.length; i++) {
      if (circulationDrop[i] == most && most > 0) {
        return i;
      }
    }
    return -1;
  }
}
