package org.tiyun.circuit.deals;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tiyun.ledger.Deal;
import org.tiyun.ledger.Deal.Scope;
import org.tiyun.ledger.Deal.Stage;

/**
 * Everything that one party pays or promises another, as one arrow.
 *
 * @param amount sum of the rows with an amount, in billions of US dollars; 0 where none has one: a
 *     hairline, which has no rank
 * @param deals all rows, those with an amount first, largest first
 */
public record DealEdge(String payer, String payee, double amount, List<Deal> deals) {

  /** True where no row tells its size. */
  public boolean hairline() {
    return amount <= 0;
  }

  /** True where part of the amount is the other side of a deal that is counted elsewhere. */
  public boolean mirrored() {
    return deals.stream().anyMatch(d -> d.scope() == Scope.MIRROR && d.amountUsdB().isPresent());
  }

  /** Amount by stage, in billions, in order of stage; stages without amount are left out. */
  public Map<Stage, Double> byStage() {
    Map<Stage, Double> sums = new EnumMap<>(Stage.class);
    for (Deal deal : deals) {
      deal.amountUsdB().ifPresent(amount -> sums.merge(deal.stage(), amount, Double::sum));
    }
    return sums;
  }

  /** The stage that most of the amount stands in; for a hairline that of its first row. */
  public Stage mainStage() {
    return byStage().entrySet().stream()
        .max(Map.Entry.<Stage, Double>comparingByValue().thenComparing(e -> -e.getKey().ordinal()))
        .map(Map.Entry::getKey)
        .orElseGet(() -> deals.getFirst().stage());
  }

  /** Ids of the rows that carry the amount; of all rows for a hairline. */
  public List<String> dealIds() {
    return deals.stream()
        .filter(deal -> hairline() || deal.amountUsdB().isPresent())
        .map(Deal::id)
        .toList();
  }

  static final Comparator<Deal> LARGEST_FIRST =
      Comparator.<Deal>comparingDouble(deal -> -deal.amountUsdB().orElse(-1))
          .thenComparing(Deal::id);
}
