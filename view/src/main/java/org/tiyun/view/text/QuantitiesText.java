package org.tiyun.view.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tiyun.language.model.Calendar;
import org.tiyun.study.quantity.Figure;
import org.tiyun.study.quantity.Quantities;
import org.tiyun.study.quantity.Quantity;
import org.tiyun.words.Words;

/** The eighteen quantities for a person at a terminal: year ends across, firms down. */
public final class QuantitiesText {
  private static final int COLUMNS = 8;

  private final Words words;
  private final Figures figures;
  private final Quantities quantities;

  public QuantitiesText(Words words, Quantities quantities) {
    this.words = words;
    this.figures = new Figures(words.lang());
    this.quantities = quantities;
  }

  public String all() {
    StringBuilder out = new StringBuilder();
    for (Quantity quantity : Quantity.values()) {
      List<Quantities.Row> rows =
          quantities.rows().stream().filter(r -> r.quantity() == quantity).toList();
      out.append(words.say("view.quantity." + quantity.word(), "number", quantity.number()))
          .append('\n');
      out.append(rows.isEmpty() ? "  " + words.text("view.quantity.none") + "\n" : table(rows));
      out.append('\n');
    }
    return out.append(words.text("view.quantity.foot")).append('\n').toString();
  }

  private String table(List<Quantities.Row> rows) {
    Calendar calendar = quantities.opened().model().calendar();
    List<String> shown =
        thinned(
            rows.stream()
                .map(Quantities.Row::period)
                .distinct()
                .sorted(Comparator.comparingInt(label -> calendar.period(label).orElse(0)))
                .toList());
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
        line.add(row == null ? "" : value(row));
      }
      table.row(line);
    });
    return table.text();
  }

  /** Every fourth period from the fourth on where there are many, and the last. */
  private static List<String> thinned(List<String> periods) {
    if (periods.size() <= COLUMNS) {
      return periods;
    }
    int step = (periods.size() + COLUMNS - 1) / COLUMNS;
    step = step > 1 ? Math.max(4, step) : 1;
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
    String said = figures.number(row.figure().value());
    return row.range()
        .map(r -> said + " (" + figures.number(r[0]) + ".." + figures.number(r[2]) + ")")
        .orElse(said);
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
    return out.toString();
  }

  private void tree(StringBuilder out, Figure figure, String indent) {
    out.append(indent)
        .append(figures.number(figure.value()))
        .append("  ")
        .append(words.say("view.figure." + figure.what(), "of", thing(figure)))
        .append('\n');
    figure.of().forEach(part -> tree(out, part, indent + "  "));
  }

  /** Firms by their names, variables and flows as the model writes them. */
  private String thing(Figure figure) {
    return switch (figure.what()) {
      case "flow", "variable", "owed" -> figure.thing();
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
    return Called.of(quantities.opened(), words).firm(entity);
  }
}
