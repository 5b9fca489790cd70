package org.tiyun.study.quantity;

import java.util.List;
import org.tiyun.study.brake.Runway;
import org.tiyun.study.circle.Firm;
import org.tiyun.study.circle.Year;

/** D5: months that cash lasts without new money from outside; of several firms, the shortest. */
final class Runways implements Reading.ByFirm {
  @Override
  public double of(Year year, int[] firms) {
    double shortest = Double.NaN;
    for (int i : firms) {
      double months = Runway.months(year, year.book().firms().get(i));
      shortest = shortest < months ? shortest : Double.isNaN(months) ? shortest : months;
    }
    return shortest;
  }

  @Override
  public Figure explained(Year year, int number) {
    Firm firm = year.book().firms().get(number);
    return new Figure(
        "months_of_cash",
        one(year, number),
        List.of(
            Figures.cash(year, firm),
            new Figure(
                "net_outflow_a_month",
                Runway.monthly(year, firm),
                List.of(
                    Figures.over("paid_out", year, firm.outflow(), "flow"),
                    Figures.over("lasting_receipts", year, firm.lastingIn(), "flow")))));
  }
}
