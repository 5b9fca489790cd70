package org.tiyun.view.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.tiyun.circuit.matrix.BalancedCell;
import org.tiyun.ledger.Deal;
import org.tiyun.ledger.Grade;
import org.tiyun.ledger.Source;
import org.tiyun.study.report.Assumption;
import org.tiyun.study.report.ReportContent;

/** Why believe it: deals and cells with their grade and page, and what is assumed. */
final class EvidenceSection {
  private EvidenceSection() {}

  /** Every deal of the ledger, largest first; those without an amount last. */
  static String deals(ReportContent content, Speech speech) {
    List<Deal> deals = new ArrayList<>(content.circuit().ledger().deals());
    deals.sort(
        Comparator.comparingDouble((Deal d) -> -d.amountUsdB().orElse(-1)).thenComparing(Deal::id));
    List<List<String>> rows = new ArrayList<>();
    for (Deal deal : deals) {
      rows.add(
          List.of(
              Html.escape(speech.name(deal.payer()) + " > " + speech.name(deal.payee())),
              Html.escape(speech.say("ledger.kind." + deal.kind())),
              Html.escape(
                  speech.say("ledger.stage." + deal.stage().name().toLowerCase(Locale.ROOT))),
              Html.escape(deal.announced()),
              Html.escape(deal.id()),
              page(deal.source()),
              deal.source().grade().name(),
              deal.amountUsdB().isPresent()
                  ? Html.escape(speech.money(deal.amountUsdB().getAsDouble()))
                  : Html.escape(speech.say("report.evidence.undisclosed"))));
    }
    return new Html()
        .rawTable(
            speech.say("report.evidence.deals", "count", deals.size()),
            7,
            List.of(
                speech.say("report.evidence.who"),
                speech.say("report.evidence.kind"),
                speech.say("view.map.stage"),
                speech.say("report.evidence.announced"),
                speech.say("report.evidence.row"),
                speech.say("report.evidence.source"),
                speech.say("report.evidence.grade"),
                speech.say("report.evidence.amount")),
            rows)
        .toString();
  }

  /** The cells of the latest matrix, largest first. */
  static String cells(ReportContent content, Speech speech) {
    List<BalancedCell> cells = new ArrayList<>(content.circuit().cash().matrix().cells());
    cells.sort(
        Comparator.comparingDouble((BalancedCell c) -> -c.value())
            .thenComparing(c -> c.cell().row().key()));
    List<List<String>> rows = new ArrayList<>();
    for (BalancedCell cell : cells) {
      rows.add(
          List.of(
              Html.escape(
                  speech.name(cell.cell().payer()) + " > " + speech.name(cell.cell().payee())),
              Html.escape(cell.cell().kind()),
              Html.escape(
                  speech.say(
                      "ledger.basis." + cell.cell().basis().name().toLowerCase(Locale.ROOT))),
              cell.cell()
                  .source()
                  .map(EvidenceSection::page)
                  .orElse(Html.escape(cell.cell().note())),
              cell.cell().grade().name(),
              Html.escape(speech.money(cell.cell().low())),
              Html.escape(speech.money(cell.cell().high())),
              Html.escape(speech.money(cell.value()))));
    }
    return new Html()
        .rawTable(
            speech.say(
                "report.evidence.cells",
                "count",
                cells.size(),
                "year",
                content.circuit().headline().year()),
            5,
            List.of(
                speech.say("report.evidence.who"),
                speech.say("report.evidence.kind"),
                speech.say("report.evidence.basis"),
                speech.say("report.evidence.source"),
                speech.say("report.evidence.grade"),
                speech.say("report.evidence.low"),
                speech.say("report.evidence.high"),
                speech.say("report.evidence.balanced")),
            rows)
        .toString();
  }

  private static String page(Source source) {
    return source
        .url()
        .map(url -> Html.link(url, source.publisher()))
        .orElse(Html.escape(source.publisher()));
  }

  /** What the model assumes, in its order. */
  static String assumptions(ReportContent content, Speech speech) {
    List<List<String>> rows = new ArrayList<>();
    for (Assumption assumption : content.assumptions()) {
      rows.add(
          List.of(
              assumption.name(),
              assumption.source().map(speech::source).orElse(speech.say("report.assumed.none")),
              assumption.unit().map(speech::unit).orElse(""),
              speech.figures().number(assumption.value()),
              assumption.low().map(speech.figures()::number).orElse(""),
              assumption.high().map(speech.figures()::number).orElse("")));
    }
    return new Html()
        .table(
            speech.say("report.assumed.caption", "count", rows.size()),
            3,
            List.of(
                speech.say("report.assumed.name"),
                speech.say("report.assumed.source"),
                speech.say("report.assumed.unit"),
                speech.say("report.assumed.value"),
                speech.say("report.evidence.low"),
                speech.say("report.evidence.high")),
            rows)
        .toString();
  }

  /** How the evidence of the matrix is spread over the grades. */
  static String grades(ReportContent content, Speech speech) {
    List<BalancedCell> cells = content.circuit().cash().matrix().cells();
    List<String> parts = new ArrayList<>();
    for (Grade grade : Grade.values()) {
      long count = cells.stream().filter(c -> c.cell().grade() == grade).count();
      parts.add(grade.name() + " " + count);
    }
    return speech.say(
        "report.limits.grades",
        "cells",
        cells.size(),
        "grades",
        String.join(speech.say("view.list.comma"), parts));
  }
}
