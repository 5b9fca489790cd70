package org.tiyun.view.report;

import java.util.ArrayList;
import java.util.List;
import org.tiyun.study.backtest.Backtest;
import org.tiyun.study.backtest.OriginScore;
import org.tiyun.study.backtest.SeriesScore;
import org.tiyun.view.text.BacktestText;

/** How well the model would have foreseen the past: a table of origins, then one for each. */
final class PastChapter {
  private PastChapter() {}

  static String of(Backtest backtest, Speech speech) {
    BacktestText text = new BacktestText(speech.words());
    Html html = new Html();
    html.text("h2", speech.say("report.past.title"));
    html.text("p", speech.say("report.past.about"));
    html.table(speech.say("report.past.origins"), 1, head(speech, true), origins(backtest, speech));
    for (OriginScore origin : backtest.origins()) {
      html.table(text.caption(origin), 1, head(speech, false), series(origin, speech));
      html.text("p", text.verdict(origin, backtest.opened()));
    }
    return html.toString();
  }

  private static List<String> head(Speech speech, boolean origins) {
    List<String> head =
        new ArrayList<>(List.of(speech.say(origins ? "report.past.origin" : "report.past.series")));
    if (origins) {
      head.add(speech.say("report.past.figures"));
    }
    for (String column : List.of("model", "growth", "trend", "average", "held", "interval")) {
      head.add(speech.say("view.backtest." + column));
    }
    return head;
  }

  private static List<List<String>> origins(Backtest backtest, Speech speech) {
    return backtest.origins().stream()
        .map(o ->
            List.of(
                speech.period(o.origin()),
                Integer.toString(o.count()),
                BacktestText.error(o.error()),
                BacktestText.error(o.growthError()),
                BacktestText.error(o.trendError()),
                BacktestText.error(o.averageError()),
                speech.percent(o.coverage()),
                BacktestText.error(o.intervalScore())))
        .toList();
  }

  private static List<List<String>> series(OriginScore origin, Speech speech) {
    List<List<String>> rows = new ArrayList<>();
    for (SeriesScore s : origin.series()) {
      rows.add(
          List.of(
              speech.called().target(s.id()),
              BacktestText.error(s.error()),
              BacktestText.error(s.growthError()),
              BacktestText.error(s.trendError()),
              BacktestText.error(s.averageError()),
              s.covered() + "/" + s.count(),
              BacktestText.error(s.intervalScore())));
    }
    return rows;
  }
}
