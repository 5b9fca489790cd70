package org.tiyun.circuit.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is solved otherwise on large networks agrees with the exact solve of small ones. */
class LargeNetworksTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void iteratedOriginsAndCyclingAgreeWithElimination(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int turn = 0; turn < 60; turn++) {
      FlowNetwork network = leaky(random, 3 + random.nextInt(40));
      double[][] exact = PaidBy.of(network, 1000).shares();
      double[][] iterated = PaidBy.of(network, 1).shares();
      for (int k = 0; k < exact.length; k++) {
        assertThat(iterated[k]).containsExactly(exact[k], within(1e-7));
      }
      Cycling all = Cycling.of(network, 1000, 0);
      Cycling solved = Cycling.of(network, 1, Double.MAX_VALUE);
      assertThat(solved.finn()).isCloseTo(all.finn(), within(1e-7));
      assertThat(solved.ownMoneyBack()).containsExactly(all.ownMoneyBack(), within(1e-7));
      assertThat(solved.standardError()).isZero();
    }
  }

  /** An estimate is within four of its standard errors; the largest parties are exact. */
  @Test
  void aSampledIndexSaysHowFarItMayBeOff() {
    FlowNetwork network = leaky(new SplittableRandom(7), 400);
    Cycling exact = Cycling.of(network, 1000, 0);
    Cycling sampled = Cycling.of(network, 1, 0);
    assertThat(sampled.standardError()).isPositive();
    assertThat(sampled.finn()).isCloseTo(exact.finn(), within(4 * sampled.standardError()));
    int known = 0;
    for (int i = 0; i < network.size(); i++) {
      if (!Double.isNaN(sampled.ownMoneyBack()[i])) {
        known++;
        assertThat(sampled.ownMoneyBack()[i]).isCloseTo(exact.ownMoneyBack()[i], within(1e-7));
      }
    }
    assertThat(known).isBetween(33, 100);
    assertThat(Cycling.of(network, 1, 0).finn()).isEqualTo(sampled.finn());
  }

  @Test
  void aClosedComponentHasNoOriginAndReturnsEverythingHoweverItIsSolved() {
    FlowNetwork ring = Networks.of(3, new double[][] {{0, 1, 4}, {1, 2, 4}, {2, 0, 4}});
    assertThat(Cycling.of(ring, 1, 0).ownMoneyBack()).containsExactly(1, 1, 1);
    assertThat(PaidBy.of(ring, 1).unattributed()).containsExactly(1, 1, 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void theWidestLoopsAreTheWidestOfAll(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int turn = 0; turn < 20; turn++) {
      PaymentGraph graph = Networks.random(random, 60, 1500, 1_000_000).inside();
      List<Cycle> all = CycleSearch.of(graph, 4, 20, Long.MAX_VALUE).cycles();
      CycleSearch widest = CycleSearch.widest(graph, 4, 20, Long.MAX_VALUE);
      assertThat(widest.cycles().stream().map(Cycle::tightest).toList())
          .isEqualTo(all.stream().map(Cycle::tightest).toList());
    }
  }

  @Test
  void aReversedGraphIsTheSameMoney() {
    PaymentGraph graph = Networks.random(new SplittableRandom(9), 30, 200, 9).inside();
    PaymentGraph back = graph.reversed();
    for (int i = 0; i < 30; i++) {
      for (int j = 0; j < 30; j++) {
        assertThat(back.amount(j, i)).isEqualTo(graph.amount(i, j));
      }
    }
    assertThat(back.reversed().target()).isEqualTo(graph.target());
  }

  private static FlowNetwork leaky(SplittableRandom random, int parties) {
    FlowNetwork.Builder builder =
        FlowNetwork.builder(
            Networks.names(parties), List.of("outside", "users"), List.of("outside"));
    for (int k = 0; k < 5 * parties; k++) {
      builder.payment(random.nextInt(parties), random.nextInt(parties), 1 + random.nextInt(9));
    }
    builder.balanceFromOutside();
    for (int i = 0; i < parties; i++) {
      double more = random.nextInt(4);
      builder.inflow(1, i, more).outflow(0, i, more);
    }
    FlowNetwork network = builder.build();
    assertThat(Arrays.stream(network.entering()).sum()).isPositive();
    return network;
  }
}
