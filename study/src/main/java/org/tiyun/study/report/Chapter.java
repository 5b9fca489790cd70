package org.tiyun.study.report;

import org.tiyun.study.backtest.Backtest;
import org.tiyun.study.believe.BelieveMap;
import org.tiyun.study.twin.TwinResult;
import org.tiyun.study.verdict.Verdict;

/**
 * A chapter of the full report: an answer that takes longer than the plain report may. A further
 * chapter is a record here, how it is made in {@link Chapters}, and its page in {@code
 * ChapterSection} of the view, which the compiler asks for.
 */
public sealed interface Chapter {

  /** What becomes of it, over many futures. */
  record Shares(Verdict verdict) implements Chapter {}

  /** What one must believe for each outcome. */
  record Beliefs(BelieveMap map) implements Chapter {}

  /** How well the model would have foreseen the past. */
  record Past(Backtest backtest) implements Chapter {}

  /** The model beside other machines, on one clock. */
  record Machines(TwinResult twin) implements Chapter {}
}
