package org.tiyun.view.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tiyun.study.brake.BrakeFutures;
import org.tiyun.study.brake.BrakeTable;
import org.tiyun.study.brake.BrakeTable.BrakeCase;
import org.tiyun.study.brake.Climb;
import org.tiyun.study.brake.Limits;
import org.tiyun.study.run.EventLine;
import org.tiyun.study.solve.Solved;
import org.tiyun.words.Words;

/** Brakes side by side for a person at a terminal. */
public final class BrakeText {
  private static final int MOST_HOLDERS = 6;

  private final Words words;
  private final Figures figures;
  private final BrakeTable table;
  private final Called called;
  private final String unit;

  public BrakeText(Words words, BrakeTable table) {
    this.words = words;
    this.figures = new Figures(words.lang());
    this.table = table;
    this.called = Called.of(table.opened(), words);
    this.unit = table.opened().moneyUnit();
  }

  /** One line for each case, then who fails in which order, then the limits. */
  public String all() {
    StringBuilder out = new StringBuilder();
    TextTable lines = new TextTable(2);
    lines.row(
        words.text("view.brakes.scenario"),
        words.text("view.brakes.first"),
        words.text("view.brakes.failed"),
        words.say("view.brakes.loss", "unit", figures.unit(unit, words)),
        words.text("view.brakes.hub"),
        table.base().futures().isPresent() ? words.text("view.brakes.stalls") : "",
        table.base().futures().isPresent() ? words.text("view.brakes.often") : "");
    for (BrakeCase each : cases()) {
      lines.row(
          title(each),
          first(each),
          figures.count(each.failed().size()),
          figures.number(each.loss().total()),
          each.hub().map(figures::percent).orElse(""),
          each.futures().map(f -> figures.percent(f.stalls())).orElse(""),
          each.futures().map(this::often).orElse(""));
    }
    out.append(lines.text(Columns.TERMINAL));
    table
        .base()
        .futures()
        .ifPresent(f ->
            out.append(Columns.paragraph(words.say("view.brakes.futures", "draws", f.draws()))));
    out.append('\n');
    for (BrakeCase each : cases()) {
      if (!each.failures().isEmpty()) {
        out.append(title(each)).append('\n').append(cascade(each)).append(holders(each));
      }
    }
    return out.append('\n').append(limits()).append(climb()).toString();
  }

  /** What stands below a single brake. */
  public String single() {
    BrakeCase each = table.cases().get(0);
    StringBuilder out = new StringBuilder(holders(each));
    out.append(runway(each)).append(futures(each)).append('\n').append(limits()).append(climb());
    return out.toString();
  }

  /** One run is one path: what becomes of most. */
  private String futures(BrakeCase each) {
    if (each.futures().isEmpty() || table.base().futures().isEmpty()) {
      return "";
    }
    BrakeFutures braked = each.futures().get();
    BrakeFutures free = table.base().futures().get();
    return Columns.paragraph(
        words.say(
            "view.brakes.overfutures",
            "draws",
            braked.draws(),
            "stalls",
            figures.percent(braked.stalls()),
            "free",
            figures.percent(free.stalls()),
            "median",
            braked.median().map(figures::period).orElse("–"),
            "often",
            often(braked)));
  }

  private List<BrakeCase> cases() {
    List<BrakeCase> all = new ArrayList<>(List.of(table.base()));
    all.addAll(table.cases());
    return all;
  }

  private String title(BrakeCase each) {
    String id = each.result().scenario().id();
    if (id.isEmpty()) {
      return words.text("view.brakes.base");
    }
    return called.scenario(each.result().scenario());
  }

  /** Who is first to fall in most futures, and in how many. */
  private String often(BrakeFutures futures) {
    return new FirstToFall(called, figures)
        .of(futures)
        .orElseGet(() -> words.text("view.brakes.nobody"));
  }

  private String first(BrakeCase each) {
    return each.fallen().stream()
        .findFirst()
        .map(e -> called.firm(e.entity()) + " " + figures.period(e.period()))
        .orElse(words.text("view.brakes.nobody"));
  }

  /** Who falls, after whom, and why. */
  private String cascade(BrakeCase each) {
    TextTable lines = new TextTable(3);
    for (EventLine event : each.failures()) {
      lines.row(
          "  " + figures.period(event.period()),
          called.firm(event.entity()),
          called.event(event.kind()),
          figures.money(event.amount(), unit));
    }
    return lines.text(Columns.TERMINAL);
  }

  private String holders(BrakeCase each) {
    Map<String, Double> holders = each.loss().byHolder();
    if (holders.isEmpty()) {
      return words.text("view.brakes.noloss") + "\n";
    }
    String said = Columns.paragraph(words.say("view.brakes.holders", "list", largest(holders)));
    Map<String, Double> passed = each.loss().passed();
    return passed.isEmpty()
        ? said
        : said + Columns.paragraph(words.say("view.brakes.passed", "list", largest(passed)));
  }

  private String largest(Map<String, Double> amounts) {
    return joined(
        amounts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST_HOLDERS)
            .map(e -> called.party(e.getKey()) + " " + figures.money(e.getValue(), unit))
            .toList());
  }

  private String runway(BrakeCase each) {
    if (each.runway().isEmpty()) {
      return "";
    }
    List<String> said =
        each.runway().entrySet().stream()
            .sorted(Comparator.comparingDouble(Map.Entry::getValue))
            .map(e -> called.firm(e.getKey()) + " " + figures.number(e.getValue()))
            .toList();
    return Columns.paragraph(
        words.say(
            "view.brakes.runway", "period", figures.period(each.runwayAt()), "list", joined(said)));
  }

  private String limits() {
    TextTable lines = new TextTable(1);
    lines.row(
        words.text("view.brakes.scenario"),
        words.text("view.brakes.stall"),
        words.text("view.brakes.actual"),
        words.text("view.brakes.revenue"),
        words.text("view.brakes.by"),
        words.text("view.brakes.backstop"));
    boolean any = false;
    for (BrakeCase each : cases()) {
      any |= each.minimumRevenue().isPresent() || each.stallSpeed().isPresent();
      lines.row(
          title(each),
          each.stallSpeed().map(s -> solved(s.growth(), true)).orElse(""),
          each.stallSpeed().map(s -> growth(s.actual())).orElse(""),
          each.minimumRevenue().map(m -> solved(m.multiple(), false)).orElse(""),
          each.minimumRevenue()
              .flatMap(Limits.MinimumRevenue::neededBy)
              .map(figures::period)
              .orElse(""),
          each.backstopBill().map(this::bill).orElse(""));
    }
    return any
        ? lines.text(Columns.TERMINAL)
            + Columns.paragraph(words.text("view.brakes.limits"))
            + billed()
        : "";
  }

  /** No growth where nothing comes in at the end. */
  private String growth(double actual) {
    return Double.isFinite(actual) ? figures.percent(actual) : "–";
  }

  /** Of what the bill is a share, where it is no money. */
  private String billed() {
    return table
        .base()
        .backstopBill()
        .filter(bill -> !bill.per().isEmpty())
        .map(bill -> words.say("view.brakes.billed", "of", called.variable(bill.per())))
        .map(Columns::paragraph)
        .orElse("");
  }

  /** A fund of nothing at all that keeps everybody alive is no bill. */
  private String bill(Limits.BackstopBill bill) {
    return bill.fund().status() == Solved.Status.HOLDS_EVERYWHERE
        ? words.text("view.brakes.nobill")
        : solved(bill.fund(), !bill.per().isEmpty());
  }

  private String solved(Solved solved, boolean share) {
    String value = share ? figures.percent(solved.value()) : figures.number(solved.value());
    String said =
        switch (solved.status()) {
          case FOUND -> value;
          case HOLDS_EVERYWHERE -> "≤ " + value;
          case HOLDS_NOWHERE -> "> " + value;
        };
    return solved.monotone() ? said : said + " *";
  }

  private String climb() {
    return table.climb().map(this::climb).orElse("");
  }

  private String climb(Climb.Gain climb) {
    String key =
        switch (climb.belief().status()) {
          case FOUND -> "view.brakes.climb.found";
          case HOLDS_EVERYWHERE -> "view.brakes.climb.always";
          case HOLDS_NOWHERE -> "view.brakes.climb.never";
        };
    return Columns.paragraph(
        words.say(
            key,
            "gain",
            figures.percent(climb.gain()),
            "belief",
            figures.number(climb.belief().value()),
            "low",
            figures.percent(climb.lowest()),
            "high",
            figures.percent(climb.highest())));
  }

  private String joined(List<String> parts) {
    return String.join(words.text("view.list.comma"), parts);
  }
}
