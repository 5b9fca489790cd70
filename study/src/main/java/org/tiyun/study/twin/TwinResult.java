package org.tiyun.study.twin;

import java.util.List;
import java.util.Map;
import org.tiyun.study.open.Bilingual;
import org.tiyun.study.open.OpenModel;

/**
 * Two or three machines on one clock. Years count from each model's own zero; levels are shares of
 * their value in that year, so that currencies and sizes drop out; shares stay as they are.
 *
 * @param models as asked, the first two are a and b of every comparison
 * @param clock what the zero is, and where each model has it
 * @param years common to all models, ascending, 0 among them
 */
public record TwinResult(
    List<Side> models,
    Bilingual clock,
    List<Integer> years,
    List<Quantity> quantities,
    List<Response> brakes,
    List<Crossing> crossings) {

  /** A machine and its zero of the clock. */
  public record Side(OpenModel model, String name, String zero) {}

  /**
   * A quantity on the common clock.
   *
   * @param level whether values are over that of year 0
   * @param values by model, then by year; NaN where a model has no such quantity or year
   * @param sameSign whether the first two models move the same way from year 0 to the last year
   * @param fails where the likeness fails, and why
   */
  public record Quantity(
      String id,
      Bilingual name,
      boolean level,
      List<double[]> values,
      boolean sameSign,
      Bilingual fails) {}

  /**
   * The same brake on each machine, read at the end of each run.
   *
   * @param scenarios by model; empty where a model has none
   * @param effects by quantity id, then by model: braked over base (levels) or braked less base
   *     (shares); NaN where there is none
   * @param failures events with and without the brake, by model
   */
  public record Response(
      String id,
      Bilingual name,
      List<String> scenarios,
      Map<String, double[]> effects,
      List<int[]> failures) {}

  /**
   * One machine given what the other one has.
   *
   * @param effects by quantity id: changed over base (levels) or changed less base (shares) at the
   *     end of the run
   * @param events that come about in the base run, and in the changed one
   */
  public record Crossing(
      String id,
      String model,
      String settings,
      Bilingual changed,
      Map<String, Double> effects,
      int events,
      int eventsChanged) {}
}
