package org.tiyun.view.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tiyun.study.twin.TwinResult;
import org.tiyun.study.twin.TwinResult.Eighteenth;
import org.tiyun.study.twin.TwinResult.Measured;
import org.tiyun.study.twin.TwinResult.Quantity;

/**
 * The answer of {@code tiyun twin} for programs; its fields are described in
 * docs/machine-output.md.
 */
public final class TwinJson {
  private TwinJson() {}

  public static String of(TwinResult twin, long seed, String version) {
    List<String> names = List.of("a", "b", "c");
    return JsonObject.text(out -> {
      out.put("seed", seed).put("version", version);
      out.objects(
          "models",
          twin.models(),
          (o, side) ->
              o.put("id", side.name())
                  .put("hash", side.model().model().hash())
                  .put("zero", side.zero())
                  .put("periods_a_year", side.model().model().calendar().step().perYear())
                  .put("money", side.model().moneyUnit()));
      out.put(
          "clock",
          c -> {
            c.put("zero", "peak of a year's growth of outside inflow, unless chosen");
            c.put("inflow", twin.clock().en());
            c.numbers("years", twin.years().stream().mapToDouble(y -> y).toArray());
          });
      out.objects(
          "quantities",
          twin.quantities(),
          (o, quantity) -> {
            o.put("id", quantity.id()).put("name", quantity.name().en());
            o.put("name_zh", quantity.name().zh());
            o.put("as", quantity.level() ? "level" : "share");
            o.texts("units", quantity.units());
            for (int m = 0; m < quantity.values().size(); m++) {
              o.numbers(names.get(m), quantity.values().get(m));
            }
            o.put("same_sign", quantity.sameSign());
            o.put("where_it_fails", quantity.fails().en());
            o.put("where_it_fails_zh", quantity.fails().zh());
          });
      out.put("draws", twin.draws());
      out.objects("eighteen", twin.eighteen(), (o, each) -> eighteenth(o, twin, each));
      out.objects(
          "brakes",
          twin.brakes(),
          (o, brake) -> {
            o.put("id", brake.id()).put("name", brake.name().en());
            o.put("name_zh", brake.name().zh());
            o.texts("scenarios", brake.scenarios());
            o.objects(
                "events", brake.failures(), (e, n) -> e.put("base", n[0]).put("braked", n[1]));
            o.put(
                "changes",
                e -> brake.changes().forEach((quantity, by) -> e.numbers(quantity.word(), by)));
            o.put(
                "effects",
                e -> {
                  for (Quantity quantity : twin.quantities()) {
                    e.numbers(
                        quantity.id(), brake.effects().getOrDefault(quantity.id(), new double[0]));
                  }
                });
          });
      out.objects(
          "crossings",
          twin.crossings(),
          (o, crossing) -> {
            o.put("id", crossing.id()).put("model", crossing.model());
            o.put("changed", crossing.changed().en()).put("settings", crossing.settings());
            o.put("changed_zh", crossing.changed().zh());
            Map<String, Double> effects = new LinkedHashMap<>();
            crossing
                .effects()
                .forEach((id, value) -> {
                  if (Double.isFinite(value)) {
                    effects.put(id, value);
                  }
                });
            o.numbers("effect", effects);
            o.put("events", crossing.events()).put("events_changed", crossing.eventsChanged());
          });
    });
  }

  /** A quantity with what each machine has of it: paths by clock year, or one value. */
  private static void eighteenth(JsonObject out, TwinResult twin, Eighteenth each) {
    out.put("number", each.quantity().number()).put("id", each.quantity().word());
    out.put("name", each.name().en()).put("name_zh", each.name().zh());
    out.put("unit", each.unit().en()).put("unit_zh", each.unit().zh());
    out.put("role", each.role().en()).put("role_zh", each.role().zh());
    out.put("over_time", each.quantity().overTime());
    each.sameSign().ifPresent(same -> out.put("same_sign", same));
    out.put("where_it_fails", each.fails().en()).put("where_it_fails_zh", each.fails().zh());
    List<Integer> machines = IntStream.range(0, each.of().size()).boxed().toList();
    out.objects(
        "of",
        machines,
        (o, m) -> measured(o.put("model", twin.models().get(m).name()), each.of().get(m)));
  }

  private static void measured(JsonObject out, Measured measured) {
    out.put("defined", measured.defined());
    if (!measured.defined()) {
      out.put("because", measured.because().en()).put("because_zh", measured.because().zh());
      return;
    }
    out.put("on", measured.on()).numbers("values", measured.values());
    if (!measured.sign().isEmpty()) {
      out.put("sign", measured.sign());
    }
    if (!measured.who().isEmpty()) {
      out.put("who", measured.who());
    }
    measured
        .range()
        .ifPresent(range -> {
          out.numbers("low", range.low()).numbers("median", range.median());
          out.numbers("high", range.high()).put("has", range.has());
          out.put("below", range.below()).put("above", range.above());
          out.put("draws", range.draws());
        });
  }
}
