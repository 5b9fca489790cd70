package org.tiyun.study.brake;

import java.util.List;
import java.util.Optional;
import org.tiyun.engine.Plan;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.run.ModelRun;
import org.tiyun.study.run.ScenarioChoice;

/** Asks of a model: what happens if this brake is pulled? */
public final class Brake {
  /** The brake that is pulled where none is named: market patience ends. */
  public static final String USUAL = "patience-ends";

  private Brake() {}

  /** The id of the usual brake, or else of the model's first; empty where it has none. */
  public static Optional<String> usual(OpenModel opened) {
    List<String> known = opened.scenarios().stream().map(OpenModel.ScenarioFile::id).toList();
    return known.contains(USUAL) ? Optional.of(USUAL) : known.stream().findFirst();
  }

  /**
   * Runs the model as it is and with the scenario laid over it, on the same seed.
   *
   * @throws org.tiyun.words.Failure as {@link ModelRun#of}
   */
  public static BrakeResult of(OpenModel opened, String scenario, long seed) {
    return of(opened, Plan.of(opened.model()), scenario, seed);
  }

  /** The same with a plan made already. */
  public static BrakeResult of(OpenModel opened, Plan plan, String scenario, long seed) {
    ModelRun base = ModelRun.of(opened, plan, ScenarioChoice.base(), Optional.empty(), seed);
    ModelRun braked =
        ModelRun.of(opened, plan, ScenarioChoice.of(scenario), Optional.empty(), seed);
    return new BrakeResult(
        opened, braked.run().scenario(), base.run(), braked.run(), base.events(), braked.events());
  }
}
