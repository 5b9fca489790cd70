package org.tiyun.view.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.tiyun.circuit.Circuit;
import org.tiyun.circuit.FirmMeasures;
import org.tiyun.circuit.matrix.BalancedCell;
import org.tiyun.circuit.matrix.FlowMatrix;
import org.tiyun.ledger.Names;
import org.tiyun.view.map.MoneyMap.Category;
import org.tiyun.view.map.MoneyMap.Loop;
import org.tiyun.view.map.MoneyMap.Manner;
import org.tiyun.view.map.MoneyMap.Node;
import org.tiyun.view.map.MoneyMap.Pipe;
import org.tiyun.view.map.MoneyMap.Side;
import org.tiyun.view.text.Figures;
import org.tiyun.words.Lang;
import org.tiyun.words.Words;

/**
 * The map of cash paid in one year, from the balanced matrix: a pipe for every payer, payee and
 * category, in billions of US dollars. Changes of a firm's own cash are no payment and have no
 * pipe.
 */
public final class CashMap {
  private final Circuit circuit;
  private final Words words;
  private final ShortNames names;
  private final Figures figures;

  private CashMap(Circuit circuit, Words words, Names names) {
    this.circuit = circuit;
    this.words = words;
    this.names = new ShortNames(names, words);
    this.figures = new Figures(words.lang());
  }

  /** The largest payments, as many as suit a format: everyone outside and every firm has one. */
  public static MoneyMap of(Circuit circuit, Words words, Names names, MapDrawing.Format format) {
    return of(circuit, words, names, format == MapDrawing.Format.WIDE ? 36 : 24);
  }

  /** The same with so many pipes at most. */
  public static MoneyMap of(Circuit circuit, Words words, Names names, int pipes) {
    return new CashMap(circuit, words, names).map(pipes);
  }

  private MoneyMap map(int most) {
    List<Pipe> all = pipes();
    Optional<Loop> loop = loop();
    List<Pipe> shown = largest(all, loop, most);
    String subtitle =
        words.say(
            "map.cash.subtitle",
            "count",
            shown.size(),
            "shown",
            figures.money(sum(shown)),
            "total",
            figures.money(sum(all)));
    String year = Integer.toString(matrix().year());
    return new MoneyMap(
        words.say("map.cash.title", "year", year),
        subtitle,
        description(subtitle, all, shown),
        words.text("map.boundary"),
        words.text("map.cash.sizes"),
        true,
        nodes(shown),
        shown,
        loop,
        Places.of(circuit.ledger(), "cash"),
        Optional.empty());
  }

  private FlowMatrix matrix() {
    return circuit.cash().matrix();
  }

  /** All pipes of the year, largest first. */
  private List<Pipe> pipes() {
    Map<List<Object>, Double> sums = new LinkedHashMap<>();
    for (BalancedCell cell : matrix().cells()) {
      String payer = party(cell.cell().payer());
      String payee = party(cell.cell().payee());
      if (!payer.equals("cash") && !payee.equals("cash") && cell.value() > 0) {
        sums.merge(
            List.of(payer, payee, category(payer, cell.cell().kind())), cell.value(), Double::sum);
      }
    }
    List<Pipe> pipes = new ArrayList<>();
    sums.forEach((key, value) ->
        pipes.add(
            new Pipe(
                (String) key.get(0),
                (String) key.get(1),
                OptionalDouble.of(value),
                (Category) key.get(2),
                Manner.PAID,
                figures.lang() == Lang.ZH ? figures.moneyNumber(value) : figures.money(value),
                Optional.empty())));
    pipes.sort(
        Comparator.comparingDouble((Pipe p) -> -p.width())
            .thenComparing(Pipe::payer)
            .thenComparing(Pipe::payee)
            .thenComparing(Pipe::category));
    return pipes;
  }

  /**
   * The loop, end users, for everyone outside the largest pipe across the line, for every firm the
   * largest inside it, then whatever is largest.
   */
  private List<Pipe> largest(List<Pipe> all, Optional<Loop> loop, int most) {
    List<String> circle = matrix().circle();
    Set<Pipe> chosen = new LinkedHashSet<>();
    all.stream().filter(p -> loop.filter(l -> l.has(p)).isPresent()).forEach(chosen::add);
    all.stream()
        .filter(p -> p.category() == Category.END_USERS)
        .limit(Math.max(3, most / 6))
        .forEach(chosen::add);
    Set<String> met = new LinkedHashSet<>();
    for (Pipe pipe : all) {
      String outsider = circle.contains(pipe.payer()) ? pipe.payee() : pipe.payer();
      if (!circle.contains(outsider) && met.add(outsider)) {
        chosen.add(pipe);
      }
    }
    for (Pipe pipe : all) {
      boolean inside = circle.contains(pipe.payer()) && circle.contains(pipe.payee());
      if (inside && chosen.size() < most && (met.add(pipe.payer()) | met.add(pipe.payee()))) {
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

  private List<Node> nodes(List<Pipe> shown) {
    Set<String> ids = new LinkedHashSet<>();
    circuit.headline().paidLoop().ifPresent(loop -> ids.addAll(loop.path()));
    shown.forEach(pipe -> ids.addAll(List.of(pipe.payer(), pipe.payee())));
    return ids.stream().map(this::node).toList();
  }

  private Node node(String id) {
    if (id.equals("end-users")) {
      return new Node(
          id, words.text("map.party.end_users"), Side.END_USERS, OptionalDouble.empty(), "");
    }
    if (!matrix().circle().contains(id)) {
      String name =
          switch (id) {
            case "credit-market" -> words.text("map.party.lenders");
            case "equity-market" -> words.text("map.party.shareholders");
            case "spending" -> words.text("map.party.spending");
            default -> names.of(id);
          };
      return new Node(id, name, Side.OUTSIDE, OptionalDouble.empty(), "");
    }
    double through = circuit.cash().network().firm(id).map(FirmMeasures::inflow).orElse(0.0);
    return new Node(
        id, names.of(id), Side.INSIDE, OptionalDouble.of(through), figures.money(through));
  }

  private Optional<Loop> loop() {
    return circuit
        .headline()
        .paidLoop()
        .map(loop ->
            new Loop(
                loop.path(),
                words.text("map.loop"),
                words.say("map.loop.tightest", "amount", figures.money(loop.tightest()))));
  }

  private String description(String subtitle, List<Pipe> all, List<Pipe> shown) {
    double users =
        all.stream().filter(p -> p.category() == Category.END_USERS).mapToDouble(Pipe::width).sum();
    StringBuilder out =
        new StringBuilder(
            words.say("map.cash.description", "subtitle", subtitle, "users", figures.money(users)));
    for (Pipe pipe : shown) {
      out.append(' ')
          .append(
              words.say(
                  "map.cash.pipe",
                  "payer",
                  node(pipe.payer()).name(),
                  "payee",
                  node(pipe.payee()).name(),
                  "amount",
                  figures.money(pipe.width()),
                  "category",
                  words.text("map.category." + Legend.key(pipe.category()))));
    }
    return out.toString();
  }

  /** Parties outside are drawn in groups: both kinds of end users, everything bought and owed. */
  private static String party(String id) {
    return switch (id) {
      case "consumers", "enterprises" -> "end-users";
      case "suppliers", "staff-tax" -> "spending";
      default -> id;
    };
  }

  private static Category category(String payer, String kind) {
    if (payer.equals("end-users")) {
      return Category.END_USERS;
    }
    return switch (kind) {
      case "equity", "investment", "returns" -> Category.EQUITY;
      case "chips", "servers", "foundry" -> Category.HARDWARE;
      case "cloud", "api", "sales", "revenue_share" -> Category.CLOUD;
      case "debt", "interest", "repayment" -> Category.DEBT;
      default -> Category.OTHER;
    };
  }

  private static double sum(Collection<Pipe> pipes) {
    return pipes.stream().mapToDouble(Pipe::width).sum();
  }
}
