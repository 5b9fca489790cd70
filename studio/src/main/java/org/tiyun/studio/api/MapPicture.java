package org.tiyun.studio.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tiyun.circuit.Circuit;
import org.tiyun.circuit.Loop;
import org.tiyun.circuit.deals.DealEdge;
import org.tiyun.circuit.deals.DealLoop;
import org.tiyun.circuit.deals.Layer;
import org.tiyun.circuit.matrix.BalancedCell;
import org.tiyun.ledger.Names;
import org.tiyun.view.json.JsonObject;
import org.tiyun.view.map.MoneyMap;
import org.tiyun.view.text.Figures;
import org.tiyun.words.Words;

/** What a map shows, as data: its pipes, loops, cells and figures. */
final class MapPicture {
  private static final int LOOPS = 10;

  private final MapAnswer asked;
  private final Circuit circuit;
  private final MoneyMap map;
  private final Words words;

  MapPicture(MapAnswer asked, Circuit circuit, MoneyMap map, Words words) {
    this.asked = asked;
    this.circuit = circuit;
    this.map = map;
    this.words = words;
  }

  String json() {
    return JsonObject.compact(this::write);
  }

  private void write(JsonObject out) {
    out.put("ledger", l -> l.put("id", asked.ledger()).put("hash", circuit.ledger().hash()));
    out.put("title", map.title()).put("subtitle", map.subtitle());
    out.put("year", circuit.cash().matrix().year());
    out.put("sentence", PageShell.sentence(circuit.headline(), new Figures(words.lang()), words));
    out.put("entering_total", circuit.headline().entering());
    out.numbers("entering", circuit.cash().network().entering());
    out.put("circulation_share", circuit.headline().circulationShare());
    out.put("deals_circulation_share", circuit.headline().promisedCirculation());
    out.put(
        "layers",
        o -> {
          for (Layer layer : circuit.layers()) {
            o.put(
                LedgerJson.word(layer.stage()),
                v -> v.put("deals", layer.deals()).put("usd_b", layer.cash()));
          }
        });
    out.objects(
        "nodes",
        map.nodes(),
        (o, n) ->
            o.put("id", n.id())
                .put("name", n.name())
                .put("side", LedgerJson.word(n.side()))
                .put("size", n.size())
                .put("size_label", n.sizeLabel()));
    out.objects("pipes", map.pipes(), MapPicture::pipe);
    if (asked.view().equals("cash")) {
      out.objects("loops", first(circuit.cash().network().loops()), this::loop);
      out.objects(
          "cells",
          circuit.cash().matrix().cells().stream().filter(c -> c.value() > 0).toList(),
          MapPicture::cell);
    } else {
      out.objects("loops", first(circuit.deals().loops(6)), MapPicture::loop);
    }
    Map<String, String> groups = new LinkedHashMap<>();
    List.of("consumers", "enterprises").forEach(g -> groups.put(g, "end-users"));
    List.of("suppliers", "staff-tax").forEach(g -> groups.put(g, "spending"));
    out.put("groups", o -> groups.forEach(o::put));
    out.put("names", o -> names().forEach(o::put));
  }

  private static <T> List<T> first(List<T> loops) {
    return loops.subList(0, Math.min(LOOPS, loops.size()));
  }

  /** Parties as the picture names them, and by their full names those that it does not draw. */
  private Map<String, String> names() {
    Map<String, String> all = new LinkedHashMap<>();
    Names names = Names.of(circuit.ledger());
    Set<String> parties = new LinkedHashSet<>(circuit.cash().matrix().circle());
    circuit
        .cash()
        .matrix()
        .cells()
        .forEach(c -> parties.addAll(List.of(c.cell().payer(), c.cell().payee())));
    circuit.ledger().deals().forEach(d -> parties.addAll(List.of(d.payer(), d.payee())));
    parties.forEach(p ->
        all.put(
            p, words.has("map.name." + p) ? words.text("map.name." + p) : names.name(p, words)));
    map.nodes().forEach(n -> all.put(n.id(), n.name()));
    return all;
  }

  private static void pipe(JsonObject out, MoneyMap.Pipe pipe) {
    out.put("payer", pipe.payer()).put("payee", pipe.payee()).put("usd_b", pipe.amount());
    out.put("kind", LedgerJson.word(pipe.category())).put("manner", LedgerJson.word(pipe.manner()));
    out.put("label", pipe.label());
  }

  private static void cell(JsonObject out, BalancedCell cell) {
    out.put("payer", cell.cell().payer()).put("payee", cell.cell().payee());
    out.put("kind", cell.cell().kind()).put("value", Rounded.of(cell.value()));
    out.put("grade", cell.cell().grade().name()).put("basis", LedgerJson.word(cell.cell().basis()));
    out.put("low", cell.cell().low())
        .put("high", cell.cell().high())
        .put("note", cell.cell().note());
    out.put("row", cell.cell().row().file() + ":" + cell.cell().row().line());
    LedgerJson.source(out, cell.cell().source());
  }

  private void loop(JsonObject out, Loop loop) {
    out.texts("path", loop.path()).put("tightest", loop.tightest()).put("sum", loop.sum());
    List<Integer> hands = java.util.stream.IntStream.range(0, loop.path().size()).boxed().toList();
    out.objects(
        "links",
        hands,
        (o, k) -> {
          String payer = loop.path().get(k);
          String payee = loop.path().get((k + 1) % loop.path().size());
          double amount =
              circuit.cash().matrix().between(payer, payee).stream()
                  .mapToDouble(BalancedCell::value)
                  .sum();
          o.put("payer", payer).put("payee", payee).put("amount", amount);
        });
  }

  private static void loop(JsonObject out, DealLoop loop) {
    out.texts("path", loop.path()).put("tightest", loop.tightest()).put("sum", loop.sum());
    out.objects(
        "links",
        loop.edges(),
        (JsonObject o, DealEdge e) ->
            o.put("payer", e.payer())
                .put("payee", e.payee())
                .put("amount", e.amount())
                .put("stage", LedgerJson.word(e.mainStage())));
  }

  String csv() {
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(text);
    csv.writeRecord("ledger", "hash", "view", "year", "payer", "payee", "kind", "manner", "usd_b");
    for (MoneyMap.Pipe pipe : map.pipes()) {
      csv.writeRecord(
          asked.ledger(),
          circuit.ledger().hash(),
          asked.view(),
          Integer.toString(circuit.cash().matrix().year()),
          pipe.payer(),
          pipe.payee(),
          LedgerJson.word(pipe.category()),
          LedgerJson.word(pipe.manner()),
          pipe.amount().isPresent() ? Double.toString(pipe.amount().getAsDouble()) : "");
    }
    return text.toString();
  }
}
