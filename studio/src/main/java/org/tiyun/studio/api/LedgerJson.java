package org.tiyun.studio.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tiyun.circuit.Circuit;
import org.tiyun.circuit.matrix.Conflict;
import org.tiyun.circuit.matrix.FlowMatrix;
import org.tiyun.ledger.Deal;
import org.tiyun.ledger.Entity;
import org.tiyun.ledger.Ledger;
import org.tiyun.ledger.Names;
import org.tiyun.ledger.Source;
import org.tiyun.view.json.JsonObject;
import org.tiyun.words.Lang;
import org.tiyun.words.Words;

/** What a ledger holds: its years, its parties, its deals with their evidence. */
final class LedgerJson {
  private LedgerJson() {}

  static String info(String id, Ledger ledger) {
    return JsonObject.compact(out -> {
      out.put(
          "ledger", l -> l.put("id", id).put("hash", ledger.hash()).put("title", ledger.title()));
      out.numbers("years", FlowMatrix.years(ledger).stream().mapToDouble(y -> y).toArray());
      out.texts("months", months(ledger));
      out.put("deals", ledger.deals().size()).put("cells", ledger.flows().size());
      Names names = Names.of(ledger);
      out.put(
          "names",
          o -> {
            for (String party : parties(ledger)) {
              o.put(
                  party,
                  v ->
                      v.put("en", names.name(party, Words.in(Lang.EN)))
                          .put("zh", names.name(party, Words.in(Lang.ZH))));
            }
          });
      out.put(
          "roles",
          o -> {
            for (Entity entity : ledger.entities()) {
              o.put(entity.id(), entity.role());
            }
          });
    });
  }

  private static Set<String> parties(Ledger ledger) {
    Set<String> all = new TreeSet<>();
    ledger.entities().forEach(e -> all.add(e.id()));
    ledger.flows().forEach(f -> all.addAll(List.of(f.payer(), f.payee())));
    return all;
  }

  /**
   * Months in which something was announced, ascending; before 2022 one for each year is enough.
   */
  private static List<String> months(Ledger ledger) {
    TreeSet<String> months = new TreeSet<>();
    for (Deal deal : ledger.deals()) {
      String date = deal.announced();
      months.add(date.length() >= 7 ? date.substring(0, 7) : date + "-12");
    }
    return List.copyOf(months);
  }

  static String deals(String id, Ledger ledger) {
    return JsonObject.compact(out -> {
      out.put("ledger", l -> l.put("id", id).put("hash", ledger.hash()));
      out.objects("deals", ledger.deals(), LedgerJson::deal);
    });
  }

  /** Rows of a year that the balanced matrix could not honour, strongest first. */
  static String conflicts(String id, Circuit circuit) {
    return JsonObject.compact(out -> {
      out.put("ledger", l -> l.put("id", id).put("hash", circuit.ledger().hash()));
      out.put("year", circuit.cash().matrix().year());
      out.objects(
          "conflicts",
          Conflict.of(circuit.cash().matrix()),
          (o, c) ->
              o.put("subject", c.subject())
                  .put("grade", c.grade().name())
                  .put("stated", Rounded.of(c.stated()))
                  .put("reached", Rounded.of(c.reached()))
                  .put("strain", Rounded.of(c.strain()))
                  .put("row", c.row().file() + ":" + c.row().line()));
    });
  }

  private static void deal(JsonObject out, Deal deal) {
    out.put("id", deal.id()).put("announced", deal.announced()).put("kind", deal.kind());
    out.put("payer", deal.payer()).put("payee", deal.payee()).put("usd_b", deal.amountUsdB());
    out.put("basis", deal.amountBasis()).put("stage", word(deal.stage()));
    out.put("settlement", word(deal.settlement())).put("scope", word(deal.scope()));
    out.put("start", deal.start()).put("end", deal.end()).put("part_of", deal.partOf());
    out.put("terms", deal.terms());
    source(out, Optional.of(deal.source()));
    out.put("grade", word(deal.source().grade()).toUpperCase(Locale.ROOT));
    out.put("row", deal.row().file() + ":" + deal.row().line());
  }

  static void source(JsonObject out, Optional<Source> source) {
    source.ifPresent(s -> {
      out.put("url", s.url().filter(LedgerJson::web)).put("publisher", s.publisher());
      out.put("date", s.date()).put("second_url", s.secondUrl().filter(LedgerJson::web));
    });
  }

  /** A stranger's ledger may hold any text; only addresses of pages become links. */
  private static boolean web(String url) {
    return url.startsWith("https://") || url.startsWith("http://");
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
