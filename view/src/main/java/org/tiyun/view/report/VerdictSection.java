package org.tiyun.view.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.tiyun.circuit.Headline;
import org.tiyun.circuit.deals.Layer;
import org.tiyun.ledger.Deal.Stage;
import org.tiyun.study.report.ModelVerdict;
import org.tiyun.study.report.ReportContent;
import org.tiyun.study.run.EventLine;

/**
 * The verdict: what the ledger says and what the model says, in some sentences with their figures.
 */
final class VerdictSection {
  private static final int NAMED = 4;

  private VerdictSection() {}

  /** Plain sentences, for the report and for the terminal. */
  static List<String> sentences(ReportContent content, Speech speech) {
    return List.of(
        cash(content.circuit().headline(), speech),
        promises(content.circuit().headline(), speech),
        model(content, speech));
  }

  private static String cash(Headline headline, Speech speech) {
    return speech.say(
        "report.verdict.cash",
        "year",
        headline.year(),
        "money",
        speech.money(headline.entering()),
        "users",
        speech.ofHundred(headline.enteringShares().getOrDefault("end_users", 0.0)),
        "own",
        speech.ofHundred(headline.enteringShares().getOrDefault("own_business", 0.0)),
        "lenders",
        speech.ofHundred(headline.enteringShares().getOrDefault("lenders", 0.0)),
        "share",
        speech.percent(headline.circulationShare()),
        "firm",
        speech.name(headline.firm()),
        "back",
        headline.ownMoneyBack().map(speech::ofHundred).orElse("?"),
        "sales",
        headline.endUserShare().map(speech::ofHundred).orElse("?"));
  }

  private static String promises(Headline headline, Speech speech) {
    return speech.say(
        "report.verdict.promises",
        "paid",
        layer(headline, Stage.PAID, speech),
        "committed",
        layer(headline, Stage.COMMITTED, speech),
        "announced",
        layer(headline, Stage.ANNOUNCED, speech),
        "intent",
        layer(headline, Stage.INTENT, speech),
        "reported",
        layer(headline, Stage.REPORTED, speech),
        "circulation",
        speech.percent(headline.promisedCirculation()),
        "already",
        speech.percent(headline.dealsPaidCirculation()),
        "loop",
        headline.promisedLoop().map(l -> speech.path(l.path())).orElse("-"),
        "tightest",
        headline.promisedLoop().map(l -> speech.money(l.tightest())).orElse("-"));
  }

  private static String layer(Headline headline, Stage stage, Speech speech) {
    return headline.layers().stream()
        .filter(l -> l.stage() == stage)
        .findFirst()
        .map(Layer::cash)
        .map(speech::money)
        .orElse("-");
  }

  private static String model(ReportContent content, Speech speech) {
    ModelVerdict verdict = content.verdict();
    return speech.say(
        "report.verdict.model",
        "base",
        failures(verdict.baseFailures(), speech),
        "scenario",
        speech.scenario(content.brake().scenario()),
        "braked",
        failures(verdict.failures(), speech),
        "at",
        speech.period(verdict.comparedAt()),
        "changes",
        changes(verdict.changes(), speech),
        "end",
        speech.period(verdict.endsAt()),
        "at_end",
        changes(verdict.changesAtEnd(), speech));
  }

  private static String changes(List<ModelVerdict.Change> changes, Speech speech) {
    return changes.stream()
        .filter(c -> c.base() != 0)
        .map(c ->
            speech.say(
                "report.verdict.change",
                "what",
                speech.variable(c.variable()),
                "share",
                speech.percent(c.braked() / c.base())))
        .collect(Collectors.joining(speech.say("view.list.comma")));
  }

  /** Who first, in order, each firm once; or that nobody does. */
  private static String failures(List<EventLine> events, Speech speech) {
    if (events.isEmpty()) {
      return speech.say("report.verdict.nobody");
    }
    Set<String> firms = new LinkedHashSet<>();
    StringBuilder list = new StringBuilder();
    for (EventLine event : events) {
      if (firms.add(event.entity()) && firms.size() <= NAMED) {
        list.append(list.isEmpty() ? "" : speech.say("view.list.comma"));
        list.append(
            speech.say(
                "report.verdict.who",
                "firm",
                speech.name(event.entity()),
                "event",
                speech.event(event.kind()),
                "period",
                speech.period(event.period())));
      }
    }
    String key =
        firms.size() == 1
            ? "report.verdict.one"
            : firms.size() > NAMED ? "report.verdict.more" : "report.verdict.all";
    return speech.say(key, "count", String.format(Locale.ROOT, "%d", firms.size()), "list", list);
  }
}
