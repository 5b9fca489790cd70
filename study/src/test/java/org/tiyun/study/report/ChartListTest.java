package org.tiyun.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tiyun.engine.Engine;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Run;
import org.tiyun.engine.RunRequest;
import org.tiyun.study.Folder;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;

/** The charts of a model whose record is yearly and goes on beside the run. */
class ChartListTest {
  @Test
  void aYearsFigureStandsInItsLastQuarter() {
    OpenModel opened = new ModelOpener(Folder.SHIPPED).open("chengtou");
    Run run = Engine.run(Plan.of(opened.model()), RunRequest.base());
    ChartData land =
        ChartList.of(opened, run, run).stream()
            .filter(chart -> chart.id().equals("land"))
            .findFirst()
            .orElseThrow();
    double[] past = land.lines().get(0).past();
    // 2008 lies before the run; series.csv has 4869.9 billion yuan for 2024, and no quarters.
    assertThat(land.periods().get(0)).isEqualTo("2008Q4");
    assertThat(past[land.periods().indexOf("2008Q4")]).isEqualTo(991.6);
    assertThat(past[land.periods().indexOf("2024Q4")]).isEqualTo(4869.9);
    assertThat(past[land.periods().indexOf("2024Q3")]).isNaN();
    assertThat(past[land.periods().indexOf("2026Q4")]).isNaN();
  }
}
