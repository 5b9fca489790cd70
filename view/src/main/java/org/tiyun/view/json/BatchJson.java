package org.tiyun.view.json;

import java.util.List;
import java.util.stream.IntStream;
import org.tiyun.engine.Batch;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Variable;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.run.BatchRun;
import org.tiyun.study.run.BatchSummary;

/** The answer of {@code tiyun run --draws} for programs; see docs/machine-output.md. */
public final class BatchJson {
  private BatchJson() {}

  /**
   * @param history whether period 0 is listed too
   */
  public static String of(BatchSummary summary, boolean history, String version) {
    BatchRun batch = summary.batch();
    OpenModel opened = batch.opened();
    CheckedModel model = opened.model();
    Batch result = summary.result();
    int first = history ? 0 : 1;
    return JsonObject.text(out -> {
      out.put("model", m -> m.put("id", model.id()).put("hash", model.hash()));
      opened
          .ledger()
          .ifPresent(l -> out.put("ledger", o -> o.put("id", l.id()).put("hash", l.hash())));
      out.put("scenario", batch.scenario().id());
      out.put("seed", batch.request().seed());
      out.put("version", version);
      out.put("draws", result.paths());
      out.put("failed", result.failed());
      out.put("audit", a -> a.put("relative", result.largestRelativeResidual()));
      out.texts(
          "drawn", result.drawn().stream().map(i -> "" + model.inputs().get(i).name()).toList());
      out.put("rank_error", summary.rankError());
      out.objects(
          "series",
          IntStream.range(0, batch.variables().size()).boxed().toList(),
          (o, k) -> series(o, summary, k, first));
    });
  }

  private static void series(JsonObject out, BatchSummary summary, int k, int first) {
    CheckedModel model = summary.batch().opened().model();
    Variable variable = model.variables().get(summary.batch().variables().get(k));
    out.put("variable", variable.name().base());
    out.put("entity", variable.name().entity());
    out.put("unit", variable.unit());
    List<Integer> periods =
        IntStream.rangeClosed(first, summary.batch().periods()).boxed().toList();
    out.texts("periods", periods.stream().map(model.calendar()::label).toList());
    out.numbers("mean", periods.stream().mapToDouble(t -> summary.means()[k][t]).toArray());
    out.put(
        "quantiles",
        q -> {
          for (int s = 0; s < BatchSummary.SHARES.size(); s++) {
            int share = s;
            q.numbers(
                String.valueOf(Math.round(BatchSummary.SHARES.get(s) * 100)),
                periods.stream().mapToDouble(t -> summary.quantiles()[k][t][share]).toArray());
          }
        });
  }
}
