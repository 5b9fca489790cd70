package org.tiyun.view.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tiyun.circuit.follow.Follow;
import org.tiyun.circuit.follow.FollowRange;
import org.tiyun.circuit.matrix.BalancedCell;
import org.tiyun.circuit.matrix.Boundary;
import org.tiyun.circuit.range.Band;
import org.tiyun.ledger.Names;
import org.tiyun.words.Words;

/** The answer of {@code tiyun follow} for a person: sentences first, then hands and routes. */
public final class FollowText {
  private static final int HANDS = 8;
  private static final int ROUTES = 8;
  private static final int HOLDERS = 3;
  private static final double MILLION = 1e6;
  private static final double BILLION = 1e9;

  private final Words words;
  private final Figures figures;

  public FollowText(Words words) {
    this.words = words;
    this.figures = new Figures(words.lang());
  }

  public String of(Followed f) {
    Names names = Names.of(f.ledger());
    String firm = names.name(f.paid().follow().firm(), words);
    StringBuilder out = new StringBuilder();
    line(
        out,
        "view.follow.title",
        "ledger",
        f.ledger().id() + "@" + f.ledger().hash(),
        "year",
        f.matrix().year(),
        "boundary",
        words.text("boundary." + f.boundary().key()));
    if (f.boundary() == Boundary.WHOLE_FIRMS) {
      out.append(WholeFirmsText.note(f.ledger(), f.matrix(), names, words));
    }
    out.append('\n');
    sentence(out, "view.follow.paid", f, f.paid(), firm);
    sentence(out, "view.follow.invested", f, f.invested(), firm);
    FollowRange chosen = f.chosen();
    if (chosen.follow().amount() > 0) {
      out.append('\n');
      line(out, "view.follow.hands." + key(f), "firm", firm, "amount", asked(f));
      out.append(hands(f, chosen, names)).append('\n');
      if (!chosen.follow().routes().isEmpty()) {
        line(out, "view.follow.routes");
        out.append(routes(f, chosen, names)).append('\n');
      }
      line(out, "view.follow.mixing");
    }
    if (lopsided(f.paid()) || lopsided(f.invested())) {
      line(out, "view.range.lopsided");
    }
    return out.toString();
  }

  private static boolean lopsided(FollowRange range) {
    return range.within().getLast().missesValue()
        || range.routes().stream().limit(ROUTES).anyMatch(Band::missesValue);
  }

  private static String key(Followed f) {
    return f.first() == Follow.Start.PAID ? "paid" : "invested";
  }

  private void sentence(StringBuilder out, String key, Followed f, FollowRange range, String firm) {
    Follow follow = range.follow();
    if (follow.amount() <= 0) {
      line(out, key + ".none", "firm", firm, "year", f.matrix().year());
      return;
    }
    if (follow.back() <= 0) {
      line(out, key + ".nothing", "firm", firm, "amount", asked(f));
      return;
    }
    int last = follow.byHands().length;
    double within = 0;
    for (double part : follow.byHands()) {
      within += part;
    }
    Band band = range.within().get(last - 1);
    line(
        out,
        key,
        "firm",
        firm,
        "year",
        f.matrix().year(),
        "amount",
        asked(f),
        "total",
        figures.money(follow.amount()),
        "back",
        dollars(f.amount() * within),
        "low",
        dollars(f.amount() * band.low()),
        "high",
        dollars(f.amount() * band.high()),
        "hands",
        last,
        "mean",
        figures.number(follow.meanHands()));
  }

  private String hands(Followed f, FollowRange range, Names names) {
    TextTable table = new TextTable(0);
    List<String> held = new ArrayList<>();
    table.row(
        words.text("view.follow.hand"),
        words.text("view.follow.back"),
        words.text("view.follow.left"));
    held.add(words.text("view.follow.held"));
    for (Follow.Hand hand : range.follow().hands().stream().limit(HANDS).toList()) {
      table.row(
          String.valueOf(hand.number()),
          dollars(f.amount() * hand.returned()),
          dollars(f.amount() * sum(hand.left())));
      held.add(
          hand.held().entrySet().stream()
              .limit(HOLDERS)
              .filter(e -> e.getValue() * f.amount() >= 0.005)
              .map(e -> names.name(e.getKey(), words) + " " + dollars(f.amount() * e.getValue()))
              .collect(Collectors.joining(words.text("view.list.comma"))));
    }
    StringBuilder rows = new StringBuilder();
    List<String> lines = table.text().lines().toList();
    for (int row = 0; row < lines.size(); row++) {
      rows.append((lines.get(row) + "  " + held.get(row)).stripTrailing()).append('\n');
    }
    String exits =
        range.follow().hands().getLast().left().entrySet().stream()
            .filter(e -> e.getValue() > 0)
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .map(e -> words.text("exit." + e.getKey()) + " " + dollars(f.amount() * e.getValue()))
            .collect(Collectors.joining(words.text("view.list.comma")));
    return rows + words.say("view.follow.exits", "list", exits) + "\n";
  }

  private String routes(Followed f, FollowRange range, Names names) {
    StringBuilder out = new StringBuilder();
    List<Follow.Route> routes = range.follow().routes();
    for (int r = 0; r < Math.min(ROUTES, routes.size()); r++) {
      Follow.Route route = routes.get(r);
      Band band = range.routes().get(r);
      line(
          out,
          "view.follow.route",
          "path",
          route.path().stream().map(id -> names.name(id, words)).collect(Collectors.joining(" > ")),
          "amount",
          dollars(f.amount() * route.share()),
          "low",
          dollars(f.amount() * band.low()),
          "high",
          dollars(f.amount() * band.high()),
          "rows",
          rows(f, route));
    }
    return out.toString();
  }

  /** File and line of the cells of each link, with their grades. */
  private String rows(Followed f, Follow.Route route) {
    StringBuilder rows = new StringBuilder();
    for (int k = 0; k + 1 < route.path().size(); k++) {
      List<BalancedCell> cells = f.matrix().between(route.path().get(k), route.path().get(k + 1));
      for (BalancedCell cell : cells) {
        rows.append(rows.isEmpty() ? "" : " ")
            .append(cell.cell().row().line())
            .append(cell.cell().grade());
      }
    }
    return rows.toString();
  }

  private static double sum(Map<String, Double> parts) {
    return parts.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Two digits, as of a hundred; from a million on as money is written in tables. */
  private String dollars(double amount) {
    return amount >= MILLION
        ? figures.money(amount / BILLION)
        : words.say("view.follow.dollars", "amount", figures.ofHundred(amount / 100));
  }

  /** What was asked about, to the cent. */
  private String asked(Followed f) {
    return f.amount() >= MILLION
        ? figures.money(f.amount() / BILLION)
        : words.say("view.follow.dollars", "amount", figures.cents(f.amount()));
  }

  private void line(StringBuilder out, String key, Object... values) {
    out.append(words.say(key, values)).append('\n');
  }
}
