package org.tiyun.view.text;

import org.tiyun.study.twin.TwinResult.Effect;
import org.tiyun.study.twin.TwinResult.Failing;
import org.tiyun.study.twin.TwinResult.Measured;
import org.tiyun.study.twin.TwinResult.Quantity;
import org.tiyun.study.twin.TwinResult.Range;

/** Figures of machines side by side, as readers write them; a dash where there is none. */
public record TwinFigures(Figures figures) {
  /** Stands where there is no figure. */
  public static final String NONE = "\u2013";

  public String number(double value) {
    return Double.isFinite(value) ? figures.number(value) : NONE;
  }

  /** A level's effect as a multiple, a share's as a difference with its sign. */
  public String effect(Quantity quantity, Effect effect) {
    return quantity.level() ? times(effect.value()) : change(effect);
  }

  /** The same over the draws: all but a twentieth at either end; nothing without draws. */
  public String over(Effect effect) {
    return effect
        .over()
        .filter(spread -> Double.isFinite(spread.median()))
        .map(s -> figures.rough(s.low()) + " .. " + figures.rough(s.high()))
        .orElse("");
  }

  public String times(double by) {
    return Double.isFinite(by) ? "\u00d7 " + number(by) : NONE;
  }

  /** A difference with its sign; one that is next to nothing is called that. */
  public String change(Effect effect) {
    double by = effect.value();
    return switch (effect.move()) {
      case UNKNOWN -> NONE;
      case FLAT -> by == 0 ? "0" : "\u2248 0";
      case UP, DOWN -> by > 0 ? "+" + number(by) : number(by);
    };
  }

  /** Failures of key firms without a change and with it. */
  public String failures(Failing base, Failing changed) {
    return base.failures() + " \u2192 " + changed.failures();
  }

  /** The share of the draws with such a failure; nothing without draws. */
  public String often(Failing base, Failing changed) {
    return changed.often().isPresent()
        ? figures.percent(base.often().orElse(0.0))
            + " \u2192 "
            + figures.percent(changed.often().get())
        : "";
  }

  /** The only value of a quantity of a whole run, with the side on which the answer lies. */
  public String value(Measured measured) {
    String sign =
        switch (measured.sign()) {
          case "<=" -> "\u2264 ";
          case ">" -> "> ";
          default -> "";
        };
    return sign + number(measured.values()[0]);
  }

  /** The last value of a path that is known. */
  public String last(Measured measured) {
    for (int i = measured.values().length - 1; i >= 0; i--) {
      if (Double.isFinite(measured.values()[i])) {
        return number(measured.values()[i]);
      }
    }
    return NONE;
  }

  public String range(Range range, int at) {
    return end(range.low()[at]) + " .. " + end(range.median()[at]) + " .. " + end(range.high()[at]);
  }

  /** The range of the last year that has one. */
  public String lastRange(Range range) {
    for (int i = range.median().length - 1; i >= 0; i--) {
      if (Double.isFinite(range.median()[i])) {
        return range(range, i);
      }
    }
    return NONE;
  }

  private String end(double value) {
    return value == Double.NEGATIVE_INFINITY
        ? "\u2212\u221e"
        : value == Double.POSITIVE_INFINITY
            ? "\u221e"
            : Double.isFinite(value) ? figures.rough(value) : NONE;
  }
}
