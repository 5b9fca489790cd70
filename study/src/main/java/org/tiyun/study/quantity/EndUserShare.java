package org.tiyun.study.quantity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tiyun.study.circle.CircleBook;
import org.tiyun.study.circle.Firm;
import org.tiyun.study.circle.Year;

/** D1: the part of sales that end users paid, however many hands the money went through. */
final class EndUserShare implements Reading {
  @Override
  public double of(Year year, int[] firms) {
    return of(year, year.fromUsers(), firms);
  }

  private static double of(Year year, double[] phi, int[] firms) {
    double sales = 0;
    double users = 0;
    for (int i : firms) {
      Firm firm = year.book().firms().get(i);
      for (int k = 0; k < firm.buyers().length; k++) {
        double paid = year.over(firm.sales(), k);
        sales += paid;
        users += paid * share(phi, firm.buyers()[k]);
      }
    }
    return users / sales;
  }

  private static double share(double[] phi, int buyer) {
    return switch (buyer) {
      case CircleBook.END_USER -> 1;
      case CircleBook.OUTSIDE -> 0;
      default -> phi[buyer];
    };
  }

  @Override
  public Map<String, Figure> explained(Year year) {
    double[] phi = year.fromUsers();
    List<Firm> firms = year.book().firms();
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (int i = 0; i < firms.size(); i++) {
      Firm firm = firms.get(i);
      List<Figure> parts = new ArrayList<>();
      for (int k = 0; k < firm.buyers().length; k++) {
        double paid = year.over(firm.sales(), k);
        if (paid != 0) {
          Figure spends = Figure.leaf("users_in_spending", share(phi, firm.buyers()[k]));
          parts.add(new Figure("flow", firm.sales().names().get(k), paid, List.of(spends)));
        }
      }
      figures.put(firm.name(), new Figure("users_in_sales", of(year, phi, new int[] {i}), parts));
    }
    figures.put(CIRCLE, Figure.leaf("users_in_all_sales", of(year, phi, year.book().all())));
    return figures;
  }
}
