package org.tiyun.studio.api;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tiyun.circuit.Circuit;
import org.tiyun.circuit.Headline;
import org.tiyun.circuit.deals.DealMap;
import org.tiyun.circuit.deals.Layer;
import org.tiyun.ledger.Deal;
import org.tiyun.ledger.Ledger;
import org.tiyun.ledger.Names;
import org.tiyun.studio.shelf.Shelf;
import org.tiyun.studio.web.Query;
import org.tiyun.view.map.CashMap;
import org.tiyun.view.map.MapDrawing;
import org.tiyun.view.map.MoneyMap;
import org.tiyun.view.map.PromiseMap;
import org.tiyun.words.Words;

/**
 * The map that was asked for: {@code view=cash|promise}, {@code year}, {@code asof=YYYY-MM} (deals
 * announced later are left out), {@code format=wide|narrow}.
 */
record MapAnswer(
    String ledger, String view, OptionalInt year, Optional<String> asof, MapDrawing.Format format) {

  static MapAnswer of(String ledger, Query query) {
    Optional<String> asof = query.text("asof");
    if (asof.isPresent() && !asof.get().matches("\\d{4}(-\\d{2}){0,2}")) {
      throw Query.wrong("asof", asof.get());
    }
    return new MapAnswer(
        ledger,
        query.one("view", List.of("cash", "promise")),
        query.whole("year", 1900, 2100),
        asof,
        query.one("format", List.of("wide", "narrow")).equals("wide")
            ? MapDrawing.Format.WIDE
            : MapDrawing.Format.NARROW);
  }

  MoneyMap map(Shelf shelf, Words words) {
    Circuit circuit = circuit(shelf);
    Names names = Names.of(circuit.ledger());
    return view.equals("cash")
        ? CashMap.of(circuit, words, names, format)
        : PromiseMap.of(circuit, words, names, format);
  }

  /** Part of a page, with the page's own style. */
  String drawing(Shelf shelf, Words words) {
    return MapDrawing.svg(map(shelf, words), words, format, "m");
  }

  /** A file of its own. */
  String file(Shelf shelf, Words words) {
    return MapDrawing.file(map(shelf, words), words, format);
  }

  Circuit circuit(Shelf shelf) {
    Circuit circuit = shelf.circuit(ledger, year);
    return asof.map(date -> known(circuit, date)).orElse(circuit);
  }

  /** What had been announced by then; the cash of the year stays what it is. */
  private static Circuit known(Circuit circuit, String date) {
    Ledger all = circuit.ledger();
    List<Deal> deals = all.deals().stream().filter(deal -> before(deal.announced(), date)).toList();
    Ledger then =
        new Ledger(
            all.id(),
            all.hash(),
            all.title(),
            all.entities(),
            deals,
            all.series(),
            all.balances(),
            all.parameters(),
            all.flows(),
            all.totals(),
            all.tables());
    return new Circuit(
        then,
        circuit.choice(),
        circuit.cash(),
        Layer.of(deals),
        DealMap.of(deals, DealMap.Choice.ALL),
        Headline.of(circuit.cash(), deals, Circuit.HEADLINE_FIRM));
  }

  /** A date known to the month counts as before the end of that month. */
  private static boolean before(String announced, String date) {
    int length = Math.min(announced.length(), date.length());
    return announced.substring(0, length).compareTo(date.substring(0, length)) <= 0;
  }
}
