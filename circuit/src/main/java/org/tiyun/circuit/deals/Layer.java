package org.tiyun.circuit.deals;

import java.util.ArrayList;
import java.util.List;
import org.tiyun.ledger.Deal;
import org.tiyun.ledger.Deal.Scope;
import org.tiyun.ledger.Deal.Settlement;
import org.tiyun.ledger.Deal.Stage;

/**
 * The deals of one stage, after the ledger's counting rule: flows that no other row contains, so
 * that no payment is counted twice. Layers stand side by side and are never added up; nor are cash,
 * in kind and contingent.
 *
 * @param deals number of countable cash deals, {@code cash} their sum in billions of US dollars
 * @param inKind shares, warrants, goods on credit, in billions
 * @param contingent backstops and the like, in billions
 * @param undisclosed deals of unknown size that no other row contains: missing from the sums
 */
public record Layer(
    Stage stage, int deals, double cash, double inKind, double contingent, int undisclosed) {

  /** Paid, committed, announced, intent, reported, in this order; withdrawn deals have no layer. */
  public static List<Layer> of(List<Deal> deals) {
    List<Layer> layers = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      if (stage != Stage.WITHDRAWN) {
        List<Deal> here = deals.stream().filter(deal -> deal.stage() == stage).toList();
        layers.add(
            new Layer(
                stage,
                (int) here.stream().filter(Deal::countable).count(),
                sum(here, Settlement.CASH),
                sum(here, Settlement.IN_KIND),
                sum(here, Settlement.CONTINGENT),
                (int) here.stream().filter(Layer::undisclosed).count()));
      }
    }
    return List.copyOf(layers);
  }

  private static boolean undisclosed(Deal deal) {
    return deal.scope() == Scope.LINK && deal.partOf().isEmpty();
  }

  private static double sum(List<Deal> deals, Settlement settlement) {
    return deals.stream()
        .filter(
            d -> d.scope() == Scope.FLOW && d.partOf().isEmpty() && d.settlement() == settlement)
        .mapToDouble(d -> d.amountUsdB().orElse(0))
        .sum();
  }
}
