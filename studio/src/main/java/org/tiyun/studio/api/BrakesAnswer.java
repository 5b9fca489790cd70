package org.tiyun.studio.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tiyun.language.model.Calendar;
import org.tiyun.studio.shelf.Opened;
import org.tiyun.study.brake.BrakeResult;
import org.tiyun.study.report.ChartList;
import org.tiyun.study.report.ModelVerdict;
import org.tiyun.study.run.EventLine;
import org.tiyun.study.run.ModelRun;
import org.tiyun.view.json.JsonObject;

/** Every scenario of a model beside the run without it. */
final class BrakesAnswer {
  private BrakesAnswer() {}

  static String json(RunQuery query, String version) {
    Opened opened = query.opened();
    ModelRun base = query.with(Optional.empty(), query.settings()).run();
    Set<String> failures = ChartList.failures(opened.open());
    return JsonObject.compact(out -> {
      Hashes.put(out, opened, version);
      out.texts("failures", failures);
      out.objects("base", failing(base.events(), failures), RunAnswer::event);
      List<ModelRun> braked = new ArrayList<>();
      for (var scenario : opened.open().scenarios()) {
        braked.add(query.with(Optional.of(scenario.id()), query.settings()).run());
      }
      int[] at = {0};
      out.objects(
          "brakes",
          braked,
          (o, run) -> {
            o.put("id", opened.open().scenarios().get(at[0]++).id());
            o.objects("events", failing(run.events(), failures), RunAnswer::event);
            ModelVerdict verdict = verdict(base, run);
            o.put("starts", starts(run)).put("compared", verdict.comparedAt());
            o.objects(
                "changes",
                verdict.changes(),
                (c, change) ->
                    c.put("variable", change.variable())
                        .put("base", Rounded.of(change.base()))
                        .put("braked", Rounded.of(change.braked())));
            o.put("audit", run.run().audit().relative());
          });
    });
  }

  private static ModelVerdict verdict(ModelRun base, ModelRun run) {
    return ChartList.verdict(
        new BrakeResult(
            run.opened(),
            run.run().scenario(),
            base.run(),
            run.run(),
            base.events(),
            run.events()));
  }

  private static String starts(ModelRun run) {
    Calendar calendar = run.run().model().calendar();
    return calendar.label(run.run().scenario().begins());
  }

  static List<EventLine> failing(List<EventLine> events, Set<String> kinds) {
    return events.stream().filter(e -> kinds.isEmpty() || kinds.contains(e.kind())).toList();
  }
}
