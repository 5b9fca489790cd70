package org.tiyun.study.quantity;

import java.util.ArrayList;
import java.util.List;
import org.tiyun.study.circle.Firm;
import org.tiyun.study.circle.Year;

/**
 * D17: the part of what firms are worth that end users' cash to the end of the run, discounted,
 * does not cover. What lies beyond the end is belief too.
 */
final class BeliefShare implements Reading.ByFirm {
  @Override
  public double of(Year year, int[] firms) {
    double value = 0;
    double present = 0;
    for (int i : firms) {
      Firm firm = year.book().firms().get(i);
      double mine = year.at(firm.worth());
      if (mine > 0) {
        value += mine;
        present += present(year, firm);
      }
    }
    return (value - present) / value;
  }

  private static double present(Year year, Firm firm) {
    double rate = year.book().rate().map(year::input).orElse(0.0);
    double step = Math.pow(1 + rate, -1.0 / year.book().perYear());
    double discount = 1;
    double present = 0;
    for (int t = year.period() + 1; t <= year.last(); t++) {
      discount *= step;
      present += discount * year.in(firm.fromUsers(), t);
    }
    return present;
  }

  /** What they paid in the year before, and the rate at which later years count. */
  private static List<Figure> paid(Year year, Firm firm) {
    List<Figure> parts = new ArrayList<>();
    parts.add(Figures.over("users_this_year", year, firm.fromUsers(), "flow"));
    year.book().rate().ifPresent(rate -> parts.add(Figures.input(year, rate)));
    return List.copyOf(parts);
  }

  @Override
  public Figure explained(Year year, int number) {
    Firm firm = year.book().firms().get(number);
    return new Figure(
        "value_not_covered",
        one(year, number),
        List.of(
            Figures.at("value", firm.name(), year, firm.worth()),
            new Figure("users_present_value", present(year, firm), paid(year, firm))));
  }
}
