package org.tiyun.cli;

import java.util.Set;
import org.tiyun.study.ablation.Ablation;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.view.json.VerdictJson;
import org.tiyun.view.text.AblationText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tiyun ablate MODEL}: each mechanism off in turn, and what that changes. */
@Command(name = "ablate")
final class AblateTask implements Task {
  @Parameters(
      arity = "0..1",
      paramLabel = "MODEL",
      descriptionKey = "MODEL",
      defaultValue = "ai-loop")
  String name = "ai-loop";

  @Option(names = "--draws", paramLabel = "N", descriptionKey = "draws", defaultValue = "500")
  int draws = 500;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "seed", defaultValue = "1")
  long seed = 1;

  @Override
  public int run(Session session) {
    Format format = session.format(Set.of(Format.JSON));
    OpenModel opened = new ModelOpener(session.home()).open(name);
    Ablation ablation;
    try (Progress progress = session.progress("cli.progress.ablate")) {
      ablation = Ablation.of(opened, draws, seed, progress);
    }
    session.answer(
        format == Format.JSON
            ? VerdictJson.of(ablation, Version.current())
            : new AblationText(session.words(), ablation).text());
    session.show(opened.warnings());
    return ExitCode.FINE;
  }
}
