package org.tiyun.study.brake;

import java.util.Optional;
import org.tiyun.engine.Plan;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.RolesFile;
import org.tiyun.study.run.ModelRun;
import org.tiyun.study.run.ScenarioChoice;

/** Asks of a model: what happens if this brake is pulled? */
public final class Brake {
  /** The report's brake: market patience ends. */
  public static final String USUAL = "patience-ends";

  private Brake() {}

  /** The brake that {@code study.csv} names, or else the model's first; empty where it has none. */
  public static Optional<String> usual(OpenModel opened) {
    return RolesFile.of(opened).names(Role.BRAKE).stream()
        .findFirst()
        .or(() -> opened.scenarios().stream().map(OpenModel.ScenarioFile::id).findFirst());
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
