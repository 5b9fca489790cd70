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

  @Override
  public int run(Session session) {
    session.format(Set.of());
    OpenModel opened = new ModelOpener(session.home()).open(name);
    ReportContent content;
    String page;
    try (Progress _ = session.progress("cli.progress.report")) {
      content = Report.of(opened, scenario, seed, Version.current());
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
}
