package org.tiyun.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.run.ScenarioChoice;
import org.tiyun.study.verdict.Verdict;
import org.tiyun.view.json.VerdictJson;
import org.tiyun.view.text.VerdictText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tiyun verdict MODEL}: what becomes of it, over ten thousand futures. */
@Command(name = "verdict")
final class VerdictTask implements Task {
  @Parameters(
      arity = "0..1",
      paramLabel = "MODEL",
      descriptionKey = "MODEL",
      defaultValue = "ai-loop")
  String name = "ai-loop";

  @Option(names = "--scenario", paramLabel = "FILE|ID", descriptionKey = "scenario")
  Optional<String> scenario = Optional.empty();

  @Option(names = "--set", paramLabel = "NAME=VALUE", descriptionKey = "set")
  List<String> settings = new ArrayList<>();

  @Option(names = "--draws", paramLabel = "N", descriptionKey = "draws", defaultValue = "10000")
  int draws = 10_000;

  @Option(names = "--thresholds", paramLabel = "FILE", descriptionKey = "thresholds")
  Optional<String> thresholds = Optional.empty();

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "seed", defaultValue = "1")
  long seed = 1;

  @Override
  public int run(Session session) {
    Format format = session.format(Set.of(Format.JSON));
    OpenModel opened = new ModelOpener(session.home()).open(name);
    Verdict verdict;
    try (Progress progress = session.progress("cli.progress.futures")) {
      verdict =
          Verdict.of(
              opened, new ScenarioChoice(scenario, settings), draws, seed, thresholds, progress);
    }
    session.answer(
        format == Format.JSON
            ? VerdictJson.of(verdict, Version.current())
            : new VerdictText(session.words(), opened).of(verdict));
    session.show(opened.warnings());
    return ExitCode.FINE;
  }
}
