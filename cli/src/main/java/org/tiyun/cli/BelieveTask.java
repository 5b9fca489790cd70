package org.tiyun.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tiyun.study.believe.BelieveMap;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.run.ScenarioChoice;
import org.tiyun.view.believe.BelieveDrawing;
import org.tiyun.view.json.VerdictJson;
import org.tiyun.view.text.VerdictText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tiyun believe MODEL}: what one must believe for each outcome. */
@Command(name = "believe")
final class BelieveTask implements Task {
  @Parameters(
      arity = "0..1",
      paramLabel = "MODEL",
      descriptionKey = "MODEL",
      defaultValue = "ai-loop")
  String name = "ai-loop";

  @Option(names = "--axes", paramLabel = "A,B[,C]", split = ",", descriptionKey = "axes")
  List<String> axes = new ArrayList<>();

  @Option(names = "--scenario", paramLabel = "FILE|ID", descriptionKey = "scenario")
  Optional<String> scenario = Optional.empty();

  @Option(names = "--set", paramLabel = "NAME=VALUE", descriptionKey = "set")
  List<String> settings = new ArrayList<>();

  @Option(names = "--draws", paramLabel = "N", descriptionKey = "draws", defaultValue = "64")
  int draws = 64;

  @Option(names = "--svg", descriptionKey = "svg")
  boolean svg;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "seed", defaultValue = "1")
  long seed = 1;

  @Override
  public int run(Session session) {
    Format format = session.format(Set.of(Format.JSON));
    OpenModel opened = new ModelOpener(session.home()).open(name);
    BelieveMap map;
    try (Progress progress = session.progress("cli.progress.futures")) {
      map =
          BelieveMap.of(
              opened, new ScenarioChoice(scenario, settings), axes, draws, seed, progress);
    }
    if (svg) {
      session.answer(new BelieveDrawing(session.words(), opened.terms()).alone(map));
    } else {
      session.answer(
          format == Format.JSON
              ? VerdictJson.of(map, Version.current())
              : new VerdictText(session.words(), opened).of(map));
    }
    session.show(opened.warnings());
    return ExitCode.FINE;
  }
}
