package org.tiyun.view.report;

import org.tiyun.study.report.Chapter;

/** The chapters of the full report, each with a heading of its own; they are printed. */
final class ChapterSection {
  private ChapterSection() {}

  static String of(Chapter chapter, Speech speech) {
    return switch (chapter) {
      case Chapter.Shares shares -> SharesChapter.of(shares.verdict(), speech);
      case Chapter.Beliefs beliefs -> BeliefsChapter.of(beliefs.map(), speech);
      case Chapter.Past past -> PastChapter.of(past.backtest(), speech);
      case Chapter.Machines machines -> new MachinesChapter(machines.twin(), speech).page();
    };
  }
}
