package org.tiyun.view.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.tiyun.circuit.Circuit;
import org.tiyun.study.run.EventLine;
import org.tiyun.study.run.Outputs;
import org.tiyun.view.Shipped;
import org.tiyun.words.Lang;
import org.tiyun.words.Words;

/** What a person reads at the terminal. */
class AnswersTest {
  private static final Circuit CIRCUIT =
      Circuit.of(Shipped.MODEL.ledger().orElseThrow(), OptionalInt.of(2025));

  /** The figures are those of the balanced matrix of 2025, published with its method. */
  @Test
  void theMapSaysHowMuchNeverLeaves() {
    assertThat(new MapText(Words.in(Lang.EN)).of(CIRCUIT))
        .contains("Cash paid in 2025, balanced: $537B entered the circle.")
        .contains("Of $100 of Nvidia's sales, $5.2 was end users' money in the end.")
        .contains("Of $100 that Nvidia paid out, $0.89 came back to it within the year.")
        .contains("one-way pipe: at most $39.5B can have gone round, 4.9% of all payments")
        .contains("L1   Amazon (AWS) > Anthropic >")
        .contains("next: tiyun run ai-loop");
    assertThat(new MapText(Words.in(Lang.ZH)).of(CIRCUIT)).contains("5370亿美元", "单向管道");
  }

  @Test
  void aRunTellsWhatHappensInOrderAndThatItsBooksBalance() {
    RunText text = new RunText(Words.in(Lang.EN), Shipped.MODEL);
    String run =
        text.of(
            Shipped.BRAKE.base(), Shipped.BRAKE.baseEvents(), Outputs.main(Shipped.MODEL), "1.2.3");
    assertThat(run)
        .startsWith("ai-loop@" + Shipped.MODEL.model().hash())
        .contains("seed 1", "version 1.2.3", "28 periods, 2026Q1 to 2032Q4")
        .contains("capital spending of the five large")
        .contains("limit 1e-9");
    String brake = text.of(Shipped.BRAKE, Outputs.main(Shipped.MODEL), "1.2.3");
    int at = brake.indexOf("With the brake");
    for (EventLine event : Shipped.BRAKE.events()) {
      int next = brake.indexOf(event.period(), at);
      assertThat(next).as(event.toString()).isGreaterThanOrEqualTo(at);
      at = next;
    }
    assertThat(
            new RunText(Words.in(Lang.ZH), Shipped.MODEL)
                .of(Shipped.BRAKE, Outputs.main(Shipped.MODEL), "1"))
        .contains("五大云厂商资本开支（十亿美元）");
  }
}
