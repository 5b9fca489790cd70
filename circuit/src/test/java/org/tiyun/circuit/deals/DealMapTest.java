package org.tiyun.circuit.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tiyun.circuit.Package;
import org.tiyun.ledger.Deal;
import org.tiyun.ledger.Deal.Stage;

class DealMapTest {
  private static final List<Deal> DEALS = Package.deals();

  @Test
  void theFamousLoopIsAsWideAsItsTightestLink() {
    DealLoop loop = DealMap.of(DEALS, DealMap.Choice.PROMISED).loops(6).getFirst();

    assertThat(loop.path()).containsExactly("nvidia", "openai", "oracle");
    assertThat(loop.tightest()).isEqualTo(40);
    assertThat(loop.tightestLink().payer()).isEqualTo("oracle");
    assertThat(loop.tightestLink().mainStage()).isEqualTo(Stage.REPORTED);
    assertThat(loop.edges().get(0).mainStage()).isEqualTo(Stage.INTENT);
    assertThat(loop.edges().get(0).dealIds())
        .containsExactly("nvidia-openai-loi", "nvidia-openai-2024");
    assertThat(loop.edges().get(1).mainStage()).isEqualTo(Stage.COMMITTED);
    assertThat(loop.mirrored()).isFalse();
  }

  @Test
  void mirrorRowsCloseLoopsAndAreMarked() {
    DealLoop loop = DealMap.of(DEALS, DealMap.Choice.ALL).loops(6).getFirst();

    assertThat(loop.path()).containsExactly("nvidia", "openai");
    assertThat(loop.mirrored()).isTrue();
    assertThat(DealMap.of(DEALS, DealMap.Choice.PROMISED).loops(6)).noneMatch(DealLoop::mirrored);
  }

  @Test
  void paidDealsCloseHardlyAnyLoop() {
    assertThat(DealMap.of(DEALS, DealMap.Choice.PAID).loops(8)).hasSize(2);
  }

  @Test
  void layersFollowTheCountingRule() {
    List<Layer> layers = Layer.of(DEALS);

    assertThat(layers)
        .extracting(Layer::stage)
        .containsExactly(
            Stage.PAID, Stage.COMMITTED, Stage.ANNOUNCED, Stage.INTENT, Stage.REPORTED);
    // The package's own README: 208 rows count; one of them is withdrawn.
    assertThat(layers.stream().mapToInt(Layer::deals).sum() + 1).isEqualTo(208);
    assertThat(layers.get(3).cash()).isCloseTo(sum("intent"), within(1e-9));
  }

  @Test
  void anEarlierDateShowsFewerDeals() {
    assertThat(DealMap.asOf(DEALS, "2024-12-31")).hasSizeLessThan(DEALS.size()).isNotEmpty();
    assertThat(DealMap.asOf(DEALS, "2025-12-31")).hasSameSizeAs(DEALS);
  }

  @Test
  void hairlinesAreDrawnButNeverRanked() {
    DealMap map = DealMap.of(DEALS, DealMap.Choice.ALL);

    assertThat(map.edges()).anyMatch(DealEdge::hairline);
    for (DealLoop loop : map.loops(6)) {
      assertThat(loop.edges()).noneMatch(DealEdge::hairline);
    }
  }

  private static double sum(String stage) {
    return DEALS.stream()
        .filter(d -> d.stage().name().equalsIgnoreCase(stage) && d.countable())
        .mapToDouble(d -> d.amountUsdB().orElse(0))
        .sum();
  }
}
