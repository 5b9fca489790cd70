package org.tiyun.view.json;

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
   * DebtRank, a round of who does not fail, a keystone that was not asked for.
   */
  public static String of(CascadeAnswer answer) {
    Cascade cascade = answer.cascade();
    Optional<double[]> keystones = answer.keystones();
    List<String> parties = cascade.sheets().parties();
    Map<String, String> round = new HashMap<>();
    cascade
        .defaults()
        .forEach(failed -> round.put(failed.party(), Integer.toString(failed.round())));
    Csv csv = new Csv("node", "clearing_payment", "equity", "stress", "round", "loss", "keystone");
    for (int i = 0; i < parties.size(); i++) {
      csv.row(
          parties.get(i),
          cascade.method().clears() ? cascade.payment()[i] : Double.NaN,
          cascade.equity()[i],
          cascade.stress()[i],
          round.getOrDefault(parties.get(i), ""),
          cascade.lossByHolder()[i],
          keystones.isPresent() ? keystones.get()[i] : Double.NaN);
    }
    return csv.text();
  }
}
