package org.tiyun.circuit.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The edge cases of the measures, each as its documentation says. */
class EdgeCasesTest {

  @Test
  void aClosedRingReturnsEverythingAndIsNamed() {
    FlowNetwork ring = Networks.of(3, new double[][] {{0, 1, 4}, {1, 0, 4}});
    Cycling found = Cycling.of(ring);

    assertThat(found.finn()).isEqualTo(1);
    assertThat(found.ownMoneyBack()).containsExactly(1, 1, 0);
    assertThat(found.closed()).containsExactly("p0", "p1");
    assertThat(found.averagePathLength()).isNaN();
    assertThat(PaidBy.of(ring).unattributed()).containsExactly(1, 1, 0);
    assertThat(MaximumCirculation.of(ring, 1).share()).isEqualTo(1);
  }

  @Test
  void nothingPaidIsNothingGoingRound() {
    FlowNetwork empty = Networks.of(3, new double[0][]);

    assertThat(Cycling.of(empty).finn()).isZero();
    assertThat(PaidBy.of(empty).unattributed()).containsOnly(0);
    assertThat(MaximumCirculation.of(empty, 100).share()).isZero();
    assertThat(ForwardedCirculation.of(empty.inside()).index()).isZero();
    assertThat(CycleSearch.of(empty.inside(), 5, 10, 10).cycles()).isEmpty();
    assertThat(Components.of(empty.inside()).largest()).isEqualTo(1);
  }

  @Test
  void parallelPaymentsAddUpAndPaymentsToOneselfAreListed() {
    FlowNetwork network = Networks.of(2, new double[][] {{0, 1, 2}, {0, 1, 3}, {1, 1, 7}});

    assertThat(network.inside().edges()).isEqualTo(1);
    assertThat(network.inside().amount(0, 1)).isEqualTo(5);
    assertThat(network.toSelf()).containsExactly(0, 7);
    assertThat(network.totalThroughflow()).isEqualTo(10);
  }

  @Test
  void partiesThatDoNotBalanceAreNamed() {
    FlowNetwork network =
        FlowNetwork.builder(Networks.names(2), List.of("in"), List.of("out"))
            .inflow(0, 0, 10)
            .payment(0, 1, 9)
            .outflow(0, 1, 9)
            .build();

    assertThat(network.unbalanced(1e-6)).containsExactly("p0");
  }

  @Test
  void refusesWhatIsNoAmount() {
    FlowNetwork.Builder builder =
        FlowNetwork.builder(Networks.names(2), List.of("in"), List.of("out"));

    for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> builder.payment(0, 1, bad))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void ownMoneyBackEqualsTheSumOfFirstReturns(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int turn = 0; turn < 40; turn++) {
      FlowNetwork network = leaky(random);
      double[] back = Cycling.of(network).ownMoneyBack();
      for (int i = 0; i < network.size(); i++) {
        double[] hands = WayBack.byHands(network, i, 4000);
        assertThat(Arrays.stream(hands).sum()).isCloseTo(back[i], within(1e-9));
        WayBack way = WayBack.to(network, i);
        assertThat(way.chance()[i]).isCloseTo(back[i], within(1e-10));
        if (back[i] > 1e-6) {
          double mean = 0;
          for (int k = 0; k < hands.length; k++) {
            mean += (k + 1) * hands[k];
          }
          assertThat(way.hands()[i]).isCloseTo(mean / back[i], within(1e-6));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void whoPaidAddsUpForEveryone(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int turn = 0; turn < 100; turn++) {
      FlowNetwork network = Networks.random(random, 2 + random.nextInt(12), random.nextInt(40), 9);
      PaidBy found = PaidBy.of(network);
      double[] inflow = network.inflow();
      for (int i = 0; i < network.size(); i++) {
        double sum = found.from("outside")[i] + found.unattributed()[i];
        assertThat(sum).isCloseTo(inflow[i] > 0 ? 1 : 0, within(1e-9));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7})
  void loopsAndComponentsAgreeWithBruteForce(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int turn = 0; turn < 200; turn++) {
      PaymentGraph graph =
          Networks.random(random, 2 + random.nextInt(6), random.nextInt(20), 9).inside();
      int longest = 2 + random.nextInt(5);
      assertThat(CycleSearch.of(graph, longest, 1000, 100_000).found())
          .isEqualTo(BruteForce.loops(graph, longest));
      Components found = Components.of(graph);
      boolean[][] reach = BruteForce.reach(graph);
      for (int i = 0; i < graph.parties(); i++) {
        for (int j = 0; j < graph.parties(); j++) {
          assertThat(found.of()[i] == found.of()[j])
              .isEqualTo(i == j || (reach[i][j] && reach[j][i]));
        }
      }
    }
  }

  @Test
  void theSearchSaysWhenItStoppedEarly() {
    PaymentGraph all = complete(7);

    assertThat(CycleSearch.of(all, 7, 5, 100).truncated()).isTrue();
    assertThat(CycleSearch.of(all, 7, 5, 100_000).truncated()).isFalse();
    assertThat(CycleSearch.of(all, 7, 5, 100_000).found()).isEqualTo(2365);
    assertThat(CycleSearch.of(all, 7, 5, 100_000).cycles()).hasSize(5);
  }

  private static PaymentGraph complete(int parties) {
    double[][] payments = new double[parties * (parties - 1)][];
    int k = 0;
    for (int i = 0; i < parties; i++) {
      for (int j = 0; j < parties; j++) {
        if (i != j) {
          payments[k++] = new double[] {i, j, 1 + i + j};
        }
      }
    }
    return Networks.of(parties, payments).inside();
  }

  private static FlowNetwork leaky(SplittableRandom random) {
    int parties = 3 + random.nextInt(5);
    FlowNetwork.Builder builder =
        FlowNetwork.builder(Networks.names(parties), List.of("outside"), List.of("outside"));
    for (int k = 0; k < 12; k++) {
      builder.payment(random.nextInt(parties), random.nextInt(parties), random.nextInt(9));
    }
    builder.balanceFromOutside();
    for (int i = 0; i < parties; i++) {
      builder.inflow(0, i, 1 + i).outflow(0, i, 1 + i);
    }
    return builder.build();
  }
}
