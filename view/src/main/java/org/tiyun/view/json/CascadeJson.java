package org.tiyun.view.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tiyun.circuit.cascade.Cascade;

/** The answer of {@code tiyun cascade} for programs; fields as in docs/machine-output.md. */
public final class CascadeJson {
  private CascadeJson() {}

  /**
   * @param keystones by party, where they were asked for
   */
  public static String of(Cascade cascade, Optional<double[]> keystones) {
    List<String> parties = cascade.sheets().parties();
    return JsonObject.text(out -> {
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
      keystones.ifPresent(index -> out.numbers("keystones", byNode(parties, index)));
    });
  }

  private static Map<String, Double> byNode(List<String> parties, double[] values) {
    Map<String, Double> map = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      map.put(parties.get(i), values[i]);
    }
    return map;
  }
}
