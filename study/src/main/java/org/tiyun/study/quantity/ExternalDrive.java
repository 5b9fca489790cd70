package org.tiyun.study.quantity;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tiyun.study.circle.CircleBook;
import org.tiyun.study.circle.Firm;
import org.tiyun.study.circle.Year;

/** D10: end users' cash into the circle over what the circle costs; at 1 it stands alone. */
final class ExternalDrive implements Reading {
  @Override
  public double of(Year year, int[] firms) {
    CircleBook book = year.book();
    return users(year)
        / (year.over(book.cost()) + year.over(book.worn()) + year.over(book.service()));
  }

  private static double users(Year year) {
    return year.book().firms().stream().mapToDouble(f -> year.over(f.fromUsers())).sum();
  }

  @Override
  public Map<String, Figure> explained(Year year) {
    CircleBook book = year.book();
    List<Figure> paid =
        book.firms().stream()
            .map(Firm::fromUsers)
            .flatMap(sum -> Figures.over("flow", year, sum, "flow").of().stream())
            .toList();
    return Map.of(
        CIRCLE,
        new Figure(
            "users_over_cost",
            of(year, book.all()),
            Arrays.asList(
                new Figure("users_cash", users(year), paid),
                Figures.over("costs_outside", year, book.cost(), "flow"),
                Figures.over("depreciation", year, book.worn(), "variable"),
                Figures.over("debt_service", year, book.service(), "owed"))));
  }
}
