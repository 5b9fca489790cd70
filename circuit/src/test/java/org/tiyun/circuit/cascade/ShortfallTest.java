package org.tiyun.circuit.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.tiyun.circuit.network.PaymentGraph;
import org.tiyun.clearing.Recovery;

/** The mean of the worst twentieth, where it can be worked out by hand. */
class ShortfallTest {
  private static final Contagion QUESTION =
      new Contagion(Cascade.Method.EISENBERG_NOE, Recovery.FULL, Map.of());

  /** One debtor that owns 100 and owes 100 outside. */
  private static BalanceSheets one() {
    int[] none = new int[0];
    return new BalanceSheets(
        List.of("A"),
        PaymentGraph.of(1, none, none, new double[0], 0),
        new double[] {100},
        new double[] {100});
  }

  /**
   * The loss is that of a put at the money: on average 100 (2 N(s/2) - 1), at the 95th percentile
   * 100 (1 - exp(-1.6449 s - s^2/2)), beyond it 100 (1 - N(-1.6449 - s) / 0.05); s = 0.2 gives
   * 7.966, 29.46 and 34.97 (Black and Scholes 1973).
   */
  @Test
  void ofOneDebtorAsOfAPut() {
    Shortfall found = Shortfall.of(one(), QUESTION, 0.2, 40_000, 7);

    assertThat(found.mean()).isCloseTo(7.966, within(0.25));
    assertThat(found.quantile()).isCloseTo(29.46, within(0.5));
    assertThat(found.expected()).isCloseTo(34.97, within(4 * found.error()));
    assertThat(found.error()).isBetween(0.05, 0.5);
    assertThat(found.failing()[0]).isCloseTo(1, within(1e-9));
  }

  /** The stated standard error is the scatter of the figure over seeds. */
  @Test
  void theErrorIsTheScatterOverSeeds() {
    double sum = 0;
    double squares = 0;
    double stated = 0;
    int seeds = 200;
    for (int seed = 0; seed < seeds; seed++) {
      Shortfall found = Shortfall.of(one(), QUESTION, 0.2, 1000, seed);
      sum += found.expected() / seeds;
      squares += found.expected() * found.expected() / seeds;
      stated += found.error() / seeds;
    }
    assertThat(stated).isCloseTo(Math.sqrt(squares - sum * sum), within(0.25 * stated));
  }

  /** A passes its loss on to B, who passes it on to C: holders' losses add up to the whole. */
  @Test
  void holdersLossesAddUp() {
    BalanceSheets chain =
        new BalanceSheets(
            List.of("A", "B", "C"),
            PaymentGraph.of(3, new int[] {0, 1}, new int[] {1, 2}, new double[] {10, 9}, 2),
            new double[] {10, 0, 0},
            new double[] {0, 0, 0});
    Shortfall found = Shortfall.of(chain, QUESTION, 0.3, 500, 1);

    assertThat(found.lossByHolder()[1] + found.lossByHolder()[2])
        .isCloseTo(found.expected(), within(1e-9));
    assertThat(found.lossByHolder()[1]).isGreaterThan(found.lossByHolder()[2]);
    assertThat(found.quantile()).isLessThanOrEqualTo(found.expected());
    assertThat(found.mean()).isLessThan(found.quantile());
  }

  @Test
  void theSameOnOneThreadAndSeveral() throws Exception {
    try (ForkJoinPool single = new ForkJoinPool(1);
        ForkJoinPool four = new ForkJoinPool(4)) {
      Shortfall alone = single.submit(() -> Shortfall.of(one(), QUESTION, 0.2, 300, 3)).get();
      Shortfall together = four.submit(() -> Shortfall.of(one(), QUESTION, 0.2, 300, 3)).get();
      assertThat(together.expected()).isEqualTo(alone.expected());
      assertThat(together.mean()).isEqualTo(alone.mean());
    }
  }
}
