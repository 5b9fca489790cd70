package org.tiyun.view.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tiyun.language.model.Calendar;
import org.tiyun.study.twin.TwinResult;
import org.tiyun.study.twin.TwinResult.Crossing;
import org.tiyun.study.twin.TwinResult.Quantity;
import org.tiyun.study.twin.TwinResult.Response;
import org.tiyun.words.Words;

/** The answer of {@code tiyun twin} for a person at a terminal. */
public final class TwinText {
  private static final int COLUMNS = 9;

  private final Words words;
  private final Figures figures;
  private final TwinFigures said;

  public TwinText(Words words) {
    this.words = words;
    this.figures = new Figures(words.lang());
    this.said = new TwinFigures(figures);
  }

  public String of(TwinResult twin) {
    StringBuilder out = new StringBuilder();
    line(out, "view.twin.clock", "what", twin.clock().in(words.lang()));
    for (TwinResult.Side side : twin.models()) {
      line(
          out,
          "view.twin.zero",
          "model",
          side.name(),
          "hash",
          side.model().model().hash(),
          "period",
          figures.period(side.zero()),
          "step",
          step(side),
          "unit",
          unit(side.model().moneyUnit()));
    }
    line(out, "view.twin.units");
    if (twin.models().stream().map(this::step).distinct().count() > 1) {
      line(out, "view.twin.steps");
    }
    quantities(out, twin);
    if (!twin.eighteen().isEmpty()) {
      out.append(new EighteenText(words, twin, shown(twin)).all());
    }
    twin.brakes().forEach(brake -> brake(out, twin, brake));
    if (!twin.crossings().isEmpty()) {
      out.append('\n');
      line(out, "view.twin.crossings");
      twin.crossings().forEach(crossing -> crossing(out, twin, crossing));
    }
    return out.toString();
  }

  private String step(TwinResult.Side side) {
    Calendar.Step step = side.model().model().calendar().step();
    return words.text("view.twin.step." + step.name().toLowerCase(Locale.ROOT));
  }

  private static List<Integer> shown(TwinResult twin) {
    int step = Math.max(1, (twin.years().size() + COLUMNS - 1) / COLUMNS);
    List<Integer> shown = new ArrayList<>();
    int zero = twin.years().indexOf(0);
    for (int i = zero % step; i < twin.years().size(); i += step) {
      shown.add(i);
    }
    return shown;
  }

  private void quantities(StringBuilder out, TwinResult twin) {
    List<Integer> shown = shown(twin);
    for (Quantity quantity : twin.quantities()) {
      out.append('\n').append(quantity.name().in(words.lang())).append("  ");
      line(out, quantity.level() ? "view.twin.level" : "view.twin.share");
      TextTable table = new TextTable(1);
      List<String> head = new ArrayList<>(List.of(words.text("view.twin.year")));
      shown.forEach(i -> head.add(Integer.toString(twin.years().get(i))));
      table.row(head);
      for (int m = 0; m < twin.models().size(); m++) {
        List<String> row = new ArrayList<>(List.of(twin.models().get(m).name()));
        double[] values = quantity.values().get(m);
        shown.forEach(i -> row.add(said.number(values[i])));
        table.row(row);
      }
      out.append(table.text());
      if (quantity.mixed()) {
        line(out, "view.twin.mixed", "units", units(twin, quantity));
      }
      line(out, quantity.sameSign() ? "view.twin.same" : "view.twin.other");
      line(out, "view.twin.fails", "why", quantity.fails().in(words.lang()));
    }
  }

  private String units(TwinResult twin, Quantity quantity) {
    List<String> said = new ArrayList<>();
    for (int m = 0; m < twin.models().size(); m++) {
      String unit = quantity.units().get(m);
      said.add(twin.models().get(m).name() + " " + unit(unit));
    }
    return String.join(words.text("view.list.comma"), said);
  }

  private String unit(String unit) {
    return unit.isEmpty() ? words.text("view.twin.nounit") : figures.unit(unit, words);
  }

  private void brake(StringBuilder out, TwinResult twin, Response brake) {
    out.append('\n');
    line(out, "view.twin.brake", "brake", brake.name().in(words.lang()));
    TextTable table = new TextTable(1);
    List<String> head = new ArrayList<>(List.of(""));
    List<String> scenario = new ArrayList<>(List.of(words.text("view.twin.scenario")));
    List<String> events = new ArrayList<>(List.of(words.text("view.twin.events")));
    for (int m = 0; m < twin.models().size(); m++) {
      boolean has = !brake.scenarios().get(m).isEmpty();
      head.add(twin.models().get(m).name());
      scenario.add(has ? brake.scenarios().get(m) : "\u2013");
      int[] count = brake.failures().get(m);
      events.add(has ? count[0] + " \u2192 " + count[1] : "\u2013");
    }
    table.row(head).row(scenario).row(events);
    for (Quantity quantity : twin.quantities()) {
      List<String> row = new ArrayList<>(List.of(quantity.name().in(words.lang())));
      for (double effect : brake.effects().getOrDefault(quantity.id(), new double[0])) {
        row.add(said.effect(quantity, effect));
      }
      table.row(row);
    }
    twin.eighteen().stream()
        .filter(each -> brake.changes().containsKey(each.quantity()))
        .forEach(each -> {
          List<String> row =
              new ArrayList<>(
                  List.of(each.quantity().number() + " " + each.name().in(words.lang())));
          for (double change : brake.changes().getOrDefault(each.quantity(), new double[0])) {
            row.add(said.change(change));
          }
          table.row(row);
        });
    out.append(table.text());
  }

  private void crossing(StringBuilder out, TwinResult twin, Crossing crossing) {
    line(
        out,
        "view.twin.crossing",
        "model",
        crossing.model(),
        "changed",
        crossing.changed().in(words.lang()),
        "settings",
        crossing.settings());
    TextTable table = new TextTable(1);
    for (Quantity quantity : twin.quantities()) {
      table.row(
          "  " + quantity.name().in(words.lang()),
          said.effect(quantity, crossing.effects().getOrDefault(quantity.id(), Double.NaN)));
    }
    table.row(
        "  " + words.text("view.twin.events"),
        crossing.events() + " \u2192 " + crossing.eventsChanged());
    out.append(table.text());
  }

  private void line(StringBuilder out, String key, Object... values) {
    out.append(words.say(key, values)).append('\n');
  }
}
