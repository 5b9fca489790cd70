package org.tiyun.circuit.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CirculationTest {

  /** Peeling the widest loop first cancels 7 where the maximum is 9. */
  @Test
  void peelingTheWidestLoopFirstIsNotTheMaximum() {
    PaymentGraph trap = GreedyTrap.graph();

    assertThat(GreedyTrap.peelWidestFirst(trap)).isEqualTo(7);
    assertThat(MaximumCirculation.of(trap, 1).units()).isEqualTo(9);
    assertThat(MaximumByLoops.of(trap)).isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void equalsTheBestOfAllWaysToCombineLoops(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int turn = 0; turn < 300; turn++) {
      PaymentGraph graph =
          Networks.random(random, 2 + random.nextInt(4), random.nextInt(9), 3).inside();
      assertThat(MaximumCirculation.of(graph, 1).units())
          .as("turn %d", turn)
          .isEqualTo(MaximumByLoops.of(graph));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6, 7})
  void isACirculationThatNoLoopImproves(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int turn = 0; turn < 60; turn++) {
      PaymentGraph graph =
          Networks.random(random, 5 + random.nextInt(40), random.nextInt(300), 100).inside();
      MaximumCirculation found = MaximumCirculation.of(graph, 1);
      for (int e = 0; e < graph.edges(); e++) {
        assertThat(found.circulation()[e]).isBetween(0L, (long) graph.amount()[e]);
      }
      assertThat(netPositions(graph, found.circulation())).containsOnly(0);
      assertThat(improvable(graph, found.circulation())).isFalse();
    }
  }

  /** Twice: the sum equals the dual bound, and no loop of open edges gains on the amounts paid. */
  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void everyCirculationComesWithItsProof(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int turn = 0; turn < 1000; turn++) {
      int parties = 2 + random.nextInt(60);
      int most = random.nextBoolean() ? 2 : 1_000_000_000;
      PaymentGraph graph =
          Networks.random(random, parties, random.nextInt(6 * parties), most).inside();
      long[] amount = Arrays.stream(graph.amount()).mapToLong(a -> (long) a).toArray();
      BestCirculation found = BestCirculation.of(graph, amount);
      assertThat(Arrays.stream(found.flow()).sum()).as("turn %d", turn).isEqualTo(found.bound());
      assertThat(netPositions(graph, found.flow())).containsOnly(0);
      assertThat(improvable(graph, found.flow())).as("turn %d", turn).isFalse();
    }
  }

  /** One narrow link in a ring of many hands: everything else has to wait for it. */
  @Test
  void aLongRingGoesRoundAsItsTightestLink() {
    int parties = 20_000;
    double[][] payments = new double[parties][];
    for (int i = 0; i < parties; i++) {
      payments[i] = new double[] {i, (i + 1) % parties, i == 7_777 ? 3 : 1_000_000};
    }

    assertThat(MaximumCirculation.of(Networks.of(parties, payments), 1).units())
        .isEqualTo(3L * parties);
  }

  @ParameterizedTest
  @ValueSource(longs = {8, 9})
  void decompositionAddsUpToTheCirculation(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int turn = 0; turn < 100; turn++) {
      PaymentGraph graph =
          Networks.random(random, 2 + random.nextInt(12), random.nextInt(60), 50).inside();
      MaximumCirculation maximum = MaximumCirculation.of(graph, 1);
      CycleDecomposition parts = CycleDecomposition.of(graph, maximum);
      double[] sum = new double[graph.edges()];
      for (Cycle cycle : parts.cycles()) {
        int[] path = cycle.parties();
        assertThat(path).doesNotHaveDuplicates();
        for (int k = 0; k < path.length; k++) {
          sum[graph.edge(path[k], path[(k + 1) % path.length])] += cycle.tightest();
        }
      }
      assertThat(sum).isEqualTo(Arrays.stream(maximum.circulation()).asDoubleStream().toArray());
      assertThat(parts.cycles().size()).isLessThanOrEqualTo(graph.edges());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {10, 11})
  void forwardedPartIsACirculationAndAtMostTheMaximum(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int turn = 0; turn < 100; turn++) {
      PaymentGraph graph =
          Networks.random(random, 2 + random.nextInt(10), random.nextInt(40), 50).inside();
      forwardedIsACirculation(graph);
    }
  }

  @Test
  void forwardedPartOfManyPartiesIsACirculationToo() {
    PaymentGraph graph = Networks.random(new SplittableRandom(12), 400, 2_400, 50).inside();
    assertThat(Components.of(graph).largest()).isGreaterThan(300);
    forwardedIsACirculation(graph);
  }

  private static void forwardedIsACirculation(PaymentGraph graph) {
    ForwardedCirculation found = ForwardedCirculation.of(graph);
    double[] net = new double[graph.parties()];
    double[] rest = new double[graph.edges()];
    int[] source = graph.sources();
    for (int e = 0; e < graph.edges(); e++) {
      net[source[e]] += found.circulation()[e];
      net[graph.target()[e]] -= found.circulation()[e];
      rest[e] = graph.amount()[e] - found.circulation()[e];
      rest[e] = rest[e] < 1e-9 ? 0 : rest[e];
    }
    assertThat(Arrays.stream(net).map(Math::abs).max().orElse(0)).isLessThan(1e-9);
    assertThat(Components.of(graph.withAmounts(rest)).circular()).isZero();
    assertThat(found.index())
        .isLessThanOrEqualTo(MaximumCirculation.of(graph, 1).shareInside() + 1e-9);
  }

  @Test
  void centsCountBesideHugeAmounts() {
    PaymentGraph graph =
        Networks.of(3, new double[][] {{0, 1, 1e15}, {1, 0, 0.01}, {1, 2, 3}}).inside();

    assertThat(MaximumCirculation.of(graph, 100).units()).isEqualTo(2);
  }

  @Test
  void refusesAmountsBeyondWholeUnits() {
    PaymentGraph graph = Networks.of(2, new double[][] {{0, 1, 1e18}, {1, 0, 1}}).inside();

    assertThatThrownBy(() -> MaximumCirculation.of(graph, 100))
        .isInstanceOf(ArithmeticException.class);
  }

  private static long[] netPositions(PaymentGraph graph, long[] flow) {
    long[] net = new long[graph.parties()];
    int[] source = graph.sources();
    for (int e = 0; e < graph.edges(); e++) {
      net[source[e]] += flow[e];
      net[graph.target()[e]] -= flow[e];
    }
    return net;
  }

  /** A circulation is best when no loop of open edges gains: Bellman-Ford from everywhere. */
  private static boolean improvable(PaymentGraph graph, long[] circulation) {
    int[] source = graph.sources();
    long[] distance = new long[graph.parties()];
    for (int round = 0; round <= graph.parties(); round++) {
      boolean moved = false;
      for (int e = 0; e < graph.edges(); e++) {
        int i = source[e];
        int j = graph.target()[e];
        if (circulation[e] < (long) graph.amount()[e] && distance[i] - 1 < distance[j]) {
          distance[j] = distance[i] - 1;
          moved = true;
        }
        if (circulation[e] > 0 && distance[j] + 1 < distance[i]) {
          distance[i] = distance[j] + 1;
          moved = true;
        }
      }
      if (!moved) {
        return false;
      }
    }
    return true;
  }
}
