package org.tiyun.study.quantity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tiyun.language.model.Input;
import org.tiyun.study.circle.Firm;
import org.tiyun.study.circle.Sum;
import org.tiyun.study.circle.Year;

/** Sums of a year with their parts. */
final class Figures {
  private Figures() {}

  /** A sum over the year; {@code part} says what its parts are. */
  static Figure over(String what, Year year, Sum sum, String part) {
    Map<String, Double> parts = new LinkedHashMap<>();
    for (int k = 0; k < sum.variables().length; k++) {
      parts.merge(sum.names().get(k), year.over(sum, k), Double::sum);
    }
    return figure(what, year.over(sum), parts, part);
  }

  /** A sum at the end of the year, of variables. */
  static Figure at(String what, String of, Year year, Sum sum) {
    List<Figure> parts = new ArrayList<>();
    for (int k = 0; k < sum.variables().length; k++) {
      parts.add(new Figure("variable", sum.names().get(k), year.at(sum, k), List.of()));
    }
    return new Figure(what, of, year.at(sum), List.copyOf(parts));
  }

  private static Figure figure(String what, double value, Map<String, Double> by, String part) {
    List<Figure> parts = new ArrayList<>();
    by.forEach((name, amount) -> {
      if (amount != 0) {
        parts.add(new Figure(part, name, amount, List.of()));
      }
    });
    return new Figure(what, value, List.copyOf(parts));
  }

  static Figure operations(Year year, Firm firm) {
    return new Figure(
        "operations",
        year.operations(firm),
        List.of(
            over("sales", year, firm.sales(), "flow"),
            over("operating", year, firm.operating(), "flow")));
  }

  static Figure charges(Year year, Firm firm) {
    return over("charges", year, firm.charges(), "owed");
  }

  static Figure principal(Year year, Firm firm) {
    return over("principal", year, firm.principal(), "owed");
  }

  /** Payments inside the circle, by the firm that gets them. */
  static Figure inside(Year year) {
    double[][] paid = year.paid();
    List<Figure> parts = new ArrayList<>();
    double all = 0;
    for (int j = 0; j < paid.length; j++) {
      double got = 0;
      for (double[] from : paid) {
        got += Math.max(0, from[j]);
      }
      all += got;
      if (got > 0) {
        parts.add(new Figure("paid_to", year.book().firms().get(j).name(), got, List.of()));
      }
    }
    return new Figure("paid_inside", all, List.copyOf(parts));
  }

  static Figure input(Year year, Input input) {
    return new Figure("input", input.name().toString(), year.input(input), List.of());
  }

  static Figure cash(Year year, Firm firm) {
    return new Figure("cash", firm.name(), year.at(firm.cash()), List.of());
  }
}
