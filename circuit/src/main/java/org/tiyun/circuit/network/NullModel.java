package org.tiyun.circuit.network;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How unusual the circularity is for parties of these sizes (C16): the measures against networks in
 * which everyone pays and receives as much as here and who never pays whom still does not, but who
 * pays whom how much is drawn anew (exponential amounts, fitted to the sums by proportional
 * fitting: Deming and Stephan 1940). Draw k of a seed is always the same.
 *
 * <p>Where the sums and the missing links leave little freedom, draws hardly differ: read the
 * spread before the share.
 */
public record NullModel(int draws, Standing finn, Standing circulation, Standing forwarded) {

  /**
   * A measure among the draws.
   *
   * @param here of the network itself
   * @param low 5th percentile, {@code middle} median and {@code high} 95th percentile of the draws
   * @param atLeast share of the draws that reach the network's value: small means unusually
   *     circular
   */
  public record Standing(double here, double low, double middle, double high, double atLeast) {
    static Standing of(double here, double[] drawn) {
      double[] sorted = drawn.clone();
      Arrays.sort(sorted);
      double reached = Arrays.stream(sorted).filter(d -> d >= here - 1e-12).count();
      return new Standing(
          here, at(sorted, 0.05), at(sorted, 0.5), at(sorted, 0.95), reached / sorted.length);
    }

    private static double at(double[] sorted, double share) {
      return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
  }

  /**
   * @param draws 1 or more; {@code circulation} and {@code forwarded} are shares of inside payments
   */
  public static NullModel of(FlowNetwork network, double unitsPerAmount, int draws, long seed) {
    double[] finn = new double[draws];
    double[] circulation = new double[draws];
    double[] forwarded = new double[draws];
    IntStream.range(0, draws)
        .parallel()
        .forEach(draw -> {
          FlowNetwork other = network.withInside(redrawn(network.inside(), seed, draw));
          finn[draw] = Cycling.of(other).finn();
          circulation[draw] = MaximumCirculation.of(other, unitsPerAmount).shareInside();
          forwarded[draw] = ForwardedCirculation.of(other.inside()).index();
        });
    return new NullModel(
        draws,
        Standing.of(Cycling.of(network).finn(), finn),
        Standing.of(MaximumCirculation.of(network, unitsPerAmount).shareInside(), circulation),
        Standing.of(ForwardedCirculation.of(network.inside()).index(), forwarded));
  }

  static PaymentGraph redrawn(PaymentGraph graph, long seed, int draw) {
    SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + draw);
    int[] source = graph.sources();
    double[] paid = new double[graph.parties()];
    double[] received = new double[graph.parties()];
    double[] amount = new double[graph.edges()];
    for (int e = 0; e < amount.length; e++) {
      paid[source[e]] += graph.amount()[e];
      received[graph.target()[e]] += graph.amount()[e];
      amount[e] = -StrictMath.log(1 - random.nextDouble());
    }
    for (int turn = 0; turn < 2000; turn++) {
      double off = fit(amount, source, paid) + fit(amount, graph.target(), received);
      if (off < 1e-12) {
        break;
      }
    }
    return graph.withAmounts(amount);
  }

  /** Scales each party's amounts to its sum; returns the largest relative correction. */
  private static double fit(double[] amount, int[] party, double[] wanted) {
    double[] sum = new double[wanted.length];
    for (int e = 0; e < amount.length; e++) {
      sum[party[e]] += amount[e];
    }
    double off = 0;
    for (int e = 0; e < amount.length; e++) {
      double factor = wanted[party[e]] / sum[party[e]];
      off = Math.max(off, Math.abs(factor - 1));
      amount[e] *= factor;
    }
    return off;
  }
}
