package org.tiyun.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Run;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.run.BatchRun;
import org.tiyun.study.run.ModelRun;
import org.tiyun.study.run.Outputs;
import org.tiyun.study.run.ScenarioChoice;
import org.tiyun.view.json.RunCsv;
import org.tiyun.view.json.RunJson;
import org.tiyun.view.text.RunText;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tiyun run MODEL}: the machine runs forward. */
@Command(name = "run")
final class RunTask implements Task {
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

  @Option(names = "--until", paramLabel = "PERIOD", descriptionKey = "until")
  Optional<String> until = Optional.empty();

  @Option(names = "--out", paramLabel = "VARIABLE", split = ",", descriptionKey = "out")
  List<String> outputs = new ArrayList<>();

  @Option(names = "--history", descriptionKey = "history")
  boolean history;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "seed", defaultValue = "1")
  long seed = 1;

  @Option(names = "--draws", paramLabel = "N", descriptionKey = "draws")
  Optional<Long> draws = Optional.empty();

  @Option(names = "--threads", paramLabel = "N", descriptionKey = "threads")
  Optional<Integer> threads = Optional.empty();

  @Override
  public int run(Session session) {
    Format format = session.formatOrColumns(Set.of(Format.JSON, Format.CSV));
    atLeastOne("--draws", draws);
    atLeastOne("--threads", threads.map(Integer::longValue));
    OpenModel opened = new ModelOpener(session.home()).open(name);
    if (draws.isPresent()) {
      List<Integer> shown =
          format == Format.TEXT && outputs.isEmpty()
              ? Outputs.main(opened)
              : Outputs.named(opened, outputs);
      BatchRun.Size size = new BatchRun.Size(draws.get(), seed, threads);
      ScenarioChoice choice = new ScenarioChoice(scenario, settings);
      Plan plan = Plan.of(opened.model());
      new RunBatch(session, format, history)
          .answer(BatchRun.of(opened, plan, choice, until, shown, size));
      return ExitCode.FINE;
    }
    try (Progress _ = session.progress("cli.progress.run")) {
      Plan plan = Plan.of(opened.model());
      ModelRun answer =
          ModelRun.of(opened, plan, new ScenarioChoice(scenario, settings), until, seed);
      Run run = answer.run();
      List<Integer> shown = Outputs.named(opened, outputs);
      if (session.inColumns()) {
        RunColumns table = new RunColumns(run.model(), shown, history, run.periods());
        session.columns(RunColumns.ofRun(), out -> table.write(run, out));
      } else {
        session.answer(
            switch (format) {
              case JSON -> RunJson.of(opened, run, shown, history, Version.current());
              case CSV -> RunCsv.of(run, shown, history);
              case TEXT ->
                  new RunText(session.words(), opened)
                      .of(
                          run,
                          answer.events(),
                          outputs.isEmpty() ? Outputs.main(opened) : shown,
                          Version.current());
            });
      }
      session.show(answer.warnings());
    }
    return ExitCode.FINE;
  }

  private static void atLeastOne(String option, Optional<Long> value) {
    if (value.isPresent() && value.get() < 1) {
      throw new Failure(
          Finding.error("E0113")
              .with("value", value.get())
              .with("option", option)
              .with("command", "tiyun run"));
    }
  }
}
