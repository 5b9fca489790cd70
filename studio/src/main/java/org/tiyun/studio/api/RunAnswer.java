package org.tiyun.studio.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tiyun.engine.Run;
import org.tiyun.language.model.Books;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.studio.shelf.Look;
import org.tiyun.study.report.ChartData;
import org.tiyun.study.report.ChartList;
import org.tiyun.study.run.EventLine;
import org.tiyun.study.run.ModelRun;
import org.tiyun.view.json.JsonObject;
import org.tiyun.view.map.MoneyMap.Category;
import org.tiyun.view.map.MoneyMap.Side;

/** A run for the pages: charts, payments between parties, their money, events. */
final class RunAnswer {
  private final RunQuery query;
  private final Run run;
  private final CheckedModel model;
  private final Look look;

  private RunAnswer(RunQuery query, Run run) {
    this.query = query;
    this.run = run;
    this.model = run.model();
    this.look = query.opened().look();
  }

  static String json(RunQuery query, ModelRun answer, String version) {
    RunAnswer made = new RunAnswer(query, answer.run());
    return JsonObject.compact(out -> made.write(out, answer, version));
  }

  private void write(JsonObject out, ModelRun answer, String version) {
    Hashes.put(out, query.opened(), version);
    out.put("scenario", query.scenario()).texts("settings", query.settings());
    out.put("seed", query.seed());
    out.put(
        "audit",
        a ->
            a.put("relative", run.audit().relative())
                .put("largest_residual", run.audit().largestResidual())
                .put("largest_stock", run.audit().largestStock())
                .put("where", run.audit().where()));
    List<String> periods = new ArrayList<>();
    for (int t = 0; t <= run.periods(); t++) {
      periods.add(model.calendar().label(t));
    }
    out.texts("periods", periods);
    out.objects("events", answer.events(), (o, e) -> event(o, e));
    out.objects("charts", ChartList.orVariables(query.opened().open(), run), RunAnswer::chart);
    flows(out);
    money(out);
    out.objects("warnings", answer.warnings(), (o, f) -> o.put("code", f.code()));
  }

  static void event(JsonObject out, EventLine event) {
    out.put("index", event.index())
        .put("period", event.period())
        .put("kind", event.kind())
        .put("firm", event.entity())
        .put("amount", Rounded.of(event.amount()))
        .put("because", event.because());
  }

  private static void chart(JsonObject out, ChartData chart) {
    out.put("id", chart.id()).put("unit", chart.unit());
    out.texts("periods", chart.periods()).put("first", chart.firstModelled());
    out.objects(
        "lines",
        chart.lines(),
        (o, line) ->
            o.put("variable", line.variable())
                .put("entity", line.entity())
                .numbers("past", Rounded.of(line.past()))
                .numbers("values", Rounded.of(line.base())));
  }

  private record Pair(String payer, String payee, Category category) {}

  /** Payments of each period, added up by payer, payee and what they are for. */
  private void flows(JsonObject out) {
    Map<Pair, double[]> sums = new LinkedHashMap<>();
    Books books = model.books();
    for (Books.Flow flow : books.flows()) {
      String payer = books.sectors().get(flow.payer());
      String payee = books.sectors().get(flow.payee());
      double[] amount = run.values()[flow.amount()];
      // A negative payment goes the other way.
      for (int t = 1; t <= run.periods(); t++) {
        Pair pair =
            amount[t] >= 0
                ? new Pair(payer, payee, category(flow, payer))
                : new Pair(payee, payer, category(flow, payee));
        if (amount[t] != 0) {
          sums.computeIfAbsent(pair, p -> new double[run.periods() + 1])[t] += Math.abs(amount[t]);
        }
      }
    }
    out.objects(
        "flows",
        sums.entrySet(),
        (o, e) ->
            o.put("payer", e.getKey().payer())
                .put("payee", e.getKey().payee())
                .put("kind", e.getKey().category().word())
                .numbers("values", Rounded.of(e.getValue())));
  }

  private Category category(Books.Flow flow, String payer) {
    if (look.party(payer).side() == Side.END_USERS) {
      return Category.END_USERS;
    }
    String claim =
        flow.claim().isPresent()
            ? model.books().claims().get(flow.claim().getAsInt()).name().base()
            : "";
    return look.flows()
        .getOrDefault(
            flow.name().base(),
            claim.contains("equity")
                ? Category.EQUITY
                : claim.contains("debt") ? Category.DEBT : Category.OTHER);
  }

  /** What each party holds of the money that pays. */
  private void money(JsonObject out) {
    Books books = model.books();
    if (books.settlement().isEmpty()) {
      return;
    }
    Books.Claim money = books.claims().get(books.settlement().getAsInt());
    out.objects(
        "money",
        money.holdings(),
        (o, h) ->
            o.put("party", books.sectors().get(h.sector()))
                .numbers("values", Rounded.of(run.values()[h.variable()])));
  }
}
