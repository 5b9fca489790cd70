package org.tiyun.view.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tiyun.circuit.cascade.Cascade;
import org.tiyun.view.text.CascadeAnswer;

/** A cascade as CSV: a row for each party. */
public final class CascadeCsv {
  private CascadeCsv() {}

  /**
   * {@code node,clearing_payment,equity,stress,round,loss,keystone}; blank: a payment under
   * DebtRank, a round of who does not fail, a keystone that was not asked for. With a shortfall two
   * columns more, {@code worst_loss,worst_failing}: means over the worst twentieth of the draws.
   */
  public static String of(CascadeAnswer answer) {
    Cascade cascade = answer.cascade();
    Optional<double[]> keystones = answer.keystones();
    List<String> parties = cascade.sheets().parties();
    Map<String, String> round = new HashMap<>();
    cascade
        .defaults()
        .forEach(failed -> round.put(failed.party(), Integer.toString(failed.round())));
    List<String> head =
        new ArrayList<>(
            List.of("node", "clearing_payment", "equity", "stress", "round", "loss", "keystone"));
    answer.shortfall().ifPresent(_ -> head.addAll(List.of("worst_loss", "worst_failing")));
    Csv csv = new Csv(head.toArray(String[]::new));
    for (int i = 0; i < parties.size(); i++) {
      int party = i;
      List<Object> row =
          new ArrayList<>(
              List.of(
                  parties.get(i),
                  cascade.method().clears() ? cascade.payment()[i] : Double.NaN,
                  cascade.equity()[i],
                  cascade.stress()[i],
                  round.getOrDefault(parties.get(i), ""),
                  cascade.lossByHolder()[i],
                  keystones.map(index -> index[party]).orElse(Double.NaN)));
      answer
          .shortfall()
          .ifPresent(
              found -> row.addAll(List.of(found.lossByHolder()[party], found.failing()[party])));
      csv.row(row.toArray());
    }
    return csv.text();
  }
}
