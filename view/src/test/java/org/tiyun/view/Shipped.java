package org.tiyun.view;

import java.nio.file.Path;
import org.tiyun.study.brake.Brake;
import org.tiyun.study.brake.BrakeResult;
import org.tiyun.study.open.Home;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.report.Report;
import org.tiyun.study.report.ReportContent;

/** The shipped model, opened and run once for all tests of the module. */
public final class Shipped {
  public static final OpenModel MODEL = new ModelOpener(new Home(Path.of(".."))).open("ai-loop");
  public static final BrakeResult BRAKE = Brake.of(MODEL, Brake.USUAL, 1);
  public static final ReportContent REPORT = Report.of(MODEL, Brake.USUAL, 1, "test");

  private Shipped() {}
}
