package org.tiyun.studio.api;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.tiyun.engine.Engine;
import org.tiyun.engine.Run;
import org.tiyun.engine.RunRequest;
import org.tiyun.studio.shelf.Opened;
import org.tiyun.studio.shelf.Shelf;
import org.tiyun.studio.web.Limits;
import org.tiyun.studio.web.Query;
import org.tiyun.study.run.EventLine;
import org.tiyun.study.run.ModelRun;
import org.tiyun.study.run.ScenarioChoice;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/**
 * What a run was asked to be: {@code m} the model, {@code scenario} one of its own, {@code
 * s.NAME=VALUE} any number of settings, {@code until}, {@code seed}, {@code force} of the scenario.
 *
 * @param settings {@code name=value}, sorted by name so that the same question reads the same
 */
record RunQuery(
    Opened opened,
    Optional<String> scenario,
    List<String> settings,
    Optional<String> until,
    long seed,
    OptionalInt path,
    double force) {

  static RunQuery base(Opened opened) {
    return new RunQuery(
        opened, Optional.empty(), List.of(), Optional.empty(), 1, OptionalInt.empty(), 1);
  }

  /** The same model with another scenario and other settings. */
  RunQuery with(Optional<String> otherScenario, List<String> otherSettings) {
    return new RunQuery(opened, otherScenario, otherSettings, until, seed, path, 1);
  }

  static RunQuery of(Query query, Shelf shelf, Set<String> besides) {
    Opened opened = shelf.model(query.text("m").orElse(Home.MODEL));
    TreeMap<String, String> settings = new TreeMap<>();
    for (String name : query.values().keySet()) {
      if (name.startsWith("s.")) {
        settings.put(name.substring(2), query.text(name).orElse(""));
      } else if (!besides.contains(name)
          && !Set.of("m", "l", "scenario", "until", "seed", "path", "lang").contains(name)) {
        throw Query.wrong(name, query.text(name).orElse(""));
      }
    }
    if (settings.size() > Limits.SETTINGS) {
      throw new Failure(
          Finding.error("E0707").with("asked", settings.size()).with("most", Limits.SETTINGS));
    }
    Optional<String> scenario = query.text("scenario");
    scenario.ifPresent(id -> known(opened, id));
    Optional<String> until = query.text("until");
    until.ifPresent(label -> bounded(opened, label));
    return new RunQuery(
        opened,
        scenario,
        settings.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList(),
        until,
        query.whole("seed", 0, Integer.MAX_VALUE).orElse(1),
        query.whole("path", 0, Integer.MAX_VALUE),
        query.text("force").map(RunQuery::force).orElse(1.0));
  }

  private static double force(String text) {
    try {
      double force = Double.parseDouble(text);
      if (force >= 0 && force <= 1) {
        return force;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw Query.wrong("force", text);
  }

  /** A scenario is named by its id and never by a path, which would open any file. */
  private static void known(Opened opened, String id) {
    List<String> ids = opened.open().scenarios().stream().map(s -> s.id()).toList();
    if (!ids.contains(id)) {
      throw new Failure(
          Finding.error("E0608")
              .with("scenario", id)
              .with("model", opened.id())
              .with("known", String.join(", ", ids)));
    }
  }

  private static void bounded(Opened opened, String label) {
    OptionalInt period = opened.open().model().calendar().period(label);
    if (period.isPresent() && period.getAsInt() > Limits.PERIODS) {
      throw new Failure(
          Finding.error("E0707").with("asked", period.getAsInt()).with("most", Limits.PERIODS));
    }
  }

  ScenarioChoice choice() {
    return new ScenarioChoice(scenario, settings);
  }

  /** The run; of a future of an ensemble where a path is named. */
  ModelRun run() {
    if (path.isPresent()) {
      ScenarioChoice.Chosen chosen = choice().on(opened.open(), force);
      Run run =
          Engine.run(
              opened.plan(), RunRequest.of(chosen.scenario()).seed(seed).path(path.getAsInt()));
      return new ModelRun(opened.open(), run, EventLine.of(run), chosen.warnings());
    }
    return ModelRun.of(
        opened.open(), opened.plan(), choice().on(opened.open(), force), until, seed);
  }

  /** Everything that the answer depends on, so that the same text means the same answer. */
  String identity(String version) {
    return String.join(
        "\n",
        opened.id(),
        opened.open().model().hash(),
        opened.open().ledger().map(l -> l.hash()).orElse(""),
        scenario.orElse(""),
        settings.toString(),
        until.orElse(""),
        Long.toString(seed),
        path.toString(),
        Double.toString(force),
        version);
  }
}
