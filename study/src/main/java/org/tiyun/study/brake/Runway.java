package org.tiyun.study.brake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.tiyun.engine.Run;
import org.tiyun.language.model.Books;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.Roles;

/**
 * Runway (D5): months that a firm's cash lasts if new money from outside the circle stops: cash
 * over the monthly net outflow. All payments count but those to owners, which a firm short of cash
 * can leave; receipts count but new equity and debt from outside the circle. Lines of credit that
 * are committed and undrawn would be added; a model has none unless it holds them as cash.
 */
public final class Runway {
  private Runway() {}

  /**
   * Months by firm at the end of a period, with the outflow of up to four quarters before it. A
   * firm that takes in as much as it pays has no runway that ends and is left out.
   */
  public static Map<String, Double> at(Run run, Roles roles, int period) {
    int perYear = Math.max(1, run.model().calendar().step().perYear());
    int first = Math.max(1, period - perYear + 1);
    int count = period - first + 1;
    Map<String, Double> months = new LinkedHashMap<>();
    if (period < 1 || run.model().books().settlement().isEmpty()) {
      return months;
    }
    Set<Integer> circle = roles.sectors(Role.CIRCLE);
    for (int firm : circle) {
      double net = 0;
      for (Books.Flow flow : run.model().books().flows()) {
        if (flow.payer() == firm && !roles.plays(Role.PAYOUT, flow)) {
          net += sum(run, flow, first, period);
        }
        boolean fresh =
            (roles.plays(Role.EQUITY_IN, flow) || roles.plays(Role.DEBT_IN, flow))
                && !circle.contains(flow.payer());
        if (flow.payee() == firm && !fresh) {
          net -= sum(run, flow, first, period);
        }
      }
      double monthly = net / count * perYear / 12;
      if (monthly > 0) {
        months.put(
            run.model().books().sectors().get(firm),
            Math.max(0, cash(run, firm, period)) / monthly);
      }
    }
    return months;
  }

  private static double sum(Run run, Books.Flow flow, int first, int last) {
    double sum = 0;
    for (int t = first; t <= last; t++) {
      sum += run.values()[flow.amount()][t];
    }
    return sum;
  }

  /** What a firm holds of the settlement money at the end of a period. */
  public static double cash(Run run, int firm, int period) {
    Books books = run.model().books();
    return books.claims().get(books.settlement().orElseThrow()).holdings().stream()
        .filter(h -> h.sector() == firm)
        .mapToDouble(h -> run.values()[h.variable()][period])
        .sum();
  }
}
