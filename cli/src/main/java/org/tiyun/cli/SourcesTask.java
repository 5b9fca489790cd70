package org.tiyun.cli;

import java.util.Set;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.sources.Sources;
import org.tiyun.view.json.SourcesJson;
import org.tiyun.view.text.SourcesText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tiyun sources MODEL}: where every number comes from. */
@Command(name = "sources")
final class SourcesTask implements Task {
  @Parameters(
      arity = "0..1",
      paramLabel = "MODEL",
      descriptionKey = "MODEL",
      defaultValue = "ai-loop")
  String name = "ai-loop";

  @Override
  public int run(Session session) {
    Format format = session.format(Set.of(Format.JSON, Format.CSV));
    OpenModel opened = new ModelOpener(session.home()).open(name);
    Sources sources = Sources.of(opened.model());
    session.answer(
        switch (format) {
          case JSON -> SourcesJson.json(opened, sources, Version.current());
          case CSV -> SourcesJson.csv(sources);
          case TEXT -> new SourcesText(session.words()).of(opened, sources);
        });
    session.show(opened.warnings());
    return ExitCode.FINE;
  }
}
