package org.tiyun.study.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tiyun.circuit.Circuit;
import org.tiyun.circuit.Headline;
import org.tiyun.circuit.matrix.FlowMatrix;
import org.tiyun.engine.Plan;
import org.tiyun.ledger.Ledger;
import org.tiyun.study.brake.Brake;
import org.tiyun.study.brake.BrakeResult;
import org.tiyun.study.mechanism.Mechanisms;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.run.Watcher;
import org.tiyun.study.verdict.Verdict;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/** Gathers what a report says of a model and its ledger. */
public final class Report {
  private Report() {}

  /**
   * The plain report: one run, its brake and the ledger.
   *
   * @param scenario the brake that is shown beside the base case
   * @throws Failure E0610 where the model reads no ledger, and whatever the parts find wrong
   */
  public static ReportContent of(OpenModel opened, String scenario, long seed, String version) {
    return of(opened, scenario, seed, version, List.of());
  }

  /**
   * The full report: the plain one and, where the model has the tables for it, the chapters that
   * need many runs.
   *
   * @param watcher stages are the ids of the chapters
   * @throws Failure as the plain report, and what the chapters find wrong
   */
  public static ReportContent full(
      ModelOpener opener,
      OpenModel opened,
      String scenario,
      long seed,
      String version,
      Watcher watcher) {
    List<Chapter> chapters = Chapters.of(opener, opened, seed, watcher);
    return of(opened, scenario, seed, version, chapters);
  }

  /** The report with chapters that are at hand. */
  public static ReportContent of(
      OpenModel opened, String scenario, long seed, String version, List<Chapter> chapters) {
    Ledger ledger =
        opened
            .ledger()
            .orElseThrow(
                () -> new Failure(Finding.error("E0610").with("model", opened.model().id())));
    List<Headline> years =
        FlowMatrix.years(ledger).stream()
            .sorted()
            .map(year -> Circuit.of(ledger, OptionalInt.of(year)).headline())
            .toList();
    Circuit latest = Circuit.of(ledger, OptionalInt.empty());
    Plan plan = Plan.of(opened.model());
    BrakeResult brake = Brake.of(opened, plan, scenario, seed);
    return new ReportContent(
        years,
        latest,
        brake,
        ChartList.verdict(brake),
        ChartList.of(opened, brake.base(), brake.braked()),
        Mechanisms.of(brake, latest, verdict(chapters)),
        BrakeReading.all(opened, plan, brake, seed),
        Assumption.of(opened.model()),
        chapters,
        version);
  }

  private static Optional<Verdict> verdict(List<Chapter> chapters) {
    return chapters.stream()
        .filter(Chapter.Shares.class::isInstance)
        .map(c -> ((Chapter.Shares) c).verdict())
        .findFirst();
  }
}
