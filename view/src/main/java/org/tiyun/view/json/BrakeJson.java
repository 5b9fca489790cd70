package org.tiyun.view.json;

import org.tiyun.engine.Run;
import org.tiyun.study.brake.BrakeTable;
import org.tiyun.study.brake.BrakeTable.BrakeCase;
import org.tiyun.study.brake.Climb;
import org.tiyun.study.brake.Limits;
import org.tiyun.study.run.EventLine;
import org.tiyun.study.solve.Solved;

/**
 * The answer of {@code tiyun brake} for programs; its fields are described in
 * docs/machine-output.md.
 */
public final class BrakeJson {
  private BrakeJson() {}

  public static String of(BrakeTable table, String version) {
    return JsonObject.text(out -> {
      Run base = table.base().result().base();
      out.put("model", m -> m.put("id", base.model().id()).put("hash", base.model().hash()));
      table
          .opened()
          .ledger()
          .ifPresent(l -> out.put("ledger", o -> o.put("id", l.id()).put("hash", l.hash())));
      out.put("seed", base.seed()).put("version", version);
      out.objects("base_failures", table.base().failures(), BrakeJson::failure);
      out.objects(
          "scenarios",
          table.cases(),
          (o, each) -> {
            o.put("id", each.result().scenario().id());
            o.put("title", each.result().scenario().title());
            fields(o, each, table);
          });
      out.put("base", o -> fields(o, table.base(), table));
      limits(out, table.base(), table);
      table.climb().ifPresent(climb -> out.put("climb", o -> climb(o, climb)));
    });
  }

  private static void fields(JsonObject out, BrakeCase each, BrakeTable table) {
    out.objects("failures", each.failures(), BrakeJson::failure);
    out.objects("events", each.result().events(), BrakeJson::failure);
    out.texts("failed", each.failed());
    out.put(
        "loss",
        loss -> {
          loss.put("total", each.loss().total()).put("unit", table.opened().moneyUnit());
          loss.numbers("by_holder", each.loss().byHolder());
          loss.numbers("unpaid", each.loss().unpaid());
          loss.numbers("written_down", each.loss().written());
          loss.numbers("passed_on_to", each.loss().passed());
        });
    out.put("runway_at", each.runwayAt()).numbers("runway_months", each.runway());
    each.hub().ifPresent(share -> out.put("hub_revenue_share_of_base", (double) share));
    each.futures()
        .ifPresent(f ->
            out.put(
                "futures",
                o ->
                    o.put("draws", f.draws())
                        .put("failing", f.failing())
                        .put("stalls", f.stalls())
                        .put("median_first_failure", f.median())
                        .numbers("first_to_fall", f.firstToFall())));
    limits(out, each, table);
    out.put("audit", RunJson.audit(each.result().braked().audit()));
  }

  private static void limits(JsonObject out, BrakeCase each, BrakeTable table) {
    each.stallSpeed().ifPresent(s -> out.put("stall_speed", o -> stallSpeed(o, s)));
    each.minimumRevenue().ifPresent(m -> out.put("minimum_external_revenue", o -> minimum(o, m)));
    each.backstopBill()
        .ifPresent(b -> out.put("backstop_bill", o -> bill(o, b, table.opened().moneyUnit())));
  }

  private static void stallSpeed(JsonObject out, Limits.StallSpeed speed) {
    solved(out, "value", speed.growth());
    out.put("unit", "growth of outside money per period")
        .put("outside_money_at_start", speed.start())
        .put("actual", speed.actual());
    if (speed.growth().found()) {
      out.put("margin", speed.actual() - speed.growth().value());
    }
  }

  private static void bill(JsonObject out, Limits.BackstopBill bill, String money) {
    solved(out, "value", bill.fund());
    if (bill.fund().status() == Solved.Status.HOLDS_EVERYWHERE) {
      // Where nobody fails without a fund the bill is nil.
      out.put("value", 0.0);
    }
    out.put("unit", bill.per().isEmpty() ? money : "share of " + bill.per());
  }

  private static void minimum(JsonObject out, Limits.MinimumRevenue minimum) {
    solved(out, "multiplier", minimum.multiple());
    out.put("needed_by", minimum.neededBy());
  }

  private static void climb(JsonObject out, Climb.Gain climb) {
    out.put("gain", climb.gain());
    out.put("gain_at_least_belief", climb.lowest()).put("gain_at_most_belief", climb.highest());
    out.put("belief_where_gain_passes_one", o -> solved(o, "value", climb.belief()));
  }

  /** What was not found has no value: the status says on which side it lies. */
  static void solved(JsonObject out, String name, Solved solved) {
    if (solved.found()) {
      out.put(name, solved.value()).put("tolerance", solved.tolerance());
    } else {
      out.put("searched_to", solved.value());
    }
    out.put("status", solved.status().name().toLowerCase(java.util.Locale.ROOT))
        .put("monotone", solved.monotone());
  }

  private static void failure(JsonObject out, EventLine event) {
    out.put("period", event.period())
        .put("firm", event.entity())
        .put("kind", event.kind())
        .put("amount", event.amount())
        .put("because", event.because());
  }
}
