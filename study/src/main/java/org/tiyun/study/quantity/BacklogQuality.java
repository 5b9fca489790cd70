package org.tiyun.study.quantity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tiyun.study.circle.Firm;
import org.tiyun.study.circle.Year;

/**
 * D13: the part of contracts not yet paid that Ponzi firms owe, and that of the largest customer.
 */
final class BacklogQuality implements Reading {
  @Override
  public double of(Year year, int[] firms) {
    double all = 0;
    double ponzi = 0;
    for (Firm firm : year.book().firms()) {
      double owed = year.at(firm.committed());
      if (owed > 0) {
        all += owed;
        ponzi += MinskyClass.of(year, firm) == MinskyClass.PONZI ? owed : 0;
      }
    }
    return ponzi / all;
  }

  @Override
  public Map<String, Figure> explained(Year year) {
    double all = 0;
    double largest = 0;
    List<Figure> parts = new ArrayList<>();
    for (Firm firm : year.book().firms()) {
      double owed = year.at(firm.committed());
      if (owed > 0) {
        all += owed;
        largest = Math.max(largest, owed);
        Figure minsky = MinskyClass.explained(year, firm);
        parts.add(new Figure("owed_by", firm.name(), owed, List.of(minsky)));
      }
    }
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put(CIRCLE, new Figure("owed_by_ponzi", of(year, year.book().all()), parts));
    figures.put("largest_customer", new Figure("owed_by_largest", largest / all, parts));
    return figures;
  }
}
