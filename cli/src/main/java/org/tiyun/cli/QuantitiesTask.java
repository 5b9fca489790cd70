package org.tiyun.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.quantity.Quantities;
import org.tiyun.study.quantity.Quantity;
import org.tiyun.study.run.ScenarioChoice;
import org.tiyun.view.json.QuantitiesJson;
import org.tiyun.view.text.QuantitiesText;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tiyun quantities MODEL}: the eighteen quantities, over time and by firm. */
@Command(name = "quantities")
final class QuantitiesTask implements Task {
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

  @Option(names = "--at", paramLabel = "PERIOD", descriptionKey = "at")
  Optional<String> at = Optional.empty();

  @Option(names = "--explain", paramLabel = "ID", descriptionKey = "explain")
  Optional<String> explain = Optional.empty();

  @Option(names = "--draws", paramLabel = "N", descriptionKey = "draws", defaultValue = "0")
  int draws;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "seed", defaultValue = "1")
  long seed = 1;

  @Override
  public int run(Session session) {
    Format format = session.format(Set.of(Format.JSON, Format.CSV));
    Optional<Quantity> wanted = explain.map(QuantitiesTask::quantity);
    OpenModel opened = new ModelOpener(session.home()).open(name);
    Quantities quantities;
    try (Progress _ = session.progress("cli.progress.run")) {
      quantities = Quantities.of(opened, new ScenarioChoice(scenario, settings), at, draws, seed);
    }
    QuantitiesText text = new QuantitiesText(session.words(), quantities);
    session.answer(
        switch (format) {
          case JSON -> QuantitiesJson.of(quantities, wanted.isPresent(), Version.current());
          case CSV -> QuantitiesJson.csv(quantities);
          case TEXT -> wanted.map(text::explained).orElseGet(text::all);
        });
    session.show(opened.warnings());
    return ExitCode.FINE;
  }

  private static Quantity quantity(String said) {
    List<String> known = new ArrayList<>();
    for (Quantity quantity : Quantity.values()) {
      known.add(quantity.word());
    }
    return Quantity.of(said)
        .orElseThrow(() ->
            new Failure(
                Finding.error("E0654").with("said", said).with("known", String.join(", ", known))));
  }
}
