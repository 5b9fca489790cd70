package org.tiyun.cli;

import java.nio.file.Path;
import java.util.Set;
import org.tiyun.study.brake.Brake;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.report.Report;
import org.tiyun.study.report.ReportContent;
import org.tiyun.view.report.ReportPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tiyun report}: the whole road in one page, and its verdict in the terminal. */
@Command(name = "report")
final class ReportTask implements Task {
  @Parameters(
      arity = "0..1",
      paramLabel = "MODEL",
      descriptionKey = "MODEL",
      defaultValue = "ai-loop")
  String name = "ai-loop";

  @Option(names = "--scenario", paramLabel = "FILE|ID", descriptionKey = "scenario")
  String scenario = Brake.USUAL;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "seed", defaultValue = "1")
  long seed = 1;

  @Option(names = "--full", descriptionKey = "full")
  boolean full;

  @Override
  public int run(Session session) {
    session.format(Set.of());
    ModelOpener opener = new ModelOpener(session.home());
    OpenModel opened = opener.open(name);
    ReportContent content;
    String page;
    if (full) {
      session.say("cli.report.full");
    }
    try (Progress progress = session.progress(part -> doing(session, part))) {
      content =
          full
              ? Report.full(opener, opened, scenario, seed, Version.current(), progress)
              : Report.of(opened, scenario, seed, Version.current());
      page = ReportPage.of(content, session.words());
    }
    Path file = session.output().orElse(Path.of("tiyun-report-" + session.lang().tag() + ".html"));
    session.write(file, page);
    for (String sentence : ReportPage.verdict(content, session.words())) {
      session.tell(sentence + "\n");
    }
    session.say("cli.report.written", "file", file.toString());
    return ExitCode.FINE;
  }

  /** Stages of the full report are its chapters. */
  private static String doing(Session session, Progress.Part part) {
    return part.stage().isEmpty()
        ? session.words().text("cli.progress.report")
        : session.said(
            session.words().text("report.full." + part.stage()),
            new Progress.Part("", part.done(), part.of()));
  }
}
