package org.tiyun.view.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tiyun.circuit.Circuit;
import org.tiyun.circuit.FirmMeasures;
import org.tiyun.circuit.Loop;
import org.tiyun.circuit.NetworkMeasures;
import org.tiyun.circuit.deals.DealLoop;
import org.tiyun.circuit.deals.Layer;
import org.tiyun.circuit.network.Components;
import org.tiyun.circuit.network.Hubs;
import org.tiyun.circuit.network.NullModel;
import org.tiyun.view.text.MapAnswer;

/**
 * The answer of {@code tiyun map} for programs; its fields are described in docs/machine-output.md.
 */
public final class MapJson {
  /** How many loops of the deals are listed. */
  private static final int LOOPS = 20;

  private MapJson() {}

  /** Of a ledger: measures of the balanced matrix, deals by layer beside it. */
  public static String of(Circuit circuit, int longestLoop) {
    return of(MapAnswer.of(circuit), longestLoop);
  }

  /** The same with what was asked for besides. */
  public static String of(MapAnswer answer, int longestLoop) {
    Circuit circuit = answer.circuit();
    return JsonObject.text(out -> {
      out.put(
          "ledger", l -> l.put("id", circuit.ledger().id()).put("hash", circuit.ledger().hash()));
      out.put("matrix", circuit.cash().matrix().year());
      out.put("boundary", circuit.choice().boundary().key());
      out.put("as_of", circuit.choice().asOf());
      measures(out, circuit.cash().network());
      out.put(
          "headline",
          h -> {
            h.put("firm", circuit.headline().firm());
            circuit.headline().endUserShare().ifPresent(v -> h.put("end_user_share", v));
            circuit.headline().ownMoneyBack().ifPresent(v -> h.put("own_money_back", v));
            h.put("equity_invested", circuit.headline().equityReturn().invested());
            h.put("equity_return", circuit.headline().equityReturn().share());
            h.put("equity_return_hands", circuit.headline().equityReturn().hands());
            h.put("equity_return_spent_later", circuit.headline().equityReturn().spentLater());
            h.put("equity_return_earmarked", circuit.headline().equityReturn().earmarked());
            h.put("external_drive", circuit.headline().externalDrive());
            h.put("deals_circulation_share", circuit.headline().promisedCirculation());
            h.put("paid_deals_circulation_share", circuit.headline().dealsPaidCirculation());
          });
      layers(out, circuit.layers());
      List<DealLoop> loops = circuit.deals().loops(longestLoop);
      out.objects("deal_cycles", loops.subList(0, Math.min(LOOPS, loops.size())), MapJson::loop);
      Components reach = circuit.deals().components();
      out.put(
          "deal_components",
          c ->
              c.put("count", reach.count())
                  .put("largest", reach.largest())
                  .put("share_inside", reach.shareInside(circuit.deals().graph())));
      List<DealLoop> peeled = circuit.deals().decomposition();
      out.objects(
          "deal_peeled_cycles", peeled.subList(0, Math.min(LOOPS, peeled.size())), MapJson::loop);
      answer.bounds().ifPresent(bounds -> ExtrasJson.bounds(out, bounds));
      answer.ranges().ifPresent(ranges -> ExtrasJson.ranges(out, ranges));
      extras(out, circuit.cash().matrix().circle(), answer.chance(), answer.hubs());
    });
  }

  /** Of a bare network: its measures only. */
  public static String of(NetworkMeasures measures) {
    return of(measures, Optional.empty(), Optional.empty());
  }

  /** The same with what was asked for besides. */
  public static String of(
      NetworkMeasures measures, Optional<NullModel> chance, Optional<Hubs> hubs) {
    return JsonObject.text(out -> {
      measures(out, measures);
      extras(out, measures.firms().stream().map(FirmMeasures::id).toList(), chance, hubs);
    });
  }

  private static void extras(
      JsonObject out, List<String> parties, Optional<NullModel> chance, Optional<Hubs> hubs) {
    chance.ifPresent(model -> ExtrasJson.chance(out, model));
    hubs.ifPresent(found -> ExtrasJson.hubs(out, parties, found));
  }

  private static void measures(JsonObject out, NetworkMeasures m) {
    out.put(
        "measures",
        o -> {
          o.put("finn_cycling_index", m.finn());
          if (m.finnError() > 0) {
            o.put("finn_standard_error", m.finnError());
          }
          o.put("parties", m.parties());
          o.put("total_throughflow", m.totalThroughflow());
          o.put("average_path_length", m.averagePathLength());
          o.put(
              "maximum_circulation",
              c ->
                  c.put("value", m.maximum().value())
                      .put("share", m.maximum().share())
                      .put("share_inside", m.maximum().shareInside()));
          o.put("bff_circularity", m.forwarded().index());
          o.put("trophic_incoherence", m.incoherence());
          o.put(
              "components",
              c ->
                  c.put("count", m.components().count())
                      .put("largest", m.components().largest())
                      .put("share_inside", m.shareInComponents()));
          o.put("peeled", m.decomposition().goingRound());
          o.put("cycles_found", m.loopsFound()).put("cycles_truncated", m.loopsTruncated());
          o.texts("closed", m.closed()).texts("unbalanced", m.unbalanced());
        });
    Map<String, Double> entering = new LinkedHashMap<>();
    entering.put("total", m.enteringTotal());
    entering.putAll(m.entering());
    out.numbers("entering", entering);
    out.objects("firms", m.firms(), MapJson::firm);
    out.objects("cycles", m.loops(), MapJson::loop);
    out.objects(
        "peeled_cycles",
        m.decomposition().cycles(),
        (o, cycle) ->
            o.texts(
                    "path",
                    IntStream.of(cycle.parties()).mapToObj(i -> m.firms().get(i).id()).toList())
                .put("amount", cycle.tightest()));
  }

  private static void firm(JsonObject out, FirmMeasures firm) {
    out.put("id", firm.id()).put("inflow", firm.inflow()).put("outflow", firm.outflow());
    out.put("cycling", firm.ownMoneyBack()).put("own_money_back", firm.ownMoneyBack());
    out.put("level", firm.level());
    out.numbers("paid_by", firm.paidBy());
    firm.sales()
        .ifPresent(sales -> {
          out.numbers("sales_paid_by", sales.paidBy());
          out.put(
              "revenue",
              r ->
                  r.put("gross", sales.gross())
                      .put("less_own_money", sales.lessOwnMoney())
                      .put("from_end_users", sales.fromEndUsers()));
        });
  }

  private static void loop(JsonObject out, Loop loop) {
    out.texts("path", loop.path()).put("tightest", loop.tightest()).put("sum", loop.sum());
  }

  private static void loop(JsonObject out, DealLoop loop) {
    out.texts("path", loop.path()).put("tightest", loop.tightest()).put("sum", loop.sum());
    out.objects(
        "edges",
        loop.edges(),
        (o, edge) ->
            o.put("payer", edge.payer())
                .put("payee", edge.payee())
                .put("amount", edge.amount())
                .put("stage", edge.mainStage().name().toLowerCase(Locale.ROOT))
                .texts("deals", edge.dealIds()));
  }

  private static void layers(JsonObject out, List<Layer> layers) {
    out.put(
        "layers",
        o -> {
          for (Layer layer : layers) {
            o.put(
                layer.stage().name().toLowerCase(Locale.ROOT),
                l ->
                    l.put("deals", layer.deals())
                        .put("usd_b", layer.cash())
                        .put("in_kind_usd_b", layer.inKind())
                        .put("contingent_usd_b", layer.contingent())
                        .put("undisclosed", layer.undisclosed()));
          }
        });
  }
}
