package org.tiyun.study.twin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tiyun.study.open.Bilingual;
import org.tiyun.study.open.OpenModel;

/**
 * Two or three machines on one clock. Years count from each model's own zero; levels are shares of
 * their value in that year, so that currencies and sizes drop out; shares stay as they are.
 *
 * @param models as asked, the first two are a and b of every comparison
 * @param clock what the zero is, and where each model has it
 * @param eighteen the eighteen quantities of the circle, in their order
 * @param draws futures behind the ranges; 0 where there are none
 * @param years common to all models, ascending, 0 among them
 */
public record TwinResult(
    List<Side> models,
    Bilingual clock,
    List<Integer> years,
    List<Quantity> quantities,
    List<Eighteenth> eighteen,
    int draws,
    List<Response> brakes,
    List<Crossing> crossings) {

  /** A machine and its zero of the clock. */
  public record Side(OpenModel model, String name, String zero) {}

  /**
   * A quantity on the common clock.
   *
   * @param level whether values are over that of year 0
   * @param units by model, as it states them; empty where it has no such quantity or no unit
   * @param values by model, then by year; NaN where a model has no such quantity or year
   * @param sameSign whether the first two models move the same way from year 0 to the last year
   * @param fails where the likeness fails, and why
   */
  public record Quantity(
      String id,
      Bilingual name,
      boolean level,
      List<String> units,
      List<double[]> values,
      boolean sameSign,
      Bilingual fails) {

    /** Whether values stand in units of their own that differ, so that sizes say nothing. */
    public boolean mixed() {
      return !level && units.stream().distinct().count() > 1;
    }
  }

  /**
   * One of the eighteen quantities.
   *
   * @param name of it, so that it fits all machines
   * @param role what it is about, in the words that fit all machines
   * @param unit of its values
   * @param of by model
   * @param sameSign whether the first two move the same way from year 0 to the last year; empty
   *     where a machine has it not, or it is no path over years
   */
  public record Eighteenth(
      org.tiyun.study.quantity.Quantity quantity,
      Bilingual name,
      Bilingual role,
      Bilingual unit,
      List<Measured> of,
      Optional<Boolean> sameSign,
      Bilingual fails) {}

  /**
   * A quantity in one machine: by year of the clock where it is a path, else one value.
   *
   * @param defined false where the machine has no such quantity, for the reason {@code because}
   * @param on the firms it is taken of: a set of the model; empty for the whole circle
   * @param values of the run without news; NaN where there is none
   * @param sign {@code <=} or {@code >} where what was sought lies beyond what was tried
   * @param who the firm or mechanism behind the value; empty where it is nobody's
   * @param range over the draws; empty without draws
   */
  public record Measured(
      boolean defined,
      Bilingual because,
      String on,
      double[] values,
      String sign,
      String who,
      Optional<Range> range) {}

  /**
   * Range of a quantity over the draws: shares 0.05, 0.5 and 0.95, each by year or one value. NaN
   * where it lies beyond what was tried, or the thing never happens.
   *
   * @param has share of draws that have a value (in the last year, for a path)
   * @param below share of draws in which it lies below what was tried, {@code above} above
   */
  public record Range(
      double[] low,
      double[] median,
      double[] high,
      double has,
      double below,
      double above,
      int draws) {}

  /**
   * The same brake on each machine, read at the end of each run.
   *
   * @param scenarios by model; empty where a model has none
   * @param effects by quantity id, then by model: braked over base (levels) or braked less base
   *     (shares); NaN where there is none
   * @param changes of those of the eighteen that a run shows by itself, by model, in the last year:
   *     braked less base
   * @param failures events with and without the brake, by model
   */
  public record Response(
      String id,
      Bilingual name,
      List<String> scenarios,
      Map<String, double[]> effects,
      Map<org.tiyun.study.quantity.Quantity, double[]> changes,
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
