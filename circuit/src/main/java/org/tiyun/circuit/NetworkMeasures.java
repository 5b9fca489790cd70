package org.tiyun.circuit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tiyun.circuit.network.Components;
import org.tiyun.circuit.network.Cycle;
import org.tiyun.circuit.network.CycleDecomposition;
import org.tiyun.circuit.network.CycleSearch;
import org.tiyun.circuit.network.Cycling;
import org.tiyun.circuit.network.FlowNetwork;
import org.tiyun.circuit.network.ForwardedCirculation;
import org.tiyun.circuit.network.MaximumCirculation;
import org.tiyun.circuit.network.PaidBy;
import org.tiyun.circuit.network.TrophicLevels;

/**
 * The measures C1 to C9 of one network. Amounts in the network's unit, shares 0 to 1.
 *
 * @param finn C1, Finn cycling index; NaN where undefined
 * @param totalThroughflow all money received by parties
 * @param averagePathLength parties that an entering dollar passes; NaN where nothing enters
 * @param maximum C4
 * @param parties how many there are
 * @param finnError standard error of the Finn index, 0 where it is exact
 * @param decomposition C5, of the maximum circulation; empty beyond 2,000 parties
 * @param forwarded C6, balanced flow forwarding; NaN beyond 2,000 parties
 * @param incoherence C7, F0: 0 for a pure chain of payments, 1 for a pure circle; NaN beyond
 *     2,000,000 payments
 * @param components C9
 * @param shareInComponents share of the payments between parties made within components
 * @param entering money from outside by origin, in the network's order
 * @param firms in the network's order; of more than 10,000 the 1,000 with the largest inflow
 * @param loops C8, widest first
 * @param loopsFound number of simple loops up to the length searched
 * @param loopsTruncated true where the search stopped early
 * @param closed parties of components from which no money leaks
 * @param unbalanced parties whose inflow and outflow differ by more than rounding explains
 */
public record NetworkMeasures(
    int parties,
    double finn,
    double finnError,
    double totalThroughflow,
    double averagePathLength,
    MaximumCirculation maximum,
    CycleDecomposition decomposition,
    ForwardedCirculation forwarded,
    double incoherence,
    Components components,
    double shareInComponents,
    Map<String, Double> entering,
    List<FirmMeasures> firms,
    List<Loop> loops,
    long loopsFound,
    boolean loopsTruncated,
    List<String> closed,
    List<String> unbalanced) {

  /** Above this C5 and C6 are left out: each is as many rounds as there are cycles or parties. */
  public static final int LARGE = 2_000;

  /** Above this many payments C7 is left out: it would take longer than all the others together. */
  public static final int MOST_LEVELLED = 2_000_000;

  private static final int LISTED = 10_000;
  private static final int LISTED_OF_MANY = 1_000;

  /** How far to look: hands in a loop, loops to keep, loops to find before giving up. */
  public record Limits(int longestLoop, int keepLoops, long findLoops) {
    public static final Limits USUAL = new Limits(6, 1000, 5_000_000);
  }

  /** Computes all measures; {@code unitsPerAmount} as in {@link MaximumCirculation}. */
  public static NetworkMeasures of(FlowNetwork network, double unitsPerAmount, Limits limits) {
    boolean large = network.size() > LARGE;
    Cycling cycling = Cycling.of(network);
    PaidBy paidBy = PaidBy.of(network);
    MaximumCirculation maximum = MaximumCirculation.of(network, unitsPerAmount);
    Components components = Components.of(network.inside());
    CycleSearch search =
        CycleSearch.of(
            network.inside(), limits.longestLoop(), limits.keepLoops(), limits.findLoops());
    TrophicLevels levels =
        network.inside().edges() > MOST_LEVELLED
            ? TrophicLevels.unknown(network.size())
            : TrophicLevels.of(network.inside());
    double[] inflow = network.inflow();
    double[] outflow = network.outflow();
    List<FirmMeasures> firms = new ArrayList<>();
    for (int i : listed(inflow)) {
      firms.add(
          new FirmMeasures(
              network.parties().get(i),
              inflow[i],
              outflow[i],
              cycling.ownMoneyBack()[i],
              inflow[i] > 0 ? byOrigin(paidBy, i) : Map.of(),
              paidBy.unattributed()[i],
              levels.level()[i],
              Optional.empty()));
    }
    Map<String, Double> entering = new LinkedHashMap<>();
    for (int k = 0; k < network.origins().size(); k++) {
      entering.put(network.origins().get(k), Arrays.stream(network.in(k)).sum());
    }
    return new NetworkMeasures(
        network.size(),
        cycling.finn(),
        cycling.standardError(),
        cycling.totalThroughflow(),
        cycling.averagePathLength(),
        maximum,
        large
            ? new CycleDecomposition(List.of(), Double.NaN)
            : CycleDecomposition.of(network.inside(), maximum),
        large
            ? new ForwardedCirculation(Double.NaN, new double[0])
            : ForwardedCirculation.of(network.inside()),
        levels.incoherence(),
        components,
        components.shareInside(network.inside()),
        Collections.unmodifiableMap(entering),
        List.copyOf(firms),
        search.cycles().stream().map(c -> named(c, network.parties())).toList(),
        search.found(),
        search.truncated(),
        cycling.closed(),
        network.unbalanced(FlowNetwork.ROUNDING));
  }

  /** All parties in their order; of more than can be read, those with the largest inflow. */
  private static int[] listed(double[] inflow) {
    if (inflow.length <= LISTED) {
      return IntStream.range(0, inflow.length).toArray();
    }
    return IntStream.range(0, inflow.length)
        .boxed()
        .sorted((a, b) -> Double.compare(inflow[b], inflow[a]))
        .limit(LISTED_OF_MANY)
        .sorted()
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** All money that enters. */
  public double enteringTotal() {
    return entering.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Share of the entering money from one origin; NaN where none enters. */
  public double enteringShare(String origin) {
    return entering.getOrDefault(origin, 0.0) / enteringTotal();
  }

  public Optional<FirmMeasures> firm(String id) {
    return firms.stream().filter(firm -> firm.id().equals(id)).findFirst();
  }

  /** The same with other firm rows. */
  NetworkMeasures withFirms(List<FirmMeasures> other) {
    return new NetworkMeasures(
        parties,
        finn,
        finnError,
        totalThroughflow,
        averagePathLength,
        maximum,
        decomposition,
        forwarded,
        incoherence,
        components,
        shareInComponents,
        entering,
        List.copyOf(other),
        loops,
        loopsFound,
        loopsTruncated,
        closed,
        unbalanced);
  }

  static Loop named(Cycle cycle, List<String> names) {
    return new Loop(
        Arrays.stream(cycle.parties()).mapToObj(names::get).toList(),
        cycle.tightest(),
        cycle.sum());
  }

  private static Map<String, Double> byOrigin(PaidBy paidBy, int party) {
    Map<String, Double> shares = new LinkedHashMap<>();
    for (int k = 0; k < paidBy.origins().size(); k++) {
      shares.put(paidBy.origins().get(k), paidBy.shares()[k][party]);
    }
    return Collections.unmodifiableMap(shares);
  }
}
