package org.tiyun.view.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tiyun.study.open.Bilingual;
import org.tiyun.study.twin.RoleFlows;
import org.tiyun.study.twin.RoleTable.Role;
import org.tiyun.study.twin.TwinResult;
import org.tiyun.study.twin.TwinResult.RoleMap;
import org.tiyun.view.map.MoneyMap.Category;
import org.tiyun.view.map.MoneyMap.Manner;
import org.tiyun.view.map.MoneyMap.Node;
import org.tiyun.view.map.MoneyMap.Pipe;
import org.tiyun.view.map.MoneyMap.Side;
import org.tiyun.view.map.RoleShares.Link;
import org.tiyun.view.text.Figures;
import org.tiyun.words.Words;

/**
 * Machines as maps of the same roles, each in the same place: who paid whom in a year of the common
 * clock, in shares of all payments of each machine, and with one scale of widths for all.
 */
public final class RoleMaps {
  private static final Places.Place REST = new Places.Place(0.87, 0.5, 0.87, 0.5);

  private final TwinResult twin;
  private final List<String> machines;
  private final RoleShares shares;
  private final Words words;
  private final Figures figures;

  /**
   * @param machines what each is called
   */
  public RoleMaps(TwinResult twin, List<String> machines, Words words) {
    this.twin = twin;
    this.machines = machines;
    this.shares = new RoleShares(twin);
    this.words = words;
    this.figures = new Figures(words.lang());
  }

  /** One row of maps for each moment. */
  public List<MapDrawing.Rows> rows() {
    MoneyMap.Row row = new MoneyMap.Row(shares.widest(), kinds());
    return twin.maps().stream()
        .map(map ->
            new MapDrawing.Rows(
                moment(map),
                IntStream.range(0, machines.size()).mapToObj(m -> map(map, m, row)).toList()))
        .toList();
  }

  private String moment(RoleMap map) {
    String year = Integer.toString(map.year());
    return map.brake()
        .map(brake -> words.say("map.roles.braked", "year", year, "brake", said(brake)))
        .orElseGet(
            () -> words.say(map.year() == 0 ? "map.roles.zero" : "map.roles.year", "year", year));
  }

  private String said(Bilingual text) {
    return text.in(words.lang());
  }

  private MoneyMap map(RoleMap map, int machine, MoneyMap.Row row) {
    Map<Link, Double> drawn = shares.drawn(map, machine);
    List<Pipe> pipes = new ArrayList<>();
    drawn.forEach((link, share) ->
        pipes.add(
            new Pipe(
                link.payer(),
                link.payee(),
                OptionalDouble.of(share),
                link.category(),
                Manner.PAID,
                figures.percent(share),
                Optional.empty())));
    String subtitle = subtitle(map, machine);
    return new MoneyMap(
        machines.get(machine),
        subtitle,
        described(subtitle, drawn, machine),
        words.text("map.roles.boundary"),
        words.say("map.roles.sizes", "least", figures.percent(RoleShares.LEAST)),
        true,
        nodes(map, machine),
        pipes,
        Optional.empty(),
        places(),
        Optional.of(row));
  }

  private String subtitle(RoleMap map, int machine) {
    RoleFlows flows = map.of().get(machine);
    return words.say(
        "map.roles.subtitle",
        "period",
        figures.period(map.periods().get(machine)),
        "total",
        figures.money(flows.total(), twin.models().get(machine).model().moneyUnit()),
        "within",
        figures.percent(flows.within() / flows.total()));
  }

  private String described(String subtitle, Map<Link, Double> drawn, int machine) {
    double shown = drawn.values().stream().mapToDouble(Double::doubleValue).sum();
    StringBuilder out =
        new StringBuilder(
            words.say(
                "map.roles.described",
                "model",
                machines.get(machine),
                "subtitle",
                subtitle,
                "shown",
                figures.percent(shown)));
    drawn.forEach((link, share) ->
        out.append(' ')
            .append(
                words.say(
                    "map.cash.pipe",
                    "payer",
                    player(link.payer(), machine),
                    "payee",
                    player(link.payee(), machine),
                    "amount",
                    figures.percent(share),
                    "category",
                    kind(link.category(), machine))));
    return out.toString();
  }

  private String player(String role, int machine) {
    return twin.roles().stream()
        .filter(r -> r.id().equals(role))
        .findFirst()
        .map(r -> said(r.of().get(machine).brief()))
        .orElseGet(() -> words.text("map.roles.rest"));
  }

  private List<Node> nodes(RoleMap map, int machine) {
    RoleFlows flows = map.of().get(machine);
    List<Node> nodes = new ArrayList<>();
    for (Role role : twin.roles()) {
      boolean party = !role.of().get(machine).sectors().isEmpty();
      Side side = party ? Side.valueOf(role.standing().name()) : Side.THING;
      nodes.add(node(role.id(), player(role.id(), machine), side, flows));
    }
    nodes.add(node(RoleFlows.REST, words.text("map.roles.rest"), Side.OUTSIDE, flows));
    return nodes;
  }

  private Node node(String id, String name, Side side, RoleFlows flows) {
    double got =
        flows.payments().stream()
            .filter(p -> p.payee().equals(id))
            .mapToDouble(RoleFlows.Payment::amount)
            .sum();
    String label =
        side == Side.THING || got == 0
            ? ""
            : words.say("map.roles.gets", "share", figures.percent(got / flows.total()));
    return new Node(id, name, side, OptionalDouble.empty(), label);
  }

  private Places places() {
    Map<String, Places.Place> places = new LinkedHashMap<>();
    twin.roles()
        .forEach(role ->
            places.put(role.id(), new Places.Place(role.x(), role.y(), role.x(), role.y())));
    places.put(RoleFlows.REST, REST);
    return new Places(places);
  }

  private String kind(Category category, int machine) {
    Optional<String> own =
        category == Category.END_USERS
            ? Optional.empty()
            : twin.models().get(machine).kinds().name(Legend.key(category)).map(this::said);
    return own.orElseGet(() -> words.text("map.category." + Legend.key(category)));
  }

  /** What a colour stands for: one meaning for all machines, or the meaning for each. */
  private Map<Category, String> kinds() {
    Map<Category, String> kinds = new EnumMap<>(Category.class);
    for (Category category : Category.values()) {
      Map<String, List<String>> meant = new LinkedHashMap<>();
      for (int m = 0; m < machines.size(); m++) {
        if (occurs(category, m)) {
          meant.computeIfAbsent(kind(category, m), k -> new ArrayList<>()).add(machines.get(m));
        }
      }
      if (meant.size() == 1) {
        kinds.put(category, meant.keySet().iterator().next());
      } else if (!meant.isEmpty()) {
        kinds.put(category, joined(meant));
      }
    }
    return kinds;
  }

  private boolean occurs(Category category, int machine) {
    return twin.maps().stream()
        .flatMap(map -> shares.drawn(map, machine).keySet().stream())
        .anyMatch(link -> link.category() == category);
  }

  private String joined(Map<String, List<String>> meant) {
    return meant.entrySet().stream()
        .map(e ->
            words.say(
                "map.roles.kind",
                "model",
                String.join(words.text("view.list.comma"), e.getValue()),
                "kind",
                e.getKey()))
        .collect(Collectors.joining(words.text("view.list.semicolon")));
  }

  /** The head of a moment's table. */
  public List<String> head() {
    List<String> head =
        new ArrayList<>(List.of(words.text("map.roles.payer"), words.text("map.roles.payee")));
    head.addAll(machines);
    return head;
  }

  /**
   * Every payment between roles that one map of a moment shows, with its share in each machine;
   * with a brake, without it and with it.
   */
  public List<List<String>> table(int moment) {
    RoleMap map = twin.maps().get(moment);
    Map<List<String>, Double> shown = new LinkedHashMap<>();
    List<Map<List<String>, Double>> with = new ArrayList<>();
    List<Map<List<String>, Double>> without = new ArrayList<>();
    for (int m = 0; m < machines.size(); m++) {
      Map<List<String>, Double> pairs = shares.pairs(map.of().get(m), m);
      shares
          .drawn(map, m)
          .keySet()
          .forEach(
              link -> shown.merge(link.pair(), pairs.getOrDefault(link.pair(), 0.0), Math::max));
      with.add(pairs);
      without.add(shares.pairs(map.without().get(m), m));
    }
    return shown.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .map(pair -> {
          List<String> row = new ArrayList<>();
          pair.forEach(role -> row.add(name(role)));
          for (int m = 0; m < machines.size(); m++) {
            String share = figures.percent(with.get(m).getOrDefault(pair, 0.0));
            String before = figures.percent(without.get(m).getOrDefault(pair, 0.0));
            row.add(map.brake().isPresent() ? before + " \u2192 " + share : share);
          }
          return row;
        })
        .toList();
  }

  private String name(String role) {
    return twin.roles().stream()
        .filter(r -> r.id().equals(role))
        .findFirst()
        .map(r -> said(r.name()))
        .orElseGet(() -> words.text("map.roles.rest"));
  }

  /** The maps as a file of their own. */
  public String file() {
    return MapDrawing.sheet(words.text("map.roles.sheet"), rows(), words);
  }
}
