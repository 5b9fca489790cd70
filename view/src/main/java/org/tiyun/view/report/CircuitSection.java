package org.tiyun.view.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.tiyun.circuit.FirmMeasures;
import org.tiyun.circuit.Headline;
import org.tiyun.circuit.Loop;
import org.tiyun.circuit.deals.DealEdge;
import org.tiyun.circuit.deals.DealLoop;
import org.tiyun.circuit.deals.Layer;
import org.tiyun.study.report.ReportContent;

/** What the ledger says: the years beside each other, the firms, the loops, the promises. */
final class CircuitSection {
  private static final int LOOPS = 8;

  private CircuitSection() {}

  static String years(ReportContent content, Speech speech) {
    List<String> head = new ArrayList<>(List.of(""));
    content.years().forEach(y -> head.add(Integer.toString(y.year())));
    List<List<String>> rows = new ArrayList<>();
    row(rows, content, speech.say("report.years.entering"), h -> speech.money(h.entering()));
    row(
        rows,
        content,
        speech.say("report.years.users"),
        h -> speech.percent(h.enteringShares().getOrDefault("end_users", 0.0)));
    row(
        rows,
        content,
        speech.say("report.years.lenders"),
        h -> speech.percent(h.enteringShares().getOrDefault("lenders", 0.0)));
    String firm = speech.name(content.circuit().headline().firm());
    row(
        rows,
        content,
        speech.say("report.years.sales", "firm", firm),
        h -> h.endUserShare().map(speech::percent).orElse(""));
    row(
        rows,
        content,
        speech.say("report.years.back", "firm", firm),
        h -> h.ownMoneyBack().map(speech::percent).orElse(""));
    row(
        rows,
        content,
        speech.say("report.years.equity", "firm", firm),
        h -> speech.percent(h.equityReturn().share()));
    row(rows, content, speech.say("view.map.finn"), h -> speech.percent(h.finn()));
    row(rows, content, speech.say("report.years.circulation"), h -> speech.money(h.circulation()));
    row(rows, content, speech.say("report.years.share"), h -> speech.percent(h.circulationShare()));
    row(rows, content, speech.say("report.years.drive"), h -> speech.percent(h.externalDrive()));
    return new Html().table(speech.say("report.years.caption"), 1, head, rows).toString();
  }

  private static void row(
      List<List<String>> rows,
      ReportContent content,
      String label,
      java.util.function.Function<Headline, String> value) {
    List<String> row = new ArrayList<>(List.of(label));
    content.years().forEach(y -> row.add(value.apply(y)));
    rows.add(row);
  }

  static String firms(ReportContent content, Speech speech) {
    List<FirmMeasures> firms = new ArrayList<>(content.circuit().cash().network().firms());
    firms.sort(
        Comparator.comparingDouble(FirmMeasures::inflow)
            .reversed()
            .thenComparing(FirmMeasures::id));
    List<List<String>> rows = new ArrayList<>();
    for (FirmMeasures firm : firms) {
      rows.add(
          List.of(
              speech.name(firm.id()),
              speech.money(firm.inflow()),
              share(firm, "end_users", speech),
              share(firm, "other_chip_buyers", speech),
              share(firm, "own_business", speech),
              share(firm, "lenders", speech),
              share(firm, "outside_equity", speech),
              speech.percent(firm.ownMoneyBack()),
              firm.sales().map(s -> speech.money(s.gross())).orElse(""),
              firm.sales().map(s -> speech.money(s.lessOwnMoney())).orElse(""),
              firm.sales().map(s -> speech.money(s.fromEndUsers())).orElse("")));
    }
    return new Html()
        .table(
            speech.say("report.firms.caption", "year", content.circuit().headline().year()),
            1,
            List.of(
                speech.say("view.map.firm"),
                speech.say("view.map.inflow"),
                speech.say("origin.end_users"),
                speech.say("origin.other_chip_buyers"),
                speech.say("origin.own_business"),
                speech.say("origin.lenders"),
                speech.say("origin.outside_equity"),
                speech.say("view.map.back"),
                speech.say("report.firms.gross"),
                speech.say("report.firms.less"),
                speech.say("report.firms.users")),
            rows)
        .toString();
  }

  private static String share(FirmMeasures firm, String origin, Speech speech) {
    return speech.percent(firm.paidBy().getOrDefault(origin, 0.0));
  }

  static String loops(ReportContent content, Speech speech) {
    List<List<String>> rows = new ArrayList<>();
    for (Loop loop : content.circuit().cash().network().loops().stream().limit(LOOPS).toList()) {
      rows.add(
          List.of(
              speech.path(loop.path()),
              speech.say("view.map.paidin", "year", content.circuit().headline().year()),
              speech.money(loop.tightest())));
    }
    for (DealLoop loop : content.circuit().deals().loops(6).stream().limit(LOOPS).toList()) {
      List<String> edges = new ArrayList<>();
      for (DealEdge edge : loop.edges()) {
        edges.add(
            speech.name(edge.payer())
                + " > "
                + speech.name(edge.payee())
                + " "
                + speech.money(edge.amount())
                + " "
                + speech.say("view.stage." + edge.mainStage().name().toLowerCase(Locale.ROOT)));
      }
      rows.add(
          List.of(
              speech.path(loop.path()), String.join("; ", edges), speech.money(loop.tightest())));
    }
    return new Html()
        .table(
            speech.say("report.loops.caption"),
            2,
            List.of(
                speech.say("report.loops.path"),
                speech.say("report.loops.links"),
                speech.say("report.loops.tightest")),
            rows)
        .toString();
  }

  static String promises(ReportContent content, Speech speech) {
    List<List<String>> rows = new ArrayList<>();
    for (Layer layer : content.circuit().layers()) {
      rows.add(
          List.of(
              speech.say("view.stage." + layer.stage().name().toLowerCase(Locale.ROOT)),
              speech.figures().count(layer.deals()),
              speech.money(layer.cash()),
              speech.money(layer.inKind()),
              speech.money(layer.contingent()),
              speech.figures().count(layer.undisclosed())));
    }
    return new Html()
        .table(
            speech.say("view.map.promises"),
            1,
            List.of(
                speech.say("view.map.stage"),
                speech.say("view.map.deals"),
                speech.say("view.map.cash"),
                speech.say("view.map.inkind"),
                speech.say("view.map.contingent"),
                speech.say("view.map.undisclosed")),
            rows)
        .toString();
  }
}
