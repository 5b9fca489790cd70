package org.tiyun.study.quantity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tiyun.study.circle.CircleBook;
import org.tiyun.study.circle.Firm;
import org.tiyun.study.circle.Year;

/**
 * D1: the part of sales that end users paid, however many hands the money went through. All money
 * of a firm is alike; beside it stands the bound in which equity from the circle pays for purchases
 * in the circle first.
 */
final class EndUserShare implements Reading {
  private static final String EARMARKED = "earmarked";

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
    double[] tied = year.fromUsersEarmarked();
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
      int[] alone = {i};
      parts.add(Figure.leaf("users_in_sales_earmarked", of(year, tied, alone)));
      figures.put(firm.name(), new Figure("users_in_sales", of(year, phi, alone), parts));
    }
    int[] all = year.book().all();
    figures.put(CIRCLE, Figure.leaf("users_in_all_sales", of(year, phi, all)));
    figures.put(EARMARKED, Figure.leaf("users_in_sales_earmarked", of(year, tied, all)));
    return figures;
  }
}
