package org.tiyun.study.quantity;

import java.util.List;
import org.tiyun.study.circle.Firm;
import org.tiyun.study.circle.Year;

/**
 * D4: a firm is hedged where operations pay charges and principal, speculative where they pay
 * charges only, Ponzi where not even these. Of several firms: the part of what falls due that Ponzi
 * firms owe.
 */
final class MinskyClass implements Reading.ByFirm {
  static final int HEDGE = 1;
  static final int SPECULATIVE = 2;
  static final int PONZI = 3;

  @Override
  public double of(Year year, int[] firms) {
    double all = 0;
    double ponzi = 0;
    for (int i : firms) {
      Firm firm = year.book().firms().get(i);
      double due = year.due(firm);
      all += due;
      ponzi += of(year, firm) == PONZI ? due : 0;
    }
    return ponzi / all;
  }

  static int of(Year year, Firm firm) {
    double charges = year.over(firm.charges());
    // A cent of rounding makes nobody a speculator.
    double means = year.operations(firm) + 1e-9 * Math.max(1, Math.abs(charges));
    return means >= year.due(firm) ? HEDGE : means >= charges ? SPECULATIVE : PONZI;
  }

  @Override
  public Figure explained(Year year, int number) {
    return explained(year, year.book().firms().get(number));
  }

  static Figure explained(Year year, Firm firm) {
    return new Figure(
        "class",
        of(year, firm),
        List.of(
            Figures.operations(year, firm),
            Figures.charges(year, firm),
            Figures.principal(year, firm)));
  }
}
