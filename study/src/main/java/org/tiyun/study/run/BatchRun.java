package org.tiyun.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tiyun.engine.Batch;
import org.tiyun.engine.BatchRequest;
import org.tiyun.engine.Engine;
import org.tiyun.engine.Path;
import org.tiyun.engine.Plan;
import org.tiyun.language.model.Scenario;
import org.tiyun.study.open.OpenModel;
import org.tiyun.words.Finding;
import org.tiyun.words.Severity;

/**
 * A model run many times, each time with other draws: who wants the paths gets them one by one.
 *
 * @param request what is run
 * @param variables positions of the variables kept, in the order of the outputs of a path
 * @param warnings what was remarked on the model and the scenario
 */
public record BatchRun(
    OpenModel opened,
    Plan plan,
    BatchRequest request,
    List<Integer> variables,
    List<Finding> warnings) {

  /** Numbers of one block of paths that are kept at most, so that memory stays small. */
  private static final long BLOCK = 2_000_000;

  /** How large a batch is and who draws it. */
  public record Size(long draws, long seed, Optional<Integer> threads) {}

  /**
   * Prepares a batch.
   *
   * @param until label of the last period to solve; empty: the model's own horizon
   * @throws org.tiyun.words.Failure where the scenario is unsound or the period unknown
   */
  public static BatchRun of(
      OpenModel opened,
      Plan plan,
      ScenarioChoice choice,
      Optional<String> until,
      List<Integer> variables,
      Size size) {
    ScenarioChoice.Chosen chosen = choice.on(opened);
    BatchRequest request =
        BatchRequest.of(size.draws(), size.seed(), variables).scenario(chosen.scenario());
    if (until.isPresent()) {
      request = request.until(ModelRun.last(opened.model().calendar(), until.get()));
    }
    if (size.threads().isPresent()) {
      request = request.threads(size.threads().get());
    }
    long each = (long) variables.size() * (periods(opened, request) + 1);
    request = request.lanes((int) Math.max(4, Math.min(128, BLOCK / Math.max(1, each))));
    List<Finding> warnings = new ArrayList<>(opened.warnings());
    warnings.addAll(chosen.warnings());
    boolean drawn = opened.model().inputs().stream().anyMatch(i -> i.draws().isPresent());
    if (!drawn && opened.model().streams().isEmpty()) {
      warnings.add(
          new Finding(
              "E0342",
              Severity.WARNING,
              Optional.empty(),
              Map.of("model", opened.model().id()),
              List.of()));
    }
    return new BatchRun(opened, plan, request, variables, List.copyOf(warnings));
  }

  public int periods() {
    return periods(opened, request);
  }

  private static int periods(OpenModel opened, BatchRequest request) {
    return request.periods().orElse(opened.model().calendar().horizon());
  }

  public Scenario scenario() {
    return request.scenario();
  }

  /** Runs it; paths come in the order of their numbers, in the caller's thread. */
  public Batch run(Consumer<Path> consumer) {
    return Engine.batch(plan, request, consumer);
  }

  /** The same with somebody who hears how far it is, or stops it. */
  public BatchRun watched(
      BatchRequest.Progress progress, java.util.function.BooleanSupplier cancelled) {
    return new BatchRun(
        opened, plan, request.progress(progress).cancelledWhen(cancelled), variables, warnings);
  }
}
