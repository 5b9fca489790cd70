package org.tiyun.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tiyun.study.brake.Brake;
import org.tiyun.study.brake.BrakeTable;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.run.Outputs;
import org.tiyun.view.json.BrakeJson;
import org.tiyun.view.text.BrakeText;
import org.tiyun.view.text.RunText;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tiyun brake MODEL}: who fails when, and what changes, if a brake is pulled. */
@Command(name = "brake")
final class BrakeTask implements Task {
  @Parameters(
      arity = "0..1",
      paramLabel = "MODEL",
      descriptionKey = "MODEL",
      defaultValue = "ai-loop")
  String name = "ai-loop";

  @Option(names = "--scenario", paramLabel = "FILE|ID", descriptionKey = "scenario")
  Optional<String> scenario = Optional.empty();

  @Option(names = "--all", descriptionKey = "all")
  boolean all;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "seed", defaultValue = "1")
  long seed = 1;

  @Override
  public int run(Session session) {
    Format format = session.format(Set.of(Format.JSON));
    OpenModel opened = new ModelOpener(session.home()).open(name);
    List<String> chosen = chosen(opened);
    BrakeTable table;
    try (Progress progress = session.progress("cli.progress.brake")) {
      table = BrakeTable.of(opened, chosen, seed, progress);
    }
    if (format == Format.JSON) {
      session.answer(BrakeJson.of(table, Version.current()));
    } else if (chosen.size() == 1) {
      String run =
          new RunText(session.words(), opened)
              .of(table.cases().get(0).result(), Outputs.main(opened), Version.current());
      session.answer(run + "\n" + new BrakeText(session.words(), table).single());
    } else {
      session.answer(new BrakeText(session.words(), table).all());
    }
    session.show(opened.warnings());
    return ExitCode.FINE;
  }

  /** The scenario named, or all of the model's, or its first. */
  private List<String> chosen(OpenModel opened) {
    List<String> known = opened.scenarios().stream().map(OpenModel.ScenarioFile::id).toList();
    if (scenario.isPresent() && !all) {
      return List.of(scenario.get());
    }
    if (known.isEmpty()) {
      throw new Failure(Finding.error("E0611").with("model", opened.model().id()));
    }
    if (all) {
      return known;
    }
    return Brake.usual(opened).stream().toList();
  }
}
