package org.tiyun.study.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tiyun.language.Language;
import org.tiyun.language.model.Checked;
import org.tiyun.language.model.Scenario;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.open.OpenModel;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Severity;

/**
 * What is changed for a run: a scenario of the model or a file of the user's, then single settings
 * on top of it.
 *
 * @param scenario id of a scenario beside the model, or a path
 * @param settings {@code name=value} or {@code name[element]=value}, the last one wins
 */
public record ScenarioChoice(Optional<String> scenario, List<String> settings) {

  public static ScenarioChoice base() {
    return new ScenarioChoice(Optional.empty(), List.of());
  }

  public static ScenarioChoice of(String scenario) {
    return new ScenarioChoice(Optional.of(scenario), List.of());
  }

  /** A scenario with the remarks made on it. */
  public record Chosen(Scenario scenario, List<Finding> warnings) {}

  /**
   * The overlay for this model.
   *
   * @throws Failure E0608 there is no such scenario, or whatever the language finds wrong in it
   */
  public Chosen on(OpenModel opened) {
    return on(opened, 1);
  }

  /**
   * The same with the scenario at some of its force; settings hold in full.
   *
   * @param force 0 to 1: how far each number goes from what it was to what the scenario says
   */
  public Chosen on(OpenModel opened, double force) {
    List<Finding> warnings = new ArrayList<>();
    Scenario chosen = Scenario.base();
    if (scenario.isPresent()) {
      OpenModel.ScenarioFile file = file(opened, scenario.get());
      Scenario written =
          sound(opened, Language.scenario(file.shown(), file.text(), opened.model()), warnings);
      chosen = Force.of(written, opened.model(), force);
    }
    if (!settings.isEmpty()) {
      chosen = joined(chosen, sound(opened, Language.settings(settings, opened.model()), warnings));
    }
    return new Chosen(chosen, warnings);
  }

  private static OpenModel.ScenarioFile file(OpenModel opened, String name) {
    for (OpenModel.ScenarioFile file : opened.scenarios()) {
      if (file.id().equals(name)) {
        return file;
      }
    }
    Path path = Path.of(name);
    if (Files.isRegularFile(path)) {
      return ModelOpener.scenarioFile(path);
    }
    String known =
        String.join(", ", opened.scenarios().stream().map(OpenModel.ScenarioFile::id).toList());
    throw new Failure(
        Finding.error("E0608")
            .with("scenario", name)
            .with("model", opened.model().id())
            .with("known", known));
  }

  private static Scenario sound(
      OpenModel opened, Checked<Scenario> checked, List<Finding> warnings) {
    List<Finding> findings = checked.findings().stream().map(f -> inModel(opened, f)).toList();
    findings.stream().filter(f -> f.severity() == Severity.WARNING).forEach(warnings::add);
    return checked.result().orElseThrow(() -> new Failure(findings));
  }

  /** What led to a remark stands in the model, whose files the language knows by name alone. */
  private static Finding inModel(OpenModel opened, Finding finding) {
    List<Finding.Because> because =
        finding.because().stream()
            .map(b ->
                new Finding.Because(
                    b.key(),
                    b.place().map(p -> p.called(opened.folderName() + "/" + p.file())),
                    b.values()))
            .toList();
    return new Finding(
        finding.code(), finding.severity(), finding.place(), finding.values(), because);
  }

  private static Scenario joined(Scenario first, Scenario second) {
    List<Scenario.Change> changes = new ArrayList<>(first.changes());
    changes.addAll(second.changes());
    List<Scenario.InitialValue> initials = new ArrayList<>(first.initials());
    initials.addAll(second.initials());
    String id = first.id().isEmpty() ? second.id() : first.id() + "+" + second.id();
    return new Scenario(id, first.title(), first.hash() + second.hash(), changes, initials);
  }
}
