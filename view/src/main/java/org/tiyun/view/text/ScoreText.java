package org.tiyun.view.text;

import java.util.List;
import org.tiyun.study.backtest.ForecastScore;
import org.tiyun.study.open.OpenModel;
import org.tiyun.words.Words;

/** Frozen forecasts and how they did, for a person at a terminal. */
public final class ScoreText {
  private ScoreText() {}

  public static String of(OpenModel opened, List<ForecastScore> scores, Words words) {
    Figures figures = new Figures(words.lang());
    Called called = Called.of(opened, words);
    StringBuilder out = new StringBuilder();
    for (ForecastScore score : scores) {
      out.append(score.file()).append("  ").append(score.model()).append('\n');
      TextTable table = new TextTable(1);
      table.row(
          "",
          words.text("view.score.quarters"),
          words.text("view.backtest.held"),
          words.text("view.score.error"),
          words.text("view.score.crps"),
          words.text("view.backtest.growth"),
          words.text("view.backtest.trend"));
      for (ForecastScore.Series s : score.series()) {
        table.row(
            called.target(s.target()),
            figures.count(s.quarters()),
            s.covered() + "/" + s.quarters(),
            BacktestText.error(s.error()),
            BacktestText.error(s.crps()),
            BacktestText.error(s.growth()),
            BacktestText.error(s.trend()));
      }
      out.append(table.text())
          .append(words.say("view.score.coverage", "share", figures.percent(score.coverage())))
          .append("\n\n");
    }
    return out.append(words.text("view.score.foot")).append('\n').toString();
  }
}
