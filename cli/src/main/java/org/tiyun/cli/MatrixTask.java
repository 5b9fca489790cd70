package org.tiyun.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Run;
import org.tiyun.study.matrix.SectorMatrix;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.run.ModelRun;
import org.tiyun.study.run.ScenarioChoice;
import org.tiyun.view.matrix.MatrixData;
import org.tiyun.view.matrix.MatrixTable;
import org.tiyun.view.report.MatrixPage;
import org.tiyun.view.text.Called;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tiyun matrix MODEL}: the transaction-flow matrix and the balance sheet. */
@Command(name = "matrix")
final class MatrixTask implements Task {
  @Parameters(arity = "1", paramLabel = "MODEL", descriptionKey = "MODEL")
  String name = "";

  @Option(names = "--at", paramLabel = "PERIOD", descriptionKey = "at")
  Optional<String> at = Optional.empty();

  @Option(names = "--balance", descriptionKey = "balance")
  boolean balance;

  @Option(names = "--dr-cr", descriptionKey = "dr-cr")
  boolean debitCredit;

  @Option(names = "--md", descriptionKey = "md")
  boolean markdown;

  @Option(names = "--html", descriptionKey = "html")
  boolean html;

  @Option(names = "--scenario", paramLabel = "FILE|ID", descriptionKey = "scenario")
  Optional<String> scenario = Optional.empty();

  @Option(names = "--set", paramLabel = "NAME=VALUE", descriptionKey = "set")
  List<String> settings = new ArrayList<>();

  @Override
  public int run(Session session) {
    Format format = session.format(Set.of(Format.JSON, Format.CSV));
    OpenModel opened = new ModelOpener(session.home()).open(name);
    SectorMatrix matrix = at.isPresent() ? numbers(opened, at.get()) : signs(opened);
    session.answer(
        switch (format) {
          case JSON -> MatrixData.json(matrix, opened.model(), Version.current());
          case CSV -> MatrixData.csv(matrix);
          case TEXT -> text(session, opened, matrix);
        });
    return ExitCode.FINE;
  }

  private SectorMatrix signs(OpenModel opened) {
    return balance ? SectorMatrix.balance(opened.model()) : SectorMatrix.flows(opened.model());
  }

  private SectorMatrix numbers(OpenModel opened, String label) {
    // The opening balance sheet needs no run beyond the first period.
    boolean solved = opened.model().calendar().period(label).orElse(1) >= 1;
    String until = solved ? label : opened.model().calendar().label(1);
    Run run =
        ModelRun.of(
                opened,
                Plan.of(opened.model()),
                new ScenarioChoice(scenario, settings),
                Optional.of(until),
                1)
            .run();
    return balance ? SectorMatrix.balance(run, label) : SectorMatrix.flows(run, label);
  }

  private String text(Session session, OpenModel opened, SectorMatrix matrix) {
    MatrixTable.Signs signs =
        debitCredit ? MatrixTable.Signs.DEBIT_CREDIT : MatrixTable.Signs.PLUS_MINUS;
    MatrixTable table =
        MatrixTable.of(matrix, signs, session.words(), Called.of(opened, session.words())::party);
    if (html) {
      return MatrixPage.of(table, opened.model().title(), session.lang().tag());
    }
    return markdown ? table.markdown() : table.text(session.words());
  }
}
