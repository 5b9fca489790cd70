package org.tiyun.view.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tiyun.language.model.Calendar;
import org.tiyun.language.model.Input;
import org.tiyun.study.quantity.Figure;
import org.tiyun.study.quantity.Grounds;
import org.tiyun.study.quantity.Quantities;
import org.tiyun.study.quantity.Quantity;
import org.tiyun.study.sources.Sources;
import org.tiyun.words.Words;

/** The eighteen quantities for a person at a terminal: year ends across, firms down. */
public final class QuantitiesText {
  private static final int WIDTH = 98;

  /** Numbers behind a flow that are named beside it; the list below has all. */
  private static final int NEAREST = 6;

  private static final int COLUMNS = 8;
  private static final int COLUMNS_WITH_RANGES = 3;

  /** Figures that are a number of periods, and what they are about is the period they end with. */
  private static final Set<String> DATED = Set.of("periods_until", "above_water");

  private final Words words;
  private final Figures figures;
  private final Quantities quantities;
  private final Grounds grounds;

  public QuantitiesText(Words words, Quantities quantities) {
    this.words = words;
    this.figures = new Figures(words.lang());
    this.quantities = quantities;
    this.grounds = new Grounds(quantities.opened().model());
  }

  public String all() {
    StringBuilder out = new StringBuilder();
    for (Quantity quantity : Quantity.values()) {
      List<Quantities.Row> rows =
          quantities.rows().stream().filter(r -> r.quantity() == quantity).toList();
      out.append(words.say("view.quantity." + quantity.word(), "number", quantity.number()))
          .append('\n');
      List<Quantities.Row> whole = rows.stream().filter(r -> r.period().isEmpty()).toList();
      List<Quantities.Row> yearly = rows.stream().filter(r -> !r.period().isEmpty()).toList();
      out.append(rows.isEmpty() ? "  " + words.text("view.quantity.none") + "\n" : "");
      out.append(yearly.isEmpty() ? "" : table(yearly));
      if (!whole.isEmpty()) {
        String whatElse = "view.quantity.whole." + quantity.word();
        out.append(yearly.isEmpty() ? "" : words.text(whatElse) + "\n").append(table(whole));
      }
      out.append('\n');
    }
    return out.append(words.text("view.quantity.foot")).append('\n').toString();
  }

  private String table(List<Quantities.Row> rows) {
    Calendar calendar = quantities.opened().model().calendar();
    boolean ranges = rows.stream().anyMatch(r -> r.range().isPresent());
    List<String> shown =
        thinned(
            rows.stream()
                .map(Quantities.Row::period)
                .distinct()
                .sorted(Comparator.comparingInt(label -> calendar.period(label).orElse(0)))
                .toList(),
            ranges ? COLUMNS_WITH_RANGES : COLUMNS,
            Math.max(1, calendar.step().perYear()));
    Map<String, Map<String, Quantities.Row>> byEntity = new LinkedHashMap<>();
    rows.forEach(
        r -> byEntity.computeIfAbsent(r.entity(), e -> new LinkedHashMap<>()).put(r.period(), r));
    TextTable table = new TextTable(1);
    if (shown.size() > 1 || !shown.get(0).isEmpty()) {
      List<String> head = new ArrayList<>(List.of(""));
      head.addAll(shown);
      table.row(head);
    }
    byEntity.forEach((entity, cells) -> {
      List<String> line = new ArrayList<>(List.of("  " + name(entity)));
      for (String period : shown) {
        Quantities.Row row = cells.get(period);
        line.add(row == null ? words.text("view.quantity.absent") : value(row));
      }
      table.row(line);
    });
    return table.text();
  }

  /** Ends of years where there are many periods, every so many years, and the last period. */
  private static List<String> thinned(List<String> periods, int columns, int year) {
    if (periods.size() <= columns) {
      return periods;
    }
    int years = (periods.size() + columns * year - 1) / (columns * year);
    int step = years * year;
    List<String> some = new ArrayList<>();
    for (int i = step - 1; i < periods.size(); i += step) {
      some.add(periods.get(i));
    }
    if (some.isEmpty() || !some.get(some.size() - 1).equals(periods.get(periods.size() - 1))) {
      some.add(periods.get(periods.size() - 1));
    }
    return some;
  }

  private String value(Quantities.Row row) {
    if (row.quantity() == Quantity.MINSKY_CLASS) {
      return words.text("view.minsky." + (int) row.figure().value());
    }
    Figure figure = row.figure();
    String said = number(row.quantity(), figure.value());
    if (Double.isInfinite(figure.value()) && !figure.of().isEmpty()) {
      said =
          words.say(
              "view.quantity." + figure.what(), "to", figures.number(figure.of().get(0).value()));
    }
    String value =
        DATED.contains(figure.what()) ? said + " (" + figures.period(figure.thing()) + ")" : said;
    return row.range()
        .map(r ->
            value + " (" + number(row.quantity(), r[0]) + ".." + number(row.quantity(), r[2]) + ")")
        .orElse(value);
  }

  /** A number; where there is none, what that means. */
  private String number(Quantity quantity, double value) {
    if (Double.isFinite(value)) {
      return figures.number(value);
    }
    return switch (quantity) {
      case MINIMUM_EXTERNAL_REVENUE, STALL_SPEED, BACKSTOP_BILL ->
          words.text(value < 0 ? "view.quantity.below" : "view.quantity.beyond");
      case RUNWAY -> words.text("view.quantity.absent");
      default -> words.text("view.quantity.never");
    };
  }

  /** The tree of figures under one quantity: what it is, and what it is made of. */
  public String explained(Quantity wanted) {
    StringBuilder out = new StringBuilder();
    out.append(words.say("view.quantity." + wanted.word(), "number", wanted.number())).append('\n');
    for (Quantities.Row row : quantities.rows()) {
      if (row.quantity() == wanted) {
        String head = name(row.entity());
        out.append('\n')
            .append(head)
            .append(row.period().isEmpty() ? "" : " " + figures.period(row.period()))
            .append('\n');
        tree(out, row.figure(), "  ");
      }
    }
    return out.append('\n').append(grounds(wanted)).toString();
  }

  private void tree(StringBuilder out, Figure figure, String indent) {
    out.append(indent)
        .append(Double.isInfinite(figure.value()) ? "" : figures.number(figure.value()) + "  ")
        .append(words.say("view.figure." + figure.what(), "of", thing(figure)))
        .append('\n');
    List<Input> under = grounds.under(figure);
    if (!under.isEmpty()) {
      String names =
          String.join(", ", under.stream().limit(NEAREST).map(i -> i.name().toString()).toList());
      if (under.size() > NEAREST) {
        names += " +" + (under.size() - NEAREST);
      }
      Columns.lines("← " + names, WIDTH - indent.length() - 4)
          .forEach(line -> out.append(indent).append("    ").append(line).append('\n'));
    }
    figure.of().forEach(part -> tree(out, part, indent + "  "));
  }

  /** The numbers under a quantity, each with its rows, its source or its assumption. */
  private String grounds(Quantity wanted) {
    List<Input> under =
        grounds.under(quantities.rows().stream().filter(r -> r.quantity() == wanted).toList());
    Sources all = Sources.of(quantities.opened().model());
    String key = under.isEmpty() ? "view.quantities.rests_on_all" : "view.quantities.rests_on";
    String model = quantities.opened().folderName();
    String lead =
        words.say(
            key,
            "count",
            under.size(),
            "rows",
            all.counts().getOrDefault(Sources.Kind.LEDGER, 0),
            "assumed",
            all.counts().getOrDefault(Sources.Kind.ASSUMPTION, 0),
            "model",
            model);
    String text = String.join("\n", Columns.lines(lead, WIDTH)) + "\n";
    return under.isEmpty()
        ? text
        : text
            + "\n"
            + new SourcesText(words)
                .tables(quantities.opened(), Sources.of(quantities.opened().model(), under))
                .stripTrailing()
            + "\n";
  }

  /** Firms by their names, variables and flows as the model writes them. */
  private String thing(Figure figure) {
    return switch (figure.what()) {
      case "flow", "variable", "owed", "input" -> figure.thing();
      case "periods_until", "above_water", "under_water" -> figures.period(figure.thing());
      default -> name(figure.thing());
    };
  }

  private String name(String entity) {
    if (entity.isEmpty()) {
      return words.text("view.quantity.circle");
    }
    String row = "view.quantity.row." + entity;
    if (words.has(row)) {
      return words.text(row);
    }
    Called called = Called.of(quantities.opened(), words);
    int space = entity.indexOf(' ');
    if (space < 0) {
      return called.firm(entity);
    }
    // A state that is raised, or a mechanism: its number and its switch.
    String rest = entity.substring(space + 1);
    return entity.startsWith(Quantities.IMPULSE)
        ? called.variable(rest)
        : entity.substring(0, space + 1) + called.input(rest);
  }
}
