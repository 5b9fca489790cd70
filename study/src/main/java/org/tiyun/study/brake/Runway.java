package org.tiyun.study.brake;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tiyun.engine.Run;
import org.tiyun.study.circle.CircleBook;
import org.tiyun.study.circle.Firm;
import org.tiyun.study.circle.Year;

/**
 * Runway (D5): months that a firm's cash lasts if new money from outside the circle stops: cash
 * over the monthly net outflow. All payments count but those to owners, which a firm short of cash
 * can leave; receipts count but new equity and debt from outside the circle. Lines of credit that
 * are committed and undrawn would be added; a model has none unless it holds them as cash.
 */
public final class Runway {
  private static final double ROUNDING = 1e-9;

  private Runway() {}

  /**
   * Months by firm at the end of a period, with the outflow of the year before it. A firm that
   * takes in as much as it pays has no runway that ends and is left out.
   */
  public static Map<String, Double> at(Run run, CircleBook book, int period) {
    Map<String, Double> months = new LinkedHashMap<>();
    if (period >= 1) {
      Year year = Year.of(book, run, period);
      for (Firm firm : book.firms()) {
        double each = months(year, firm);
        if (Double.isFinite(each)) {
          months.put(firm.name(), each);
        }
      }
    }
    return months;
  }

  /** Months of one firm; NaN where it takes in as much as it pays, or the model has no money. */
  public static double months(Year year, Firm firm) {
    double monthly = monthly(year, firm);
    if (!(monthly > 0) || firm.cash().variables().length == 0) {
      return Double.NaN;
    }
    double months = year.at(firm.cash()) / monthly;
    // What is left of sums is no cash.
    return months < ROUNDING ? 0 : months;
  }

  /** Net outflow a month without new outside money. */
  public static double monthly(Year year, Firm firm) {
    double net = year.over(firm.outflow()) - year.over(firm.lastingIn());
    return net / year.periods() * year.book().perYear() / 12;
  }
}
