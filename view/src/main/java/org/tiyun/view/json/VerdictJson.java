package org.tiyun.view.json;

import java.util.Map;
import java.util.TreeSet;
import org.tiyun.language.model.Calendar;
import org.tiyun.study.ablation.Ablation;
import org.tiyun.study.believe.BelieveMap;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.verdict.Condition;
import org.tiyun.study.verdict.Outcome;
import org.tiyun.study.verdict.Verdict;

/**
 * The answers of {@code tiyun verdict}, {@code believe} and {@code ablate} for programs; their
 * fields are described in docs/machine-output.md.
 */
public final class VerdictJson {
  private VerdictJson() {}

  public static String of(Verdict verdict, String version) {
    return JsonObject.text(out -> {
      head(out, verdict.opened(), version);
      out.put("scenario", verdict.scenario()).put("seed", verdict.seed());
      out.put("draws", verdict.draws()).put("broken_off", verdict.broken());
      out.put(
          "outcomes",
          o -> {
            for (Outcome outcome : Outcome.values()) {
              o.put(outcome.word(), verdict.share(outcome));
            }
          });
      out.objects(
          "thresholds",
          verdict.thresholds().conditions(),
          (o, c) -> {
            o.put("outcome", c.outcome().word()).put("group", c.group());
            o.put("measure", c.measure().word());
            if (c.variable() >= 0) {
              o.put(
                  "name", verdict.opened().model().variables().get(c.variable()).name().toString());
            }
            if (!c.firms().isEmpty()) {
              o.texts("firms", new TreeSet<>(c.firms()));
            }
            Calendar calendar = verdict.opened().model().calendar();
            o.put("from", calendar.label(c.from())).put("to", calendar.label(c.to()));
            if (c.measure() == Condition.Measure.FALL) {
              o.put("over", c.over());
            }
            o.put("test", c.test().sign()).put("than", c.than());
          });
      out.objects(
          "decided_by",
          verdict.decidedBy(),
          (o, d) -> {
            o.put("parameter", d.parameter());
            o.put("rank_correlation", d.correlations().getOrDefault(Outcome.STALLS, 0.0));
            o.put("by_outcome", by -> shares(by, d.correlations()));
          });
      out.put(
          "worst_twentieth",
          o ->
              o.put("futures", verdict.worst().futures())
                  .numbers("loss_by_holder", verdict.worst().lossByHolder()));
      Verdict.FirstFailures first = verdict.firstFailures();
      out.put(
          "first_failure",
          o -> {
            o.put("futures", first.futures());
            o.put("early", first.early()).put("median", first.median()).put("late", first.late());
            o.put("by_firm", firms -> first.byFirm().forEach((f, n) -> firms.put(f, (long) n)));
          });
    });
  }

  public static String of(BelieveMap map, String version) {
    return JsonObject.text(out -> {
      head(out, map.opened(), version);
      out.put("scenario", map.scenario()).put("seed", map.seed());
      out.put("draws_per_region", map.draws());
      out.objects(
          "axes",
          map.axes(),
          (o, axis) -> o.put("parameter", axis.parameter()).numbers("values", axis.values()));
      out.objects(
          "regions",
          map.regions(),
          (o, region) -> {
            o.numbers("at", region.at()).put("outcome", by -> shares(by, region.shares()));
            o.put("rules", region.ruling().map(Outcome::word));
          });
      out.put(
          "ruled",
          o -> {
            for (Outcome outcome : Outcome.values()) {
              o.put(outcome.word(), map.ruled(outcome));
            }
          });
    });
  }

  public static String of(Ablation table, String version) {
    return JsonObject.text(out -> {
      head(out, table.opened(), version);
      out.put("draws", table.draws()).put("stalls", table.stalls());
      out.put("loop_gains", o -> table.gains().forEach(o::put));
      out.texts("watched", table.watched().stream().map(Ablation.Watched::toString).toList())
          .numbers("values", table.values());
      table
          .braked()
          .ifPresent(b -> out.put("braked", o -> braked(o.put("scenario", b.scenario()), b)));
      out.objects(
          "switches",
          table.rows(),
          (o, row) -> {
            o.put("name", row.name()).put("mechanism", row.mechanism());
            o.put("turned", row.turnedOn() ? "on" : "off");
            o.numbers("changes", row.changes());
            o.put("stalls", row.stalls()).put("stalls_change", row.stalls() - table.stalls());
            o.put("loop_gains", g -> row.gains().forEach(g::put));
            row.braked().ifPresent(b -> o.put("braked", x -> braked(x, b)));
            o.put("decoration", row.decoration());
            o.objects(
                "expectations",
                row.expectations(),
                (e, x) -> {
                  e.put("value", x.value()).put("period", x.period());
                  e.put("expected", x.expected().name().toLowerCase(java.util.Locale.ROOT));
                  e.put("on", x.on()).put("off", x.off()).put("held", x.held());
                });
          });
    });
  }

  private static void braked(JsonObject out, Ablation.Braked braked) {
    out.put("stalls", braked.futures().stalls())
        .put("lowest_tenth", braked.lowest())
        .numbers("first_to_fall", braked.futures().firstToFall());
  }

  private static void head(JsonObject out, OpenModel opened, String version) {
    out.put("model", m -> m.put("id", opened.model().id()).put("hash", opened.model().hash()));
    opened
        .ledger()
        .ifPresent(l -> out.put("ledger", o -> o.put("id", l.id()).put("hash", l.hash())));
    out.put("version", version);
  }

  private static void shares(JsonObject out, Map<Outcome, Double> by) {
    by.forEach((outcome, share) -> out.put(outcome.word(), share));
  }
}
