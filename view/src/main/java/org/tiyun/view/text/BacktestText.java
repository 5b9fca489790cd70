package org.tiyun.view.text;

import org.tiyun.study.backtest.Backtest;
import org.tiyun.study.backtest.OriginScore;
import org.tiyun.study.backtest.SeriesScore;
import org.tiyun.study.open.OpenModel;
import org.tiyun.words.Words;

/** The answer of {@code tiyun backtest} for a person: one table for each origin. */
public final class BacktestText {
  private final Words words;
  private final Figures figures;

  public BacktestText(Words words) {
    this.words = words;
    this.figures = new Figures(words.lang());
  }

  public String of(Backtest backtest) {
    StringBuilder out = new StringBuilder();
    OpenModel opened = backtest.opened();
    out.append(opened.model().id()).append('@').append(opened.model().hash());
    opened.ledger().ifPresent(l -> out.append("  ").append(l.id()).append('@').append(l.hash()));
    out.append("\n").append(Columns.paragraph(words.text("view.backtest.about"))).append('\n');
    for (OriginScore origin : backtest.origins()) {
      out.append(origin(origin, opened)).append('\n');
    }
    return out.toString();
  }

  private String origin(OriginScore origin, OpenModel opened) {
    StringBuilder out = new StringBuilder();
    out.append(caption(origin)).append('\n');
    TextTable table = new TextTable(1);
    table.row(
        "",
        words.text("view.backtest.model"),
        words.text("view.backtest.growth"),
        words.text("view.backtest.trend"),
        words.text("view.backtest.average"),
        words.text("view.backtest.held"),
        words.text("view.backtest.interval"));
    for (SeriesScore s : origin.series()) {
      table.row(
          Called.of(opened, words).target(s.id()),
          error(s.error()),
          error(s.growthError()),
          error(s.trendError()),
          error(s.averageError()),
          s.covered() + "/" + s.count(),
          error(s.intervalScore()));
    }
    table.row(
        words.text("view.backtest.mean"),
        error(origin.error()),
        error(origin.growthError()),
        error(origin.trendError()),
        error(origin.averageError()),
        figures.percent(origin.coverage()),
        error(origin.intervalScore()));
    return out.append(table.text(Columns.TERMINAL))
        .append(Columns.paragraph(verdict(origin, opened)))
        .toString();
  }

  /** From where to where, and how many draws the estimation kept. */
  public String caption(OriginScore origin) {
    return words.say(
        "view.backtest.origin",
        "origin",
        figures.period(origin.origin()),
        "end",
        figures.period(origin.end()),
        "kept",
        figures.count(origin.kept()));
  }

  /** Where the model loses, and on which side it misses. */
  public String verdict(OriginScore origin, OpenModel opened) {
    return words.say(
        "view.backtest.verdict",
        "loses",
        losses(origin, opened),
        "above",
        figures.percent(origin.missesAbove()));
  }

  /** The series on which a naive forecast was nearer than the model. */
  private String losses(OriginScore origin, OpenModel opened) {
    String lost =
        String.join(
            words.text("view.backtest.comma"),
            origin.series().stream()
                .filter(SeriesScore::loses)
                .map(s -> Called.of(opened, words).target(s.id()))
                .toList());
    return lost.isEmpty() ? words.text("view.backtest.nothing") : lost;
  }

  /** An error in logarithms; empty where there is none. */
  public static String error(double value) {
    return Double.isNaN(value) ? "" : String.format(java.util.Locale.ROOT, "%.2f", value);
  }
}
