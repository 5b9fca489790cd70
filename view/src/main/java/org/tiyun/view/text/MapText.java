package org.tiyun.view.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.tiyun.circuit.Circuit;
import org.tiyun.circuit.FirmMeasures;
import org.tiyun.circuit.Headline;
import org.tiyun.circuit.Loop;
import org.tiyun.circuit.NetworkMeasures;
import org.tiyun.circuit.deals.DealEdge;
import org.tiyun.circuit.deals.DealLoop;
import org.tiyun.circuit.deals.Layer;
import org.tiyun.circuit.matrix.Boundary;
import org.tiyun.circuit.network.Hubs;
import org.tiyun.circuit.network.NullModel;
import org.tiyun.ledger.Deal.Stage;
import org.tiyun.ledger.Names;
import org.tiyun.words.Words;

/** The answer of {@code tiyun map} for a person at a terminal. */
public final class MapText {
  private static final int LOOPS = 5;
  private static final int CLOSED = 20;

  private final Words words;
  private final Figures figures;

  public MapText(Words words) {
    this.words = words;
    this.figures = new Figures(words.lang());
  }

  /** Of a ledger. */
  public String of(Circuit circuit) {
    return of(MapAnswer.of(circuit));
  }

  /** Of a ledger, with what was asked for besides. */
  public String of(MapAnswer answer) {
    Circuit circuit = answer.circuit();
    MapExtrasText extras = new MapExtrasText(words);
    Names names = Names.of(circuit.ledger());
    Headline headline = circuit.headline();
    StringBuilder out = new StringBuilder();
    line(out, "view.map.title", "ledger", circuit.ledger().id(), "hash", circuit.ledger().hash());
    chosen(out, circuit, names);
    out.append('\n');
    line(
        out,
        "view.map.entering",
        "year",
        headline.year(),
        "money",
        figures.money(headline.entering()));
    line(out, "view.map.origins", "list", origins(headline.enteringShares()));
    out.append('\n');
    reading(out, headline, names);
    out.append('\n');
    line(out, "view.map.promises");
    out.append(layers(headline.layers())).append('\n');
    line(out, "view.map.loops");
    out.append(loops(circuit, names)).append('\n');
    line(out, "view.map.firms", "year", headline.year());
    out.append(firms(circuit.cash().network(), names));
    line(out, "view.map.level.note");
    closed(out, circuit.cash().network(), id -> names.name(id, words));
    out.append('\n').append(measures(circuit.cash().network())).append('\n');
    out.append(extras.revenue(circuit.cash(), names)).append('\n');
    answer.ranges().ifPresent(bands -> out.append(extras.ranges(bands, names)).append('\n'));
    answer.bounds().ifPresent(read -> out.append(extras.bounds(read, names)).append('\n'));
    answer.chance().ifPresent(model -> out.append(extras.chance(model)).append('\n'));
    answer
        .hubs()
        .ifPresent(hubs ->
            out.append(extras.hubs(hubs, circuit.cash().matrix().circle(), names, true))
                .append('\n'));
    line(out, "view.map.next");
    return out.toString();
  }

  /** Of a bare network: names are the ids, amounts have no unit. */
  public String of(NetworkMeasures measures) {
    return of(measures, Optional.empty(), Optional.empty());
  }

  /** The same with what was asked for besides. */
  public String of(NetworkMeasures measures, Optional<NullModel> chance, Optional<Hubs> hubs) {
    MapExtrasText extras = new MapExtrasText(words);
    TextTable table = new TextTable(1);
    table.row(words.text("view.map.finn"), figures.percent(measures.finn()));
    table.row(words.text("view.map.throughflow"), figures.number(measures.totalThroughflow()));
    table.row(
        words.text("view.map.path"),
        Double.isNaN(measures.averagePathLength())
            ? words.text("view.map.path.none")
            : figures.number(measures.averagePathLength()));
    table.row(
        words.text("view.map.circulation"),
        figures.number(measures.maximum().value())
            + " ("
            + figures.percent(measures.maximum().shareInside())
            + ")");
    table.row(words.text("view.map.bff"), forwarded(measures));
    table.row(
        words.text("view.map.incoherence"),
        Double.isNaN(measures.incoherence())
            ? words.say(
                "view.map.incoherence.large", "most", figures.count(NetworkMeasures.MOST_LEVELLED))
            : figures.number(measures.incoherence()));
    StringBuilder out = new StringBuilder(table.text());
    closed(out, measures, id -> id);
    out.append('\n');
    TextTable firms = new TextTable(1);
    firms.row(
        words.text("view.map.node"),
        words.text("view.map.inflow"),
        words.text("view.map.back"),
        words.text("view.map.level"));
    for (FirmMeasures firm : measures.firms()) {
      firms.row(
          firm.id(),
          figures.number(firm.inflow()),
          figures.percent(firm.ownMoneyBack()),
          figures.number(firm.level()));
    }
    out.append(firms.text());
    line(out, "view.map.level.note");
    out.append('\n');
    TextTable loops = new TextTable(1);
    for (Loop loop : measures.loops().stream().limit(LOOPS).toList()) {
      loops.row("  " + path(loop.path()), figures.number(loop.tightest()));
    }
    line(
        out,
        measures.loopsTruncated() ? "view.map.loops.bare.more" : "view.map.loops.bare",
        "shown",
        Math.min(LOOPS, measures.loops().size()),
        "count",
        figures.count(measures.loopsFound()));
    out.append(loops.text());
    chance.ifPresent(model -> out.append('\n').append(extras.chance(model)));
    List<String> ids = measures.firms().stream().map(FirmMeasures::id).toList();
    hubs.ifPresent(found -> out.append('\n').append(extras.hubs(found, ids, false)));
    return out.toString();
  }

  private String forwarded(NetworkMeasures measures) {
    return Double.isNaN(measures.forwarded().index())
        ? words.say("view.map.bff.large", "most", figures.count(NetworkMeasures.LARGE))
        : figures.percent(measures.forwarded().index());
  }

  /** Who stands in components that no money leaves: what is in there goes round for ever. */
  private void closed(StringBuilder out, NetworkMeasures measures, UnaryOperator<String> name) {
    List<String> closed = measures.closed();
    if (!closed.isEmpty()) {
      String list =
          closed.stream()
              .limit(CLOSED)
              .map(name)
              .collect(Collectors.joining(words.text("view.list.comma")));
      boolean all = closed.size() <= CLOSED;
      line(
          out,
          all ? "view.map.closed" : "view.map.closed.more",
          "list",
          list,
          "count",
          figures.count(closed.size()));
    }
  }

  private void chosen(StringBuilder out, Circuit circuit, Names names) {
    Circuit.Choice choice = circuit.choice();
    choice.asOf().ifPresent(date -> line(out, "view.map.asof", "date", date));
    if (choice.boundary() != Boundary.AI_ACCOUNTS) {
      line(out, "view.map.boundary", "boundary", words.text("boundary." + choice.boundary().key()));
    }
    if (choice.boundary() == Boundary.WHOLE_FIRMS) {
      out.append(WholeFirmsText.note(circuit.ledger(), circuit.cash().matrix(), names, words));
    }
  }

  private void reading(StringBuilder out, Headline headline, Names names) {
    String firm = names.name(headline.firm(), words);
    headline
        .endUserShare()
        .ifPresent(share ->
            line(out, "view.map.endusers", "firm", firm, "share", figures.ofHundred(share)));
    headline
        .ownMoneyBack()
        .ifPresent(share ->
            line(out, "view.map.ownback", "firm", firm, "share", figures.ofHundred(share)));
    if (headline.equityReturn().invested() > 0) {
      line(
          out,
          "view.map.equity",
          "firm",
          firm,
          "share",
          figures.ofHundred(headline.equityReturn().share()),
          "later",
          figures.ofHundred(headline.equityReturn().spentLater()),
          "tied",
          figures.ofHundred(headline.equityReturn().earmarked()));
    }
    line(
        out,
        "view.map.pipe",
        "money",
        figures.money(headline.circulation()),
        "share",
        figures.percent(headline.circulationShare()),
        "inside",
        figures.percent(headline.circulationInside()));
    line(
        out,
        "view.map.circle",
        "deals",
        figures.percent(headline.promisedCirculation()),
        "paid",
        figures.percent(headline.dealsPaidCirculation()));
  }

  private String origins(Map<String, Double> shares) {
    String comma = words.text("view.list.comma");
    return shares.entrySet().stream()
        .filter(e -> e.getValue() >= 0.0005)
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .map(e -> words.text("origin." + e.getKey()) + " " + figures.ofHundred(e.getValue()))
        .collect(Collectors.joining(comma));
  }

  private String layers(List<Layer> layers) {
    TextTable table = new TextTable(1);
    table.row(
        "  " + words.text("view.map.stage"),
        words.text("view.map.deals"),
        words.text("view.map.cash"),
        words.text("view.map.inkind"),
        words.text("view.map.contingent"),
        words.text("view.map.undisclosed"));
    for (Layer layer : layers) {
      table.row(
          "  " + stage(layer.stage()),
          figures.count(layer.deals()),
          figures.money(layer.cash()),
          figures.money(layer.inKind()),
          figures.money(layer.contingent()),
          figures.count(layer.undisclosed()));
    }
    return table.text();
  }

  private String loops(Circuit circuit, Names names) {
    TextTable table = new TextTable(2);
    int number = 1;
    for (Loop loop : circuit.cash().network().loops().stream().limit(LOOPS).toList()) {
      table.row(
          "  L" + number++,
          path(named(loop.path(), names)),
          figures.money(loop.tightest()),
          words.say("view.map.paidin", "year", circuit.cash().matrix().year()));
    }
    for (DealLoop loop : circuit.deals().loops(5).stream().limit(LOOPS).toList()) {
      table.row(
          "  L" + number++,
          path(named(loop.path(), names)),
          figures.money(loop.tightest()),
          loop.edges().stream()
              .map(DealEdge::mainStage)
              .distinct()
              .map(this::stage)
              .collect(Collectors.joining(words.text("view.list.comma"))));
    }
    return table.text();
  }

  private String firms(NetworkMeasures network, Names names) {
    TextTable table = new TextTable(1);
    table.row(
        "  " + words.text("view.map.firm"),
        words.text("view.map.inflow"),
        words.text("origin.end_users"),
        words.text("origin.lenders"),
        words.text("origin.outside_equity"),
        words.text("view.map.back"),
        words.text("view.map.level"));
    List<FirmMeasures> firms = new ArrayList<>(network.firms());
    firms.sort(
        Comparator.comparingDouble(FirmMeasures::inflow)
            .reversed()
            .thenComparing(FirmMeasures::id));
    for (FirmMeasures firm : firms) {
      if (firm.inflow() > 0) {
        table.row(
            "  " + names.name(firm.id(), words),
            figures.money(firm.inflow()),
            figures.percent(firm.paidBy().getOrDefault("end_users", 0.0)),
            figures.percent(firm.paidBy().getOrDefault("lenders", 0.0)),
            figures.percent(firm.paidBy().getOrDefault("outside_equity", 0.0)),
            figures.percent(firm.ownMoneyBack()),
            figures.number(firm.level()));
      }
    }
    return table.text();
  }

  /** The measures of the circle as a whole, each with what it counts. */
  private String measures(NetworkMeasures network) {
    TextTable table = new TextTable(3);
    table.row(
        "  " + words.text("view.map.finn"),
        figures.percent(network.finn()),
        words.text("view.map.finn.note"));
    table.row(
        "  " + words.text("view.map.maximum"),
        figures.percent(network.maximum().shareInside()),
        words.text("view.map.maximum.note"));
    table.row(
        "  " + words.text("view.map.peeled"),
        figures.money(network.decomposition().goingRound()),
        words.say(
            "view.map.peeled.note",
            "count",
            figures.count(network.decomposition().cycles().size())));
    table.row(
        "  " + words.text("view.map.core"),
        figures.count(network.components().largest()),
        words.say(
            "view.map.core.note",
            "count",
            figures.count(network.parties()),
            "share",
            figures.percent(network.shareInComponents())));
    table.row(
        "  " + words.text("view.map.bff"), forwarded(network), words.text("view.map.bff.note"));
    table.row(
        "  " + words.text("view.map.incoherence"),
        figures.number(network.incoherence()),
        words.text("view.map.incoherence.note"));
    table.row(
        "  " + words.text("view.map.path"),
        figures.number(network.averagePathLength()),
        words.text("view.map.path.note"));
    return words.text("view.map.measures") + "\n" + table.text();
  }

  private String stage(Stage stage) {
    return words.text("view.stage." + stage.name().toLowerCase(Locale.ROOT));
  }

  private List<String> named(List<String> ids, Names names) {
    return ids.stream().map(id -> names.name(id, words)).toList();
  }

  private static String path(List<String> names) {
    return String.join(" > ", names) + " >";
  }

  private void line(StringBuilder out, String key, Object... values) {
    out.append(words.say(key, values)).append('\n');
  }
}
