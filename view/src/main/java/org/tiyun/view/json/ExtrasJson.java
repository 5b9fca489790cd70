package org.tiyun.view.json;

import java.util.ArrayList;
import java.util.List;
import org.tiyun.circuit.Tracing;
import org.tiyun.circuit.network.Hubs;
import org.tiyun.circuit.network.NullModel;
import org.tiyun.circuit.range.Band;
import org.tiyun.circuit.range.Bands;

/** What a map may hold besides its measures: ranges, the null model, hubs. */
final class ExtrasJson {
  private ExtrasJson() {}

  static void ranges(JsonObject out, Bands bands) {
    out.put(
        "ranges",
        o -> {
          o.put("draws", bands.draws()).put("seed", bands.seed());
          o.put("figures", f -> bands.figures().forEach((name, band) -> band(f, name, band)));
        });
  }

  private static void band(JsonObject out, String name, Band band) {
    if (Double.isFinite(band.value())) {
      out.put(
          name, o -> o.put("value", band.value()).put("low", band.low()).put("high", band.high()));
    }
  }

  static void bounds(JsonObject out, Tracing tracing) {
    out.put(
        "bounds",
        o -> {
          o.put("finn", tracing.finn()).put("finn_earmarked", tracing.finnEarmarked());
          o.put("netted_share", tracing.netted());
          o.objects("firms", tracing.firms(), ExtrasJson::bound);
        });
  }

  private static void bound(JsonObject out, Tracing.Firm firm) {
    out.put("id", firm.id());
    firm.endUsers().ifPresent(share -> out.put("end_users", share));
    firm.endUsersEarmarked().ifPresent(share -> out.put("end_users_earmarked", share));
    out.put("own_money_back", firm.back()).put("own_money_back_earmarked", firm.backEarmarked());
    out.put("equity_invested", firm.equity().invested());
    out.put("equity_return", firm.equity().share());
    out.put("equity_return_spent_later", firm.equity().spentLater());
    out.put("equity_return_earmarked", firm.equity().earmarked());
  }

  static void chance(JsonObject out, NullModel model) {
    out.put(
        "null_model",
        o -> {
          o.put("draws", model.draws());
          standing(o, "finn_cycling_index", model.finn());
          standing(o, "maximum_circulation", model.circulation());
          standing(o, "bff_circularity", model.forwarded());
        });
  }

  private static void standing(JsonObject out, String name, NullModel.Standing standing) {
    out.put(
        name,
        o ->
            o.put("value", standing.here())
                .put("low", standing.low())
                .put("median", standing.middle())
                .put("high", standing.high())
                .put("at_least", standing.atLeast()));
  }

  /** Largest drop of the maximum circulation first. */
  static void hubs(JsonObject out, List<String> parties, Hubs hubs) {
    List<Integer> order = new ArrayList<>(hubs.order());
    out.objects(
        "hubs",
        order,
        (o, i) ->
            o.put("id", parties.get(i))
                .put("finn_drop", hubs.finnDrop()[i])
                .put("circulation_drop", hubs.circulationDrop()[i])
                .put("page_rank", hubs.pageRank()[i])
                .put("betweenness", hubs.betweenness()[i]));
  }
}
