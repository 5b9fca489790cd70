package org.tiyun.view.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tiyun.circuit.FirmMeasures;
import org.tiyun.circuit.MatrixMeasures;
import org.tiyun.circuit.Tracing;
import org.tiyun.circuit.matrix.Origin;
import org.tiyun.circuit.network.Hubs;
import org.tiyun.circuit.network.NullModel;
import org.tiyun.circuit.range.Band;
import org.tiyun.circuit.range.Bands;
import org.tiyun.ledger.Names;
import org.tiyun.words.Words;

/** What a map may show besides its reading: ranges, revenue columns, the null model, hubs. */
final class MapExtrasText {
  private static final int HUBS = 12;

  private final Words words;
  private final Figures figures;

  MapExtrasText(Words words) {
    this.words = words;
    this.figures = new Figures(words.lang());
  }

  /** Revenue in three columns, never one "true revenue". */
  String revenue(MatrixMeasures cash, Names names) {
    TextTable table = new TextTable(1);
    table.row(
        "  " + words.text("view.map.firm"),
        words.text("view.map.gross"),
        words.text("view.map.lessown"),
        words.text("view.map.fromusers"));
    List<FirmMeasures> bySales = new ArrayList<>(cash.network().firms());
    bySales.sort(
        Comparator.comparingDouble(
                (FirmMeasures firm) -> -firm.sales().map(FirmMeasures.Sales::gross).orElse(0.0))
            .thenComparing(FirmMeasures::id));
    for (FirmMeasures firm : bySales) {
      firm.sales()
          .ifPresent(sales ->
              table.row(
                  "  " + names.name(firm.id(), words),
                  figures.money(sales.gross()),
                  figures.money(sales.lessOwnMoney()),
                  figures.money(sales.fromEndUsers())));
    }
    return words.text("view.map.revenue") + "\n" + table.text();
  }

  /** The figures a reader asks about, each with its range. */
  String ranges(Bands bands, Names names) {
    TextTable table = new TextTable(1);
    for (Map.Entry<String, Band> entry : bands.figures().entrySet()) {
      String[] parts = entry.getKey().split("\\.");
      Band band = entry.getValue();
      boolean shown =
          Double.isFinite(band.value())
              && (!parts[0].equals("sales") || parts[2].equals(Origin.END_USERS.key()));
      if (shown) {
        boolean money = FigureNames.isMoney(entry.getKey());
        table.row(
            "  " + FigureNames.label(entry.getKey(), words, names),
            money ? figures.money(band.value()) : figures.percent(band.value()),
            "["
                + (money
                    ? figures.moneyNumber(band.low()) + " " + figures.moneyNumber(band.high())
                    : figures.percent(band.low()) + " " + figures.percent(band.high()))
                + "]");
      }
    }
    boolean lopsided = bands.figures().values().stream().anyMatch(Band::missesValue);
    return words.say("view.map.ranges", "draws", figures.count(bands.draws()))
        + "\n"
        + table.text()
        + (lopsided ? words.text("view.range.lopsided") + "\n" : "");
  }

  /** The same figures when money is traced otherwise. */
  String bounds(Tracing tracing, Names names) {
    TextTable table = new TextTable(1);
    String alike = words.text("view.map.bounds.alike");
    String tied = words.text("view.map.bounds.tied");
    table.row(
        "  " + words.text("view.map.firm"),
        words.text("view.map.bounds.users") + alike,
        tied,
        words.text("view.map.back") + alike,
        tied,
        words.text("view.map.bounds.equity") + alike,
        words.text("view.map.bounds.later"),
        tied);
    for (Tracing.Firm firm : tracing.firms()) {
      boolean invests = firm.equity().invested() > 0;
      table.row(
          "  " + names.name(firm.id(), words),
          firm.endUsers().map(figures::percent).orElse(""),
          firm.endUsersEarmarked().map(figures::percent).orElse(""),
          figures.percent(firm.back()),
          figures.percent(firm.backEarmarked()),
          invests ? figures.percent(firm.equity().share()) : "",
          invests ? figures.percent(firm.equity().spentLater()) : "",
          invests ? figures.percent(firm.equity().earmarked()) : "");
    }
    return words.text("view.map.bounds")
        + "\n"
        + table.text()
        + words.say(
            "view.map.bounds.whole",
            "alike",
            figures.percent(tracing.finn()),
            "tied",
            figures.percent(tracing.finnEarmarked()),
            "netted",
            figures.percent(tracing.netted()))
        + "\n";
  }

  String chance(NullModel model) {
    TextTable table = new TextTable(1);
    table.row(
        "",
        words.text("view.map.null.here"),
        words.text("view.map.null.drawn"),
        words.text("view.map.null.reach"));
    standing(table, "view.map.finn", model.finn());
    standing(table, "view.map.null.maximum", model.circulation());
    standing(table, "view.map.bff", model.forwarded());
    boolean usual = model.finn().atLeast() > 0.05 && model.circulation().atLeast() > 0.05;
    return words.say("view.map.null", "draws", figures.count(model.draws()))
        + "\n"
        + table.text()
        + words.text(usual ? "view.map.null.usual" : "view.map.null.unusual")
        + "\n";
  }

  private void standing(TextTable table, String key, NullModel.Standing standing) {
    table.row(
        "  " + words.text(key),
        figures.percent(standing.here()),
        figures.percent(standing.middle())
            + " ["
            + figures.percent(standing.low())
            + " "
            + figures.percent(standing.high())
            + "]",
        figures.percent(standing.atLeast()));
  }

  String hubs(Hubs hubs, List<String> parties, Names names, boolean money) {
    return hubs(hubs, parties.stream().map(id -> names.name(id, words)).toList(), money);
  }

  String hubs(Hubs hubs, List<String> shown, boolean money) {
    TextTable table = new TextTable(1);
    table.row(
        "  " + words.text("view.map.firm"),
        words.text("view.map.hub.circulation"),
        words.text("view.map.hub.finn"),
        words.text("view.map.hub.rank"),
        words.text("view.map.hub.between"));
    for (int i : hubs.order().stream().limit(HUBS).toList()) {
      table.row(
          "  " + shown.get(i),
          money
              ? figures.money(hubs.circulationDrop()[i])
              : figures.number(hubs.circulationDrop()[i]),
          figures.percent(hubs.finnDrop()[i]),
          figures.percent(hubs.pageRank()[i]),
          figures.percent(hubs.betweenness()[i]));
    }
    return words.text("view.map.hubs") + "\n" + table.text();
  }
}
