package org.tiyun.language.model;

import java.util.OptionalInt;

/**
 * The time axis of a model. Period 0 is history; periods 1, 2, ... are solved.
 *
 * @param step length of a period
 * @param start period 1 counted in steps from year 0 (quarters: 4 * year + quarter - 1); empty
 *     where periods have no calendar names and read {@code 1}, {@code 2}, ...
 * @param horizon number of periods solved unless the run says otherwise
 */
public record Calendar(Step step, OptionalInt start, int horizon) {

  /** Length of a period. */
  public enum Step {
    YEAR(1),
    QUARTER(4),
    MONTH(12),
    PERIOD(1);

    private final int perYear;

    Step(int perYear) {
      this.perYear = perYear;
    }

    public int perYear() {
      return perYear;
    }
  }

  /** The name of a period: {@code 2027Q3}, {@code 2027-03}, {@code 2027}, or {@code 17}. */
  public String label(int period) {
    if (start.isEmpty()) {
      return Integer.toString(period);
    }
    int index = start.getAsInt() + period - 1;
    int per = step.perYear();
    int year = Math.floorDiv(index, per);
    int part = Math.floorMod(index, per) + 1;
    return switch (step) {
      case QUARTER -> year + "Q" + part;
      case MONTH -> String.format(java.util.Locale.ROOT, "%d-%02d", year, part);
      case YEAR, PERIOD -> Integer.toString(year);
    };
  }

  /**
   * The calendar year at the start of a period, with fractions; the period's number without a
   * calendar.
   */
  public double year(int period) {
    return start.isEmpty() ? period : (double) (start.getAsInt() + period - 1) / step.perYear();
  }

  /**
   * The period that a label names; empty where it is no label of this calendar. A year in a
   * quarterly or monthly calendar is its first period.
   */
  public OptionalInt period(String label) {
    try {
      if (start.isEmpty()) {
        return OptionalInt.of(Integer.parseInt(label));
      }
      int per = step.perYear();
      int q = label.indexOf('Q');
      int dash = label.indexOf('-');
      int year;
      int part;
      if (q > 0 && step == Step.QUARTER) {
        year = Integer.parseInt(label.substring(0, q));
        part = Integer.parseInt(label.substring(q + 1));
      } else if (dash > 0 && step == Step.MONTH) {
        year = Integer.parseInt(label.substring(0, dash));
        part = Integer.parseInt(label.substring(dash + 1));
      } else {
        year = Integer.parseInt(label);
        part = 1;
      }
      if (part < 1 || part > per) {
        return OptionalInt.empty();
      }
      return OptionalInt.of(year * per + part - 1 - start.getAsInt() + 1);
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }
}
