package org.tiyun.study.quantity;

import java.util.List;
import org.tiyun.study.circle.Firm;
import org.tiyun.study.circle.Year;

/** D9: the part of what falls due that neither operations nor cash cover. */
final class Refinancing implements Reading.ByFirm {
  @Override
  public double of(Year year, int[] firms) {
    double all = 0;
    double missing = 0;
    for (int i : firms) {
      Firm firm = year.book().firms().get(i);
      double due = year.due(firm);
      if (due > 0) {
        double own = (year.operations(firm) + year.at(firm.cash())) / due;
        all += due;
        missing += due * (1 - Math.max(0, Math.min(1, own)));
      }
    }
    return missing / all;
  }

  @Override
  public Figure explained(Year year, int number) {
    Firm firm = year.book().firms().get(number);
    return new Figure(
        "uncovered",
        one(year, number),
        List.of(
            Figures.operations(year, firm),
            Figures.cash(year, firm),
            Figures.charges(year, firm),
            Figures.principal(year, firm)));
  }
}
