package org.tiyun.study.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tiyun.engine.Engine;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Run;
import org.tiyun.engine.RunRequest;
import org.tiyun.language.model.Calendar;
import org.tiyun.study.open.OpenModel;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/**
 * A model run once.
 *
 * @param events what happened, by period
 * @param warnings what was remarked on the model and the scenario
 */
public record ModelRun(OpenModel opened, Run run, List<EventLine> events, List<Finding> warnings) {

  /**
   * Runs a model.
   *
   * @param until label of the last period to solve; empty: the model's own horizon
   * @throws Failure where the scenario is unsound, the period unknown or the run fails
   */
  public static ModelRun of(
      OpenModel opened, Plan plan, ScenarioChoice choice, Optional<String> until, long seed) {
    return of(opened, plan, choice.on(opened), until, seed);
  }

  /** The same where the scenario is made already. */
  public static ModelRun of(
      OpenModel opened,
      Plan plan,
      ScenarioChoice.Chosen chosen,
      Optional<String> until,
      long seed) {
    RunRequest request = RunRequest.of(chosen.scenario()).seed(seed);
    Run run =
        Engine.run(
            plan,
            until.isEmpty() ? request : request.until(last(plan.model().calendar(), until.get())));
    List<Finding> warnings = new java.util.ArrayList<>(opened.warnings());
    warnings.addAll(chosen.warnings());
    return new ModelRun(opened, run, EventLine.of(run), List.copyOf(warnings));
  }

  static int last(Calendar calendar, String label) {
    OptionalInt period = calendar.period(label);
    if (period.isEmpty() || period.getAsInt() < 1) {
      throw new Failure(
          Finding.error("E0104").with("period", label).with("first", calendar.label(1)));
    }
    return period.getAsInt();
  }
}
