package org.tiyun.circuit.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.GabowStrongConnectivityInspector;
import org.jgrapht.alg.cycle.HawickJamesSimpleCycles;
import org.jgrapht.alg.cycle.JohnsonSimpleCycles;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem.MinimumCostFlowProblemImpl;
import org.jgrapht.alg.scoring.PageRank;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Thousands of random networks against JGraphT 1.5.2 and against the textbook's inverse, written
 * down plainly.
 */
class ManyNetworksTest {

  @ParameterizedTest
  @ValueSource(longs = {101, 102, 103, 104})
  void componentsAreGabows(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int turn = 0; turn < 1000; turn++) {
      int n = 1 + random.nextInt(40);
      PaymentGraph graph = Networks.random(random, n, random.nextInt(3 * n), 9).inside();
      Set<Set<Integer>> theirs =
          new HashSet<>(
              new GabowStrongConnectivityInspector<>(jgrapht(graph)).stronglyConnectedSets());
      Components ours = Components.of(graph);
      Map<Integer, Set<Integer>> byNumber = new HashMap<>();
      for (int i = 0; i < n; i++) {
        byNumber.computeIfAbsent(ours.of()[i], _ -> new HashSet<>()).add(i);
      }
      assertThat(Set.copyOf(byNumber.values())).as("turn %d", turn).isEqualTo(theirs);
      assertThat(ours.count()).isEqualTo(theirs.size());
    }
  }

  /** Every simple loop, as Johnson finds them; of at most L hands, as Hawick and James do. */
  @ParameterizedTest
  @ValueSource(longs = {111, 112, 113, 114})
  void loopsAreJohnsonsAndHawickJamess(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int turn = 0; turn < 500; turn++) {
      int n = 2 + random.nextInt(7);
      PaymentGraph graph = Networks.random(random, n, random.nextInt(4 * n), 9).inside();
      Graph<Integer, DefaultWeightedEdge> theirs = jgrapht(graph);
      Set<List<Integer>> johnson =
          new JohnsonSimpleCycles<>(theirs)
              .findSimpleCycles().stream()
                  .map(ManyNetworksTest::turned)
                  .collect(Collectors.toSet());
      CycleSearch ours = CycleSearch.of(graph, n, 100_000, 1_000_000);
      Set<List<Integer>> found =
          ours.cycles().stream()
              .map(cycle -> turned(IntStream.of(cycle.parties()).boxed().toList()))
              .collect(Collectors.toSet());
      assertThat(found).as("turn %d", turn).isEqualTo(johnson);
      assertThat(ours.truncated()).isFalse();
      int longest = 2 + random.nextInt(3);
      HawickJamesSimpleCycles<Integer, DefaultWeightedEdge> bounded =
          new HawickJamesSimpleCycles<>(theirs);
      bounded.setPathLimit(longest);
      assertThat(CycleSearch.of(graph, longest, 10, 1_000_000).found())
          .as("turn %d, at most %d hands", turn, longest)
          .isEqualTo(bounded.countSimpleCycles());
    }
  }

  /** The maximum circulation is the least-cost circulation with cost -1 on every payment. */
  @ParameterizedTest
  @ValueSource(longs = {121, 122})
  void theMaximumCirculationIsTheirLeastCost(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int turn = 0; turn < 500; turn++) {
      int n = 2 + random.nextInt(20);
      PaymentGraph graph = Networks.random(random, n, random.nextInt(5 * n), 1000).inside();
      long expected = leastCost(graph);
      assertThat(MaximumCirculation.of(graph, 1).units()).as("turn %d", turn).isEqualTo(expected);
    }
  }

  /**
   * JGraphT wants costs of 0 or more: every payment is made in full and what is called back, at a
   * cost of 1 for each unit, must restore the balance; what is not called back goes round.
   */
  private static long leastCost(PaymentGraph graph) {
    Graph<Integer, DefaultWeightedEdge> theirs =
        new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
    IntStream.range(0, graph.parties()).forEach(theirs::addVertex);
    Map<DefaultWeightedEdge, Integer> capacity = new HashMap<>();
    int[] net = new int[graph.parties()];
    int[] source = graph.sources();
    for (int e = 0; e < graph.edges(); e++) {
      int amount = (int) graph.amount()[e];
      DefaultWeightedEdge edge = theirs.addEdge(source[e], graph.target()[e]);
      theirs.setEdgeWeight(edge, 1);
      capacity.put(edge, amount);
      net[source[e]] += amount;
      net[graph.target()[e]] -= amount;
    }
    double cost =
        new CapacityScalingMinimumCostFlow<Integer, DefaultWeightedEdge>()
            .getMinimumCostFlow(
                new MinimumCostFlowProblemImpl<>(theirs, i -> net[i], capacity::get, _ -> 0))
            .getCost();
    return (long) graph.total() - Math.round(cost);
  }

  @ParameterizedTest
  @ValueSource(longs = {131, 132})
  void pageRankIsTheirs(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int turn = 0; turn < 500; turn++) {
      int n = 2 + random.nextInt(25);
      PaymentGraph graph = Networks.random(random, n, random.nextInt(5 * n), 9).inside();
      Map<Integer, Double> theirs = new PageRank<>(jgrapht(graph), 0.85, 1000, 1e-13).getScores();
      double[] ours = Centrality.pageRank(graph);
      for (int i = 0; i < n; i++) {
        assertThat(ours[i]).as("turn %d", turn).isCloseTo(theirs.get(i), within(1e-9));
      }
    }
  }

  /** C1 to C3 from (I - G)^-1 by plain Gauss-Jordan, components and all other short cuts aside. */
  @ParameterizedTest
  @ValueSource(longs = {141, 142, 143, 144})
  void cyclingAndOriginsAreThoseOfTheInverse(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int compared = 0;
    for (int turn = 0; turn < 700; turn++) {
      int n = 2 + random.nextInt(14);
      FlowNetwork network = leaking(random, n);
      double[] inflow = network.inflow();
      double[][] inverse = inverse(network, inflow);
      Cycling cycling = Cycling.of(network);
      PaidBy paidBy = PaidBy.of(network);
      double cycled = 0;
      for (int i = 0; i < n; i++) {
        double back = inflow[i] > 0 ? 1 - 1 / inverse[i][i] : 0;
        cycled += inflow[i] * back;
        assertThat(cycling.ownMoneyBack()[i]).isCloseTo(back, within(1e-9));
        for (int k = 0; k < 2 && inflow[i] > 0; k++) {
          double share = 0;
          for (int j = 0; j < n; j++) {
            share += network.in(k)[j] * inverse[j][i] / inflow[i];
          }
          assertThat(paidBy.shares()[k][i]).isCloseTo(share, within(1e-9));
          compared++;
        }
      }
      double all = Arrays.stream(inflow).sum();
      assertThat(cycling.finn()).isCloseTo(all == 0 ? 0 : cycled / all, within(1e-9));
    }
    assertThat(compared).isGreaterThan(5000);
  }

  /** Two origins; everyone has a leak, so the inverse exists. */
  private static FlowNetwork leaking(SplittableRandom random, int n) {
    FlowNetwork.Builder builder =
        FlowNetwork.builder(Networks.names(n), List.of("first", "second"), List.of("out"));
    double[] net = new double[n];
    for (int k = random.nextInt(5 * n); k > 0; k--) {
      int from = random.nextInt(n);
      int to = random.nextInt(n);
      double amount = random.nextInt(50);
      builder.payment(from, to, amount);
      if (from != to) {
        net[from] -= amount;
        net[to] += amount;
      }
    }
    for (int i = 0; i < n; i++) {
      double leak = random.nextInt(1, 5);
      double need = Math.max(0, leak - net[i]);
      double part = random.nextDouble();
      builder.inflow(0, i, need * part).inflow(1, i, need * (1 - part));
      builder.outflow(0, i, net[i] + need);
    }
    return builder.build();
  }

  private static double[][] inverse(FlowNetwork network, double[] inflow) {
    int n = network.size();
    double[][] a = new double[n][2 * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double part = inflow[i] > 0 ? network.inside().amount(i, j) / inflow[i] : 0;
        a[i][j] = (i == j ? 1 : 0) - part;
      }
      a[i][n + i] = 1;
    }
    for (int p = 0; p < n; p++) {
      double pivot = a[p][p];
      for (int c = 0; c < 2 * n; c++) {
        a[p][c] /= pivot;
      }
      for (int r = 0; r < n; r++) {
        double factor = r == p ? 0 : a[r][p];
        for (int c = 0; c < 2 * n; c++) {
          a[r][c] -= factor * a[p][c];
        }
      }
    }
    double[][] inverse = new double[n][];
    Arrays.setAll(inverse, i -> Arrays.copyOfRange(a[i], n, 2 * n));
    return inverse;
  }

  private static Graph<Integer, DefaultWeightedEdge> jgrapht(PaymentGraph graph) {
    Graph<Integer, DefaultWeightedEdge> theirs =
        new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
    IntStream.range(0, graph.parties()).forEach(theirs::addVertex);
    int[] source = graph.sources();
    for (int e = 0; e < graph.edges(); e++) {
      theirs.setEdgeWeight(theirs.addEdge(source[e], graph.target()[e]), graph.amount()[e]);
    }
    return theirs;
  }

  /** A loop that begins with its smallest party. */
  private static List<Integer> turned(List<Integer> loop) {
    int first = loop.indexOf(loop.stream().min(Integer::compare).orElseThrow());
    return IntStream.range(0, loop.size())
        .mapToObj(k -> loop.get((first + k) % loop.size()))
        .toList();
  }
}
