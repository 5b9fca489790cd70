package org.tiyun.view.json;

import java.util.List;
import org.tiyun.study.brake.BrakeResult;
import org.tiyun.study.run.EventLine;

/**
 * The answer of {@code tiyun brake} for programs; its fields are described in
 * docs/machine-output.md.
 */
public final class BrakeJson {
  private BrakeJson() {}

  public static String of(List<BrakeResult> brakes, String version) {
    return JsonObject.text(out -> {
      BrakeResult first = brakes.get(0);
      out.put(
          "model",
          m -> m.put("id", first.base().model().id()).put("hash", first.base().model().hash()));
      first
          .opened()
          .ledger()
          .ifPresent(l -> out.put("ledger", o -> o.put("id", l.id()).put("hash", l.hash())));
      out.put("seed", first.base().seed()).put("version", version);
      out.objects("base_failures", first.baseEvents(), BrakeJson::failure);
      out.objects(
          "scenarios",
          brakes,
          (o, brake) -> {
            o.put("id", brake.scenario().id()).put("title", brake.scenario().title());
            o.objects("failures", brake.events(), BrakeJson::failure);
            o.put("audit", RunJson.audit(brake.braked().audit()));
          });
    });
  }

  private static void failure(JsonObject out, EventLine event) {
    out.put("period", event.period())
        .put("firm", event.entity())
        .put("kind", event.kind())
        .put("amount", event.amount());
  }
}
