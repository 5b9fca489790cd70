package org.tiyun.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tiyun.study.backtest.Backtest;
import org.tiyun.study.backtest.Settings;
import org.tiyun.study.believe.BelieveMap;
import org.tiyun.study.brake.Brake;
import org.tiyun.study.brake.BrakeResult;
import org.tiyun.study.open.Home;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.report.Report;
import org.tiyun.study.report.ReportContent;
import org.tiyun.study.run.ScenarioChoice;
import org.tiyun.study.run.Watcher;
import org.tiyun.study.twin.Twin;
import org.tiyun.study.twin.TwinResult;
import org.tiyun.study.verdict.Verdict;

/** The shipped model, opened and run once for all tests of the module. */
public final class Shipped {
  public static final ModelOpener OPENER = new ModelOpener(new Home(Path.of("..")));
  public static final OpenModel MODEL = OPENER.open("ai-loop");
  public static final BrakeResult BRAKE = Brake.of(MODEL, Brake.USUAL, 1);
  public static final ReportContent REPORT = Report.of(MODEL, Brake.USUAL, 1, "test");

  private Shipped() {}

  /** Answers over a few draws, where the real ones have thousands. */
  public static final class Few {
    public static final Verdict VERDICT =
        Verdict.of(MODEL, ScenarioChoice.base(), 200, 1, Optional.empty());
    public static final BelieveMap BELIEFS =
        BelieveMap.of(MODEL, ScenarioChoice.base(), List.of(), 1, 1);
    public static final Backtest BACKTEST =
        Backtest.of(OPENER, MODEL, Settings.of(MODEL).draws(200, 0.1), Watcher.NOBODY);

    public static final TwinResult TWIN =
        Twin.of(OPENER.home(), List.of("ai-loop", "chengtou", "telecom-2000"), Map.of(), 1, 4, 2);

    private Few() {}
  }
}
