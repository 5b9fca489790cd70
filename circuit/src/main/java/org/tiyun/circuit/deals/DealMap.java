package org.tiyun.circuit.deals;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.tiyun.circuit.network.Components;
import org.tiyun.circuit.network.Cycle;
import org.tiyun.circuit.network.CycleDecomposition;
import org.tiyun.circuit.network.CycleSearch;
import org.tiyun.circuit.network.MaximumCirculation;
import org.tiyun.circuit.network.PaymentGraph;
import org.tiyun.ledger.Deal;
import org.tiyun.ledger.Deal.Settlement;
import org.tiyun.ledger.Deal.Stage;

/**
 * The deals as a graph of who pays or promises whom, over chosen layers. Its parties do not
 * balance, so only measures that need no balance apply: loops, components, circulation.
 *
 * @param parties all payers and payees of the edges, sorted
 * @param edges sorted by payer, then payee
 */
public record DealMap(List<String> parties, List<DealEdge> edges) {

  private static final double CENTS_PER_BILLION = 1e11;

  /**
   * Which rows count.
   *
   * @param mirrors whether rows that are the other side of another row lend their amount too: right
   *     for seeing loops, wrong for any sum
   */
  public record Choice(Set<Stage> stages, Set<Settlement> settlements, boolean mirrors) {
    /** Cash paid. */
    public static final Choice PAID =
        new Choice(EnumSet.of(Stage.PAID), EnumSet.of(Settlement.CASH), false);

    /** Everything paid or promised in cash, at whatever stage. */
    public static final Choice PROMISED =
        new Choice(
            EnumSet.complementOf(EnumSet.of(Stage.WITHDRAWN)), EnumSet.of(Settlement.CASH), false);

    /** The same with warrants and other payment in kind, and with mirror rows. */
    public static final Choice ALL =
        new Choice(
            EnumSet.complementOf(EnumSet.of(Stage.WITHDRAWN)),
            EnumSet.of(Settlement.CASH, Settlement.IN_KIND),
            true);
  }

  public static DealMap of(List<Deal> deals, Choice choice) {
    Map<List<String>, List<Deal>> rows = new TreeMap<>(DealMap::compare);
    TreeSet<String> parties = new TreeSet<>();
    for (Deal deal : deals) {
      if (shown(deal, choice)) {
        rows.computeIfAbsent(List.of(deal.payer(), deal.payee()), pair -> new ArrayList<>())
            .add(deal);
        parties.add(deal.payer());
        parties.add(deal.payee());
      }
    }
    List<DealEdge> edges = new ArrayList<>();
    rows.forEach((pair, list) -> {
      double sum = list.stream().mapToDouble(d -> d.amountUsdB().orElse(0)).sum();
      edges.add(
          new DealEdge(
              pair.get(0),
              pair.get(1),
              sum,
              list.stream().sorted(DealEdge.LARGEST_FIRST).toList()));
    });
    return new DealMap(List.copyOf(parties), List.copyOf(edges));
  }

  /** Deals announced on or before a date (YYYY, YYYY-MM or YYYY-MM-DD). */
  public static List<Deal> asOf(List<Deal> deals, String date) {
    return deals.stream()
        .filter(d -> d.announced().compareTo(date) <= 0 || date.startsWith(d.announced()))
        .toList();
  }

  /** The edges with an amount as a graph of {@code parties}, in billions. */
  public PaymentGraph graph() {
    List<DealEdge> sized = edges.stream().filter(edge -> !edge.hairline()).toList();
    int[] from = sized.stream().mapToInt(edge -> parties.indexOf(edge.payer())).toArray();
    int[] to = sized.stream().mapToInt(edge -> parties.indexOf(edge.payee())).toArray();
    double[] amount = sized.stream().mapToDouble(DealEdge::amount).toArray();
    return PaymentGraph.of(parties.size(), from, to, amount, sized.size());
  }

  /** Loops of at most so many hands, widest first; hairlines close none. */
  public List<DealLoop> loops(int longest) {
    return CycleSearch.of(graph(), longest, 1000, 1_000_000).cycles().stream()
        .map(this::named)
        .toList();
  }

  /** One way to take the maximum circulation of the edges apart into loops (C5), widest first. */
  public List<DealLoop> decomposition() {
    PaymentGraph graph = graph();
    MaximumCirculation most = MaximumCirculation.of(graph, CENTS_PER_BILLION);
    return CycleDecomposition.of(graph, most).cycles().stream().map(this::named).toList();
  }

  /** Components, hairlines left out. */
  public Components components() {
    return Components.of(graph());
  }

  public Optional<DealEdge> edge(String payer, String payee) {
    return edges.stream()
        .filter(e -> e.payer().equals(payer) && e.payee().equals(payee))
        .findFirst();
  }

  private DealLoop named(Cycle cycle) {
    int[] path = cycle.parties();
    List<String> names = IntStream.of(path).mapToObj(parties::get).toList();
    List<DealEdge> links = new ArrayList<>();
    for (int k = 0; k < path.length; k++) {
      links.add(edge(names.get(k), names.get((k + 1) % path.length)).orElseThrow());
    }
    return new DealLoop(names, List.copyOf(links), cycle.tightest(), cycle.sum());
  }

  private static boolean shown(Deal deal, Choice choice) {
    boolean chosen =
        choice.stages().contains(deal.stage())
            && choice.settlements().contains(deal.settlement())
            && !deal.payer().equals(deal.payee());
    return chosen
        && switch (deal.scope()) {
          case FLOW -> deal.partOf().isEmpty();
          case LINK -> true;
          case MIRROR -> choice.mirrors();
          case AGGREGATE -> false;
        };
  }

  private static int compare(List<String> a, List<String> b) {
    int byPayer = a.get(0).compareTo(b.get(0));
    return byPayer != 0 ? byPayer : a.get(1).compareTo(b.get(1));
  }
}
