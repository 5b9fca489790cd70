package org.tiyun.view.json;

import java.util.List;
import java.util.function.Consumer;
import org.tiyun.engine.Audit;
import org.tiyun.engine.Run;
import org.tiyun.language.model.Variable;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.run.EventLine;

/**
 * The answer of {@code tiyun run} for programs; its fields are described in docs/machine-output.md.
 */
public final class RunJson {
  private RunJson() {}

  /**
   * @param variables positions of the variables to list
   * @param history whether period 0 is listed too
   */
  public static String of(
      OpenModel opened, Run run, List<Integer> variables, boolean history, String version) {
    return JsonObject.text(out -> {
      out.put("model", m -> m.put("id", run.model().id()).put("hash", run.model().hash()));
      opened
          .ledger()
          .ifPresent(l -> out.put("ledger", o -> o.put("id", l.id()).put("hash", l.hash())));
      out.put("scenario", run.scenario().id());
      out.put("seed", run.seed());
      out.put("version", version);
      out.put("audit", audit(run.audit()));
      out.objects("events", EventLine.of(run), RunJson::event);
      out.objects("series", variables, (o, id) -> series(o, run, id, history ? 0 : 1));
    });
  }

  static Consumer<JsonObject> audit(Audit audit) {
    return out ->
        out.put("largest_residual", audit.largestResidual())
            .put("largest_stock", audit.largestStock())
            .put("relative", audit.relative());
  }

  static void event(JsonObject out, EventLine event) {
    out.put("period", event.period())
        .put("kind", event.kind())
        .put("firm", event.entity())
        .put("amount", event.amount())
        .put("because", event.because());
  }

  private static void series(JsonObject out, Run run, int id, int first) {
    Variable variable = run.model().variables().get(id);
    out.put("variable", variable.name().base());
    out.put("entity", variable.name().entity());
    out.put("unit", variable.unit());
    List<String> periods = new java.util.ArrayList<>();
    double[] values = new double[run.periods() + 1 - first];
    for (int period = first; period <= run.periods(); period++) {
      periods.add(run.model().calendar().label(period));
      values[period - first] = run.values()[id][period];
    }
    out.texts("periods", periods).numbers("values", values);
  }
}
