package org.tiyun.study.quantity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tiyun.language.model.Calendar;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.Roles;

/**
 * When debt is above water (D15): from which period on to the end of a run what the collateral
 * would fetch is worth what is owed.
 */
final class WaterLine {
  private WaterLine() {}

  /**
   * By debtor, the period, of values by variable and by period from 0: 0 where it is so from the
   * start, infinite where it is not so at the end. Nothing of who owes nothing, and of models that
   * state no collateral.
   */
  static Map<String, Figure> of(Roles roles, Calendar calendar, double[][] values) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (Roles.Owned debt : roles.owned(Role.DEBT)) {
      double[] owed = values[debt.variable().id()];
      for (Roles.Owned collateral : roles.owned(Role.COLLATERAL)) {
        if (collateral.owner().equals(debt.owner()) && owes(owed)) {
          double[] fetches = values[collateral.variable().id()];
          figures.put(debt.owner(), figure(calendar, owed, fetches));
        }
      }
    }
    return figures;
  }

  /** Variables that it reads. */
  static List<Integer> needed(Roles roles) {
    return Stream.of(Role.DEBT, Role.COLLATERAL)
        .flatMap(role -> roles.owned(role).stream())
        .map(owned -> owned.variable().id())
        .toList();
  }

  private static boolean owes(double[] owed) {
    for (double each : owed) {
      if (each > 0) {
        return true;
      }
    }
    return false;
  }

  private static Figure figure(Calendar calendar, double[] owed, double[] fetches) {
    int last = owed.length - 1;
    int from = last + 1;
    while (from > 0 && fetches[from - 1] >= owed[from - 1]) {
      from--;
    }
    int shown = Math.min(from, last);
    return new Figure(
        from > last ? "under_water" : "above_water",
        calendar.label(shown),
        from > last ? Double.POSITIVE_INFINITY : from,
        List.of(
            Figure.leaf("collateral_then", fetches[shown]), Figure.leaf("debt_then", owed[shown])));
  }
}
