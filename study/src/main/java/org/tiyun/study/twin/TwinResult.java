package org.tiyun.study.twin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tiyun.study.open.Bilingual;
import org.tiyun.study.open.FlowKinds;
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
 * @param roles who plays which role in each; none where models/twin has no table of them
 * @param maps payments between the roles at some moments of the clock; none without roles
 */
public record TwinResult(
    List<Side> models,
    Bilingual clock,
    List<Integer> years,
    List<Quantity> quantities,
    List<Eighteenth> eighteen,
    int draws,
    List<Response> brakes,
    List<Crossing> crossings,
    List<RoleTable.Role> roles,
    List<RoleMap> maps) {

  /** Paths of variables, then the eighteen. */
  public List<Compared> compared() {
    return Stream.<Compared>concat(quantities.stream(), eighteen.stream()).toList();
  }

  /**
   * A machine, its zero of the clock, and what its flows are for.
   *
   * @param chosen whether the reader chose the zero; else it is the peak growth of the inflow
   */
  public record Side(OpenModel model, String name, String zero, boolean chosen, FlowKinds kinds) {}

  /**
   * Where a quantity of one machine begins and ends.
   *
   * @param from its value in year 0; NaN where there is none, and for what is about a whole run
   * @param to in the last year, or of the whole run; NaN where there is none
   */
  public record Ends(double from, double to) {
    static final Ends NONE = new Ends(Double.NaN, Double.NaN);

    public Move move() {
      return Move.between(from, to);
    }
  }

  /** What is compared between machines. */
  public sealed interface Compared {
    Bilingual name();

    /** By model. */
    List<Ends> ends();

    /** Why the likeness fails, of a few; {@link #fails} where and why in words. */
    Optional<Reason> reason();

    Bilingual fails();

    /** Whether sizes say something: same definition, same unit or none. */
    boolean sizes();

    /** How the moves of the first two models compare. */
    default Likeness likeness() {
      return Likeness.of(ends().get(0).move(), ends().get(1).move());
    }

    /** Whether the first two end at least a factor of two apart. */
    default boolean apart() {
      double a = ends().get(0).to();
      double b = ends().get(1).to();
      return sizes()
          && Math.abs(a - b) > APART_AT_LEAST
          && (a * b <= 0
              || Math.max(Math.abs(a), Math.abs(b)) >= 2 * Math.min(Math.abs(a), Math.abs(b)));
    }

    /** Whether the likeness of the first two breaks here: in what they do, or in size. */
    default boolean breaks() {
      return likeness().breaks() || apart();
    }

    /** Whether the first two can be compared, by what they do or by their size. */
    default boolean comparable() {
      return likeness() != Likeness.UNKNOWN
          || (sizes() && ends().stream().limit(2).allMatch(e -> Double.isFinite(e.to())));
    }
  }

  private static final double APART_AT_LEAST = 0.005;

  /**
   * A quantity on the common clock.
   *
   * @param level whether values are over that of year 0
   * @param units by model, as it states them; empty where it has no such quantity or no unit
   * @param values by model, then by year; NaN where a model has no such quantity or year
   */
  public record Quantity(
      String id,
      Bilingual name,
      boolean level,
      List<String> units,
      List<double[]> values,
      List<Ends> ends,
      Optional<Reason> reason,
      Bilingual fails)
      implements Compared {

    @Override
    public boolean sizes() {
      return !mixed() && !reason.equals(Optional.of(Reason.MEASURE));
    }

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
   * @param ends the last year is the last in which both of the first two are known
   */
  public record Eighteenth(
      org.tiyun.study.quantity.Quantity quantity,
      Bilingual name,
      Bilingual role,
      Bilingual unit,
      List<Measured> of,
      List<Ends> ends,
      Optional<Reason> reason,
      Bilingual fails)
      implements Compared {

    @Override
    public boolean sizes() {
      return !reason.equals(Optional.of(Reason.MEASURE));
    }
  }

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
   * What a change of a run makes of a quantity at its end.
   *
   * @param value changed over base (levels) or changed less base (shares); NaN where there is none
   * @param over the same over the draws; empty without draws
   */
  public record Effect(double value, Move move, Optional<Spread> over) {
    public static final Effect NONE = new Effect(Double.NaN, Move.UNKNOWN, Optional.empty());
  }

  /** Shares 0.05, 0.5 and 0.95 of the draws in which there is a value. */
  public record Spread(double low, double median, double high) {}

  /**
   * Failures that decide: of key firms, without the change and with it.
   *
   * @param events of any kind; {@code failures} that decide
   * @param often share of the draws with such a failure; empty without draws
   */
  public record Failing(int events, int failures, Optional<Double> often) {}

  /**
   * The same brake on each machine, read at the end of each run.
   *
   * @param scenarios by model; empty where a model has none
   * @param effects by quantity id, then by model
   * @param changes of those of the eighteen that a run shows by itself, by model, in the last year:
   *     braked less base
   * @param base what fails without the brake, by model; {@code braked} with it, 0 where a model has
   *     no such brake
   */
  public record Response(
      String id,
      Bilingual name,
      List<String> scenarios,
      Map<String, List<Effect>> effects,
      Map<org.tiyun.study.quantity.Quantity, List<Effect>> changes,
      List<Failing> base,
      List<Failing> braked) {}

  /**
   * One machine given what the other one has.
   *
   * @param effects by quantity id, at the end of the run
   * @param base what fails in the base run; {@code given} in the changed one
   */
  public record Crossing(
      String id,
      String model,
      String settings,
      Bilingual changed,
      Map<String, Effect> effects,
      Failing base,
      Failing given) {}

  /**
   * The machines' payments between roles at one moment: of the clock, or counted from a brake.
   *
   * @param year of the clock; with a brake, years since it was pulled in each machine
   * @param brake the brake that was pulled; empty for the run without news
   * @param periods label of the period that ends that year, by model
   * @param of by model
   * @param without the same year without the brake, by model; where there is no brake, {@code of}
   */
  public record RoleMap(
      int year,
      Optional<Bilingual> brake,
      List<String> periods,
      List<RoleFlows> of,
      List<RoleFlows> without) {}
}
