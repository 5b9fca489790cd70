package org.tiyun.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Run;
import org.tiyun.study.Folder;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;

/** What docs/theory/telecom-2000.md says of the year in which outside money stops. */
class TelecomFallTest {
  private static Run run;

  @BeforeAll
  static void windowShuts() {
    OpenModel opened = new ModelOpener(Folder.SHIPPED).open("telecom-2000");
    run =
        ModelRun.of(
                opened,
                Plan.of(opened.model()),
                ScenarioChoice.of("window-shuts"),
                Optional.empty(),
                1)
            .run();
  }

  private static double at(String variable, String period) {
    return run.values()[
        run.model().variables().stream()
            .filter(v -> v.name().toString().equals(variable))
            .findFirst()
            .orElseThrow()
            .id()][
        run.model().calendar().period(period).orElseThrow()];
  }

  private static double year(String variable, int year) {
    double sum = 0;
    for (int q = 1; q <= 4; q++) {
      sum += at(variable, year + "Q" + q);
    }
    return sum;
  }

  @Test
  void incumbentsCutWhenNobodyIsLeftToAnswer() {
    assertThat(year("capex_all", 2001) / year("capex_all", 2000)).isBetween(0.75, 0.9);
    assertThat(year("capex_all", 2002) / year("capex_all", 2001)).isBetween(0.7, 0.85);
  }

  @Test
  void vendorsSellMuchLessSinceStoresAreEmptiedAndUsedGearIsSold() {
    assertThat(at("vendor_sales", "2002Q2") / at("vendor_sales", "2000Q3")).isBetween(0.5, 0.6);
    assertThat(at("used[early]", "2002Q2")).isPositive();
    assertThat(at("incumbent_orders", "2001Q3")).isLessThan(at("incumbent_capex", "2001Q3"));
  }

  @Test
  void whatIsSoldOffIsPaidForAndLeavesTheSeller() {
    double left =
        at("network[early]", "2002Q1") * (1 - 0.03)
            + at("bought[early]", "2002Q2")
            - at("used[early]", "2002Q2");
    assertThat(at("network[early]", "2002Q2")).isEqualTo(left);
    assertThat(at("used_gear[early]", "2002Q2")).isEqualTo(0.3 * at("used[early]", "2002Q2"));
  }
}
