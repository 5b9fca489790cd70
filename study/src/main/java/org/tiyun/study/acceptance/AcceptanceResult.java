package org.tiyun.study.acceptance;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What came of a model's acceptance tests, in the order of the file. */
public record AcceptanceResult(List<Test> tests) {

  /** What was given to the model when it answered. */
  public enum Kind {
    /** Nothing of the years it is tested on but what the base run names. */
    BLIND,
    /** Dated policies of those years were given. */
    CONDITIONAL,
    /** The answer follows from what was put in. */
    BY_CONSTRUCTION;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How far a test holds: all its bounds, some, or none. */
  public enum Holds {
    YES,
    PARTLY,
    NO;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A test and its figures. */
  public record Test(String id, Kind kind, List<Figure> figures) {
    public Holds holds() {
      long bounded = figures.stream().filter(Figure::bounded).count();
      long kept = figures.stream().filter(f -> f.bounded() && f.kept()).count();
      return kept == bounded ? Holds.YES : kept == 0 ? Holds.NO : Holds.PARTLY;
    }
  }

  /**
   * A figure of a test.
   *
   * @param date whether the value is a point of the calendar, a year with quarters as fractions
   * @param value not a number where it is not defined, such as a ratio to nothing
   * @param basis where the bounds come from
   */
  public record Figure(
      String name,
      boolean date,
      double value,
      OptionalDouble low,
      OptionalDouble high,
      String basis) {

    public boolean bounded() {
      return low.isPresent() || high.isPresent();
    }

    /** How far the value lies outside its bounds; 0 inside; not a number where undefined. */
    public double shortBy() {
      if (Double.isNaN(value)) {
        return Double.NaN;
      }
      double below = low.isPresent() ? Math.max(0, low.getAsDouble() - value) : 0;
      double above = high.isPresent() ? Math.max(0, value - high.getAsDouble()) : 0;
      return Math.max(below, above);
    }

    public boolean kept() {
      return shortBy() == 0;
    }
  }
}
