package org.tiyun.view.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.tiyun.study.twin.Likeness;
import org.tiyun.study.twin.Move;
import org.tiyun.study.twin.Reason;
import org.tiyun.study.twin.RoleFlows;
import org.tiyun.study.twin.TwinResult;
import org.tiyun.study.twin.TwinResult.Compared;
import org.tiyun.study.twin.TwinResult.Effect;
import org.tiyun.study.twin.TwinResult.Eighteenth;
import org.tiyun.study.twin.TwinResult.Failing;
import org.tiyun.study.twin.TwinResult.Measured;
import org.tiyun.study.twin.TwinResult.RoleMap;

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
                  .put("zero_chosen", side.chosen())
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
            compared(o, quantity);
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
            List<Integer> machines = positions(twin);
            o.objects(
                "events",
                machines,
                (e, m) ->
                    e.put("base", brake.base().get(m).events())
                        .put("braked", brake.braked().get(m).events()));
            o.objects(
                "failures",
                machines,
                (e, m) -> failures(e, "braked", brake.base().get(m), brake.braked().get(m)));
            o.put(
                "changes",
                e -> brake.changes().forEach((q, by) -> e.numbers(q.word(), values(by))));
            o.put("effects", e -> brake.effects().forEach((id, by) -> e.numbers(id, values(by))));
            o.put(
                "moves",
                e -> {
                  brake.effects().forEach((id, by) -> e.texts(id, moves(by)));
                  brake.changes().forEach((q, by) -> e.texts(q.word(), moves(by)));
                });
            if (twin.draws() > 0) {
              o.put(
                  "over",
                  e -> brake.effects().forEach((id, by) -> e.objects(id, by, TwinJson::over)));
            }
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
                .forEach((id, effect) -> {
                  if (Double.isFinite(effect.value())) {
                    effects.put(id, effect.value());
                  }
                });
            o.numbers("effect", effects);
            o.put(
                "moves",
                e -> crossing.effects().forEach((id, effect) -> e.put(id, word(effect.move()))));
            o.put("events", crossing.base().events());
            o.put("events_changed", crossing.given().events());
            o.put("failures", e -> failures(e, "changed", crossing.base(), crossing.given()));
            if (twin.draws() > 0) {
              o.put(
                  "over",
                  e ->
                      crossing
                          .effects()
                          .forEach((id, effect) -> e.put(id, each -> over(each, effect))));
            }
          });
      out.objects("maps", twin.maps(), (o, map) -> map(o, twin, map));
    });
  }

  /** A quantity with what each machine has of it: paths by clock year, or one value. */
  private static void eighteenth(JsonObject out, TwinResult twin, Eighteenth each) {
    out.put("number", each.quantity().number()).put("id", each.quantity().word());
    out.put("name", each.name().en()).put("name_zh", each.name().zh());
    out.put("unit", each.unit().en()).put("unit_zh", each.unit().zh());
    out.put("role", each.role().en()).put("role_zh", each.role().zh());
    out.put("over_time", each.quantity().overTime());
    compared(out, each);
    out.objects(
        "of",
        positions(twin),
        (o, m) -> measured(o.put("model", twin.models().get(m).name()), each.of().get(m)));
  }

  private static List<Integer> positions(TwinResult twin) {
    return IntStream.range(0, twin.models().size()).boxed().toList();
  }

  /** How the first two compare, and why the likeness fails. */
  private static void compared(JsonObject out, Compared compared) {
    out.texts("moves", compared.ends().stream().map(ends -> word(ends.move())).toList());
    out.put("likeness", compared.likeness().word());
    if (compared.likeness() != Likeness.UNKNOWN) {
      out.put("same_sign", compared.likeness() == Likeness.SAME);
    }
    out.put("apart", compared.apart());
    out.put("reason", compared.reason().map(Reason::word));
    out.put("where_it_fails", compared.fails().en());
    out.put("where_it_fails_zh", compared.fails().zh());
  }

  private static String word(Move move) {
    return move.name().toLowerCase(Locale.ROOT);
  }

  private static double[] values(List<Effect> effects) {
    return effects.stream().mapToDouble(Effect::value).toArray();
  }

  private static List<String> moves(List<Effect> effects) {
    return effects.stream().map(effect -> word(effect.move())).toList();
  }

  private static void over(JsonObject out, Effect effect) {
    effect
        .over()
        .ifPresent(s -> out.put("low", s.low()).put("median", s.median()).put("high", s.high()));
  }

  private static void failures(JsonObject out, String changed, Failing before, Failing after) {
    out.put("base", before.failures()).put(changed, after.failures());
    before.often().ifPresent(share -> out.put("often_base", share));
    after.often().ifPresent(share -> out.put("often_" + changed, share));
  }

  /** Payments between roles, of each machine in its own money. */
  private static void map(JsonObject out, TwinResult twin, RoleMap map) {
    out.put("year", map.year()).texts("periods", map.periods());
    map.brake().ifPresent(brake -> out.put("brake", brake.en()).put("brake_zh", brake.zh()));
    out.objects(
        "of",
        positions(twin),
        (o, m) -> {
          RoleFlows flows = map.of().get(m);
          o.put("model", twin.models().get(m).name());
          o.put("total", flows.total()).put("within", flows.within());
          o.objects(
              "payments",
              flows.payments(),
              (p, payment) ->
                  p.put("payer", payment.payer())
                      .put("payee", payment.payee())
                      .put("flow", payment.flow())
                      .put("amount", payment.amount()));
        });
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
