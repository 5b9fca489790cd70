package org.tiyun.circuit.matrix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.tiyun.ledger.Ledger;
import org.tiyun.ledger.SeriesPoint;

/**
 * The boundary around whole firms. A firm that its own other business pays into has only its AI
 * part in the circle; here the rest of its revenue comes in as its other business, and goes out
 * again for that business. Firms without a full year of revenue in the ledger (a yearly value or
 * four quarters) stay as they are: {@link #missing} names them.
 */
public final class WholeFirms implements UnaryOperator<FlowMatrix> {
  private static final String OWN = "own-business";
  private static final String KIND = "own_business";
  private static final int QUARTERS = 4;

  private final Ledger ledger;

  WholeFirms(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public FlowMatrix apply(FlowMatrix matrix) {
    Map<String, Double> more = more(ledger, matrix);
    List<BalancedCell> cells = new ArrayList<>(matrix.cells());
    for (BalancedCell own : matrix.cells()) {
      String firm = own.cell().payee();
      if (own.cell().payer().equals(OWN) && more.containsKey(firm)) {
        double beside = more.remove(firm);
        cells.add(new BalancedCell(own.cell(), beside));
        cells.add(new BalancedCell(own.between(firm, OWN, KIND).cell(), beside));
      }
    }
    return new FlowMatrix(
        matrix.year(), matrix.circle(), cells, matrix.totals(), matrix.residual());
  }

  /** Firms that stand in the matrix as a whole, in the circle's order. */
  public static List<String> whole(Ledger ledger, FlowMatrix matrix) {
    return matrix.circle().stream()
        .filter(firm -> !matrix.between(OWN, firm).isEmpty())
        .filter(firm -> revenue(ledger, firm, matrix.year()).isPresent())
        .toList();
  }

  /** Firms that should and cannot, for want of their revenue. */
  public static List<String> missing(Ledger ledger, FlowMatrix matrix) {
    return matrix.circle().stream()
        .filter(firm -> !matrix.between(OWN, firm).isEmpty())
        .filter(firm -> revenue(ledger, firm, matrix.year()).isEmpty())
        .toList();
  }

  /** Revenue beyond what the matrix already has, by firm. */
  private static Map<String, Double> more(Ledger ledger, FlowMatrix matrix) {
    Map<String, Double> more = new HashMap<>();
    for (String firm : matrix.circle()) {
      OptionalDouble revenue = revenue(ledger, firm, matrix.year());
      List<BalancedCell> own = matrix.between(OWN, firm);
      if (own.isEmpty() || revenue.isEmpty()) {
        continue;
      }
      double here = own.stream().mapToDouble(BalancedCell::value).sum();
      for (BalancedCell cell : matrix.cells()) {
        here += cell.sale() && cell.cell().payee().equals(firm) ? cell.value() : 0;
      }
      more.put(firm, Math.max(0, revenue.getAsDouble() - here));
    }
    return more;
  }

  private static OptionalDouble revenue(Ledger ledger, String firm, int year) {
    double sum = 0;
    int quarters = 0;
    for (SeriesPoint point : ledger.series()) {
      if (!point.entity().equals(firm) || !point.metric().equals("revenue")) {
        continue;
      }
      if (point.period().equals(String.valueOf(year))) {
        return OptionalDouble.of(point.value());
      }
      if (point.period().startsWith(year + "Q")) {
        sum += point.value();
        quarters++;
      }
    }
    return quarters == QUARTERS ? OptionalDouble.of(sum) : OptionalDouble.empty();
  }
}
