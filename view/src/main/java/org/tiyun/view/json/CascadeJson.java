package org.tiyun.view.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tiyun.circuit.cascade.BalanceSheets;
import org.tiyun.circuit.cascade.Cascade;
import org.tiyun.circuit.cascade.LedgerExposures;
import org.tiyun.ledger.Deal;
import org.tiyun.ledger.Ledger;
import org.tiyun.view.text.CascadeAnswer;

/** The answer of {@code tiyun cascade} for programs; fields as in docs/machine-output.md. */
public final class CascadeJson {
  private CascadeJson() {}

  /** Of plain files. */
  public static String of(CascadeAnswer answer) {
    return JsonObject.text(out -> fields(out, answer));
  }

  /** Of a ledger: what the sheets are made of stands before it. */
  public static String of(Ledger ledger, LedgerExposures exposures, CascadeAnswer answer) {
    BalanceSheets sheets = exposures.sheets();
    return JsonObject.text(out -> {
      out.put("ledger", l -> l.put("id", ledger.id()).put("hash", ledger.hash()));
      out.put("layer", exposures.layer().key()).put("unit", "usd_b");
      out.put("open_on", exposures.open());
      List<Integer> edges = IntStream.range(0, sheets.debts().edges()).boxed().toList();
      int[] source = sheets.debts().sources();
      out.objects(
          "exposures",
          edges,
          (o, e) -> {
            String debtor = sheets.parties().get(source[e]);
            String creditor = sheets.parties().get(sheets.debts().target()[e]);
            o.put("debtor", debtor).put("creditor", creditor);
            o.put("amount", sheets.debts().amount()[e]);
            o.texts("deals", exposures.between(debtor, creditor).stream().map(Deal::id).toList());
          });
      List<Integer> parties = IntStream.range(0, sheets.size()).boxed().toList();
      out.objects(
          "means",
          parties,
          (o, i) -> {
            String party = sheets.parties().get(i);
            LedgerExposures.KnownCash known = exposures.cash().get(party);
            o.put("node", party).put("usd_b", sheets.externalAssets()[i]);
            o.put("basis", known == null ? "assumed" : "cash");
            if (known != null) {
              o.put("on", known.on().toString());
            }
          });
      fields(out, answer);
    });
  }

  private static void fields(JsonObject out, CascadeAnswer answer) {
    Cascade cascade = answer.cascade();
    List<String> parties = cascade.sheets().parties();
    out.put("method", cascade.method().key());
    if (cascade.method().clears()) {
      out.numbers("clearing_payment", byNode(parties, cascade.payment()));
    }
    out.numbers("equity", byNode(parties, cascade.equity()));
    out.numbers("stress", byNode(parties, cascade.stress()));
    out.objects(
        "defaults",
        cascade.defaults(),
        (o, failed) -> o.put("node", failed.party()).put("round", failed.round()));
    out.put(
        "loss",
        o ->
            o.put("total", cascade.loss())
                .put("outside", cascade.lossOutside())
                .numbers("by_holder", byNode(parties, cascade.lossByHolder())));
    answer.keystones().ifPresent(index -> out.numbers("keystones", byNode(parties, index)));
    answer
        .shortfall()
        .ifPresent(found ->
            out.put(
                "shortfall",
                o ->
                    o.put("draws", found.draws())
                        .put("volatility", found.volatility())
                        .put("mean", found.mean())
                        .put("quantile_95", found.quantile())
                        .put("expected_shortfall", found.expected())
                        .put("standard_error", found.error())
                        .numbers("by_holder", byNode(parties, found.lossByHolder()))
                        .numbers("failing", byNode(parties, found.failing()))));
  }

  private static Map<String, Double> byNode(List<String> parties, double[] values) {
    Map<String, Double> map = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      map.put(parties.get(i), values[i]);
    }
    return map;
  }
}
