package org.tiyun.view.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tiyun.ledger.Deal;
import org.tiyun.view.map.MapDrawing.Format;
import org.tiyun.view.map.MoneyMap.Category;
import org.tiyun.view.map.MoneyMap.Manner;
import org.tiyun.view.map.MoneyMap.Pipe;
import org.tiyun.words.Lang;

/** The picture says what the deals say, and never adds what must not be added. */
class PromiseMapTest {
  private static final MoneyMap MAP = ShippedMaps.promises(Lang.EN, Format.WIDE);

  private static List<Pipe> pipes(String payer, String payee) {
    return MAP.pipes().stream()
        .filter(p -> p.payer().equals(payer) && p.payee().equals(payee))
        .toList();
  }

  @Test
  void theFirmsOfTheStoryAreThere() {
    for (Format format : Format.values()) {
      assertThat(ShippedMaps.promises(Lang.EN, format).nodes())
          .extracting(MoneyMap.Node::name)
          .contains(
              "Microsoft",
              "Nvidia",
              "Oracle",
              "OpenAI",
              "Mistral",
              "Figure AI",
              "CoreWeave",
              "Nebius",
              "Amazon",
              "Google",
              "Meta",
              "AMD",
              "Broadcom",
              "Anthropic",
              "xAI",
              "SoftBank");
    }
  }

  @Test
  void theFamousLoopIsUnderlaidWithItsTightestLink() {
    assertThat(MAP.loop().orElseThrow().path()).containsExactly("nvidia", "openai", "oracle");
    assertThat(MAP.loop().orElseThrow().tightest()).contains("$40B");
    assertThat(ShippedMaps.promises(Lang.ZH, Format.NARROW).loop().orElseThrow().tightest())
        .contains("400亿美元");
  }

  @Test
  void paidAndCommittedAreTwoPipes() {
    assertThat(pipes("openai", "microsoft"))
        .extracting(Pipe::manner)
        .containsExactly(Manner.CONTRACT, Manner.PAID);
    double paid =
        ShippedMaps.LEDGER.deals().stream()
            .filter(d -> d.payer().equals("openai") && d.payee().equals("microsoft"))
            .filter(d -> d.countable() && d.stage() == Deal.Stage.PAID)
            .mapToDouble(d -> d.amountUsdB().orElse(0))
            .sum();
    assertThat(pipes("openai", "microsoft").getLast().width()).isCloseTo(paid, within(1e-9));
  }

  @Test
  void sharesAreNotCashAndACeilingSaysSo() {
    Pipe shares = pipes("amd", "openai").getFirst();
    assertThat(shares.manner()).isEqualTo(Manner.CONTRACT);
    assertThat(shares.label()).isEqualTo("$34B in shares");
    assertThat(pipes("nvidia", "openai").getFirst().label()).isEqualTo("up to $100B");
    assertThat(pipes("nvidia", "openai").getFirst().manner()).isEqualTo(Manner.INTENT);
  }

  @Test
  void unknownIsDrawnUnknown() {
    assertThat(MAP.pipes())
        .filteredOn(p -> p.manner() == Manner.UNDISCLOSED)
        .isNotEmpty()
        .allMatch(p -> p.amount().isEmpty() && p.label().isEmpty());
    assertThat(MAP.nodes())
        .filteredOn(n -> n.id().equals("figure-ai"))
        .allMatch(n -> n.size().isEmpty());
    assertThat(MAP.pipes()).noneMatch(p -> p.category() == Category.END_USERS);
  }
}
