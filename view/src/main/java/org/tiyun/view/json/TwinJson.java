package org.tiyun.view.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tiyun.study.twin.TwinResult;
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
                  .put("zero", side.zero()));
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
            o.put("as", quantity.level() ? "level" : "share");
            for (int m = 0; m < quantity.values().size(); m++) {
              o.numbers(names.get(m), quantity.values().get(m));
            }
            o.put("same_sign", quantity.sameSign());
            o.put("where_it_fails", quantity.fails().en());
          });
      out.objects(
          "brakes",
          twin.brakes(),
          (o, brake) -> {
            o.put("id", brake.id()).put("name", brake.name().en());
            o.texts("scenarios", brake.scenarios());
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
}
