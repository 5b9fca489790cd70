package org.tiyun.study.quantity;

import java.util.List;
import org.tiyun.study.circle.Firm;
import org.tiyun.study.circle.Year;

/**
 * D11: contracts signed and not yet paid over cash and the end users' payments of the next year. A
 * year before the end of a run it can be told for the last time.
 */
final class LockIn implements Reading.ByFirm {
  @Override
  public double of(Year year, int[] firms) {
    if (year.period() + year.book().perYear() > year.last()) {
      return Double.NaN;
    }
    double committed = 0;
    double means = 0;
    for (int i : firms) {
      Firm firm = year.book().firms().get(i);
      double owed = year.at(firm.committed());
      if (owed > 0) {
        committed += owed;
        means += year.at(firm.cash()) + next(year, firm);
      }
    }
    return committed / means;
  }

  private static double next(Year year, Firm firm) {
    double sum = 0;
    for (int t = year.period() + 1; t <= year.period() + year.book().perYear(); t++) {
      sum += year.in(firm.fromUsers(), t);
    }
    return sum;
  }

  @Override
  public Figure explained(Year year, int number) {
    Firm firm = year.book().firms().get(number);
    double value = one(year, number);
    double next = Double.isNaN(value) ? Double.NaN : next(year, firm);
    return new Figure(
        "commitments_over_means",
        value,
        List.of(
            Figures.at("committed", firm.name(), year, firm.committed()),
            Figures.cash(year, firm),
            Figure.leaf("users_next_year", next)));
  }
}
