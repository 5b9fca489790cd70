package org.tiyun.study.acceptance;

import java.util.Locale;
import java.util.Optional;

/** How a figure of an acceptance test is taken from a run, or from the ledger's past. */
public enum Measure {
  /** The variable's value at {@code to}. */
  VALUE,
  /** Its sum over the periods from {@code from} to {@code to}. */
  SUM,
  /** Its mean over those periods. */
  MEAN,
  /** Its value at {@code to} less that at {@code from}. */
  CHANGE,
  /** Its value at {@code to} over that at {@code from}. */
  RATIO,
  /** How often the event of that name came about from {@code from} to {@code to}. */
  EVENTS,
  /** The number of elements (firms, tiers) to which that event came. */
  STRUCK,
  /** The first period, as a year with quarters as fractions, in which that event came. */
  FIRST,
  /**
   * Root mean square of log(model / actual) over the years that the ledger's series has from {@code
   * from} to {@code to}. A yearly flow is the variable's sum over the year.
   */
  ERROR,
  /** The same of a stock: the variable at the year's end. */
  ERROR_OF_STOCK,
  /** The same for a forecast that continues the last yearly growth known before {@code from}. */
  NAIVE_GROWTH,
  /** The same for the log-linear trend through all years before {@code from}. */
  NAIVE_TREND,
  /** The same for the last value held. */
  NAIVE_FLAT;

  static Optional<Measure> named(String word) {
    for (Measure measure : values()) {
      if (measure.word().equals(word)) {
        return Optional.of(measure);
      }
    }
    return Optional.empty();
  }

  /** As it stands in the file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean ofEvents() {
    return this == EVENTS || this == STRUCK || this == FIRST;
  }

  /** Taken from the ledger alone. */
  boolean naive() {
    return this == NAIVE_GROWTH || this == NAIVE_TREND || this == NAIVE_FLAT;
  }

  boolean error() {
    return this == ERROR || this == ERROR_OF_STOCK;
  }

  boolean needsFrom() {
    return this != VALUE;
  }
}
