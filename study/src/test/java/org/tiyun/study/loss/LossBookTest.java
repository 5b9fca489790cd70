package org.tiyun.study.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiyun.engine.Engine;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Run;
import org.tiyun.engine.RunRequest;
import org.tiyun.study.Folder;

/** A builder owes 10 to a fund, and the fund 10 to savers; 3 are written off. */
class LossBookTest {
  @TempDir Path root;

  @Test
  void whatAFundPassesOnIsNoSecondLoss() {
    LossBook.Loss loss = loss("3");
    assertThat(loss.written()).containsExactly(Map.entry("fund", 3.0));
    assertThat(loss.passed()).containsExactly(Map.entry("savers", 3.0));
    assertThat(loss.total()).isCloseTo(3, within(1e-12));
  }

  @Test
  void whatSaversLoseBeyondTheFundsOwnLossIsALossOfTheirs() {
    LossBook.Loss loss = loss("4");
    assertThat(loss.passed()).containsExactly(Map.entry("savers", 3.0));
    assertThat(loss.byHolder()).containsEntry("fund", 3.0).containsEntry("savers", 1.0);
  }

  @Test
  void ofTheShippedMachineNothingIsCountedTwice() {
    var opened = Folder.SHIPPED;
    var model = new org.tiyun.study.open.ModelOpener(opened).open("chengtou");
    var choice = org.tiyun.study.run.ScenarioChoice.of("backstop_off").on(model);
    Run run = Engine.run(Plan.of(model.model()), RunRequest.of(choice.scenario()));
    LossBook.Loss loss = LossBook.of(model.model()).losses(run.values());
    double funds = loss.written().get("bond_funds") + loss.written().get("trusts");
    assertThat(funds).isPositive();
    assertThat(loss.passed()).containsOnlyKeys("economy");
    assertThat(loss.passed().get("economy")).isCloseTo(funds, within(1e-6));
    assertThat(loss.written()).doesNotContainKey("economy");
  }

  private LossBook.Loss loss(String ofSavers) {
    Folder folder =
        new Folder(root)
            .with(
                "models/chain/chain.tiyun",
                """
                model chain "A fund between a builder and savers"
                step quarter
                horizon 4
                sector builder, fund, savers, bank
                claim money issued by bank unit "bn USD"
                claim loan issued by builder unit "bn USD"
                claim share issued by fund unit "bn USD"
                settle money
                initial loan[fund] = 10
                initial share[savers] = 10
                revalue written : loan[fund] = if(t = 2, -3, 0)
                revalue through : share[savers] = if(t = 2, -%s, 0)
                flow pays : bank -> builder = 1
                flow back : builder -> bank = 1
                """
                    .formatted(ofSavers));
    var model = folder.open("chain").model();
    Run run = Engine.run(Plan.of(model), RunRequest.base());
    return LossBook.of(model).losses(run.values());
  }
}
