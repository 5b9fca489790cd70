package org.tiyun.view.map;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.tiyun.circuit.Circuit;
import org.tiyun.circuit.deals.DealLoop;
import org.tiyun.ledger.Entity;
import org.tiyun.ledger.Names;
import org.tiyun.ledger.SeriesPoint;
import org.tiyun.view.map.MoneyMap.Loop;
import org.tiyun.view.map.MoneyMap.Node;
import org.tiyun.view.map.MoneyMap.Pipe;
import org.tiyun.view.map.MoneyMap.Side;
import org.tiyun.view.text.Figures;
import org.tiyun.words.Words;

/**
 * The map of what the circle's firms paid and promised each other, in billions of US dollars over
 * whole deals, with the widest loop of promises underlaid.
 */
public final class PromiseMap {
  /** The firms that the story names and those that cannot be left out. */
  private static final List<String> FIRMS =
      List.of(
          "nvidia",
          "openai",
          "oracle",
          "microsoft",
          "amazon",
          "google",
          "meta",
          "amd",
          "broadcom",
          "coreweave",
          "nebius",
          "anthropic",
          "xai",
          "mistral",
          "figure-ai",
          "softbank");

  private PromiseMap() {}

  /** The largest deals, as many as suit a format; every firm has one. */
  public static MoneyMap of(Circuit circuit, Words words, Names names, MapDrawing.Format format) {
    return of(circuit, words, names, format == MapDrawing.Format.WIDE ? 36 : 22);
  }

  /** The same with so many pipes at most. */
  public static MoneyMap of(Circuit circuit, Words words, Names names, int pipes) {
    List<Entity> entities =
        circuit.ledger().entities().stream().filter(e -> FIRMS.contains(e.id())).toList();
    Set<String> ids = new LinkedHashSet<>(FIRMS);
    ids.retainAll(entities.stream().map(Entity::id).toList());
    Optional<DealLoop> famous =
        circuit.headline().promisedLoop().filter(loop -> ids.containsAll(loop.path()));
    Figures figures = new Figures(words.lang());
    ShortNames shortNames = new ShortNames(names, words);
    Optional<Loop> loop =
        famous.map(found ->
            new Loop(
                found.path(),
                words.text("map.loop"),
                words.say("map.loop.tightest", "amount", figures.money(found.tightest()))));
    List<Pipe> all = new PromisedPipes(words).of(circuit.ledger().deals(), ids);
    List<Pipe> shown = shown(all, loop, pipes);
    List<Node> nodes = new ArrayList<>();
    for (String id : ids) {
      Entity entity = entities.stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow();
      OptionalDouble value = value(circuit, id);
      nodes.add(
          new Node(
              id,
              shortNames.of(id),
              entity.role().equals("financier") ? Side.OUTSIDE : Side.INSIDE,
              value,
              value.isPresent() ? figures.money(value.getAsDouble()) : ""));
    }
    String subtitle = words.say("map.promise.subtitle", "count", shown.size(), "of", all.size());
    return new MoneyMap(
        words.text("map.promise.title"),
        subtitle,
        description(subtitle, shown, shortNames, words, figures),
        words.text("map.boundary"),
        words.text("map.promise.sizes"),
        false,
        nodes,
        shown,
        loop,
        Places.of(circuit.ledger(), "promise"),
        Optional.empty());
  }

  private static List<Pipe> shown(List<Pipe> all, Optional<Loop> loop, int most) {
    Set<Pipe> chosen = new LinkedHashSet<>();
    Set<String> met = new LinkedHashSet<>();
    all.stream().filter(p -> loop.filter(l -> l.has(p)).isPresent()).forEach(chosen::add);
    for (Pipe pipe : all) {
      boolean first = met.add(pipe.payer()) | met.add(pipe.payee());
      if (first) {
        chosen.add(pipe);
      }
    }
    for (Pipe pipe : all) {
      if (chosen.size() < most) {
        chosen.add(pipe);
      }
    }
    return all.stream().filter(chosen::contains).toList();
  }

  /** Market value or the price of the last round, the ledger's latest; empty where it has none. */
  private static OptionalDouble value(Circuit circuit, String id) {
    return circuit.ledger().series().stream()
        .filter(p -> p.entity().equals(id) && p.unit().equals("usd_b"))
        .filter(p -> p.metric().equals("market_cap") || p.metric().equals("valuation"))
        .reduce((a, b) -> b.period().compareTo(a.period()) >= 0 ? b : a)
        .map(SeriesPoint::value)
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  private static String description(
      String subtitle, List<Pipe> shown, ShortNames names, Words words, Figures figures) {
    StringBuilder out =
        new StringBuilder(words.say("map.promise.description", "subtitle", subtitle));
    for (Pipe pipe : shown) {
      String manner = words.text("map.stage." + Legend.key(pipe.manner()));
      String amount = pipe.amount().isPresent() ? figures.money(pipe.width()) : "?";
      out.append(' ')
          .append(
              words.say(
                  "map.promise.pipe",
                  "payer",
                  names.of(pipe.payer()),
                  "payee",
                  names.of(pipe.payee()),
                  "amount",
                  amount,
                  "manner",
                  manner));
    }
    return out.toString();
  }
}
