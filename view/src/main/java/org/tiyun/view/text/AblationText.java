package org.tiyun.view.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tiyun.study.ablation.Ablation;
import org.tiyun.study.expect.Expectations;
import org.tiyun.words.Words;

/** Mechanisms turned round in turn, for a person at a terminal. */
public final class AblationText {
  private static final int WIDTH = 98;

  /** Most columns of a mechanism's name. */
  private static final int NAME = 34;

  /** Twice the standard error of a share where one future in ten changes sides, for one draw. */
  private static final double NOISE = 2 * Math.sqrt(0.1);

  private final Words words;
  private final Figures figures;
  private final Called called;
  private final Ablation ablation;

  public AblationText(Words words, Ablation ablation) {
    this.words = words;
    this.figures = new Figures(words.lang());
    this.called = Called.of(ablation.opened(), words);
    this.ablation = ablation;
  }

  public String text() {
    StringBuilder out = new StringBuilder(plain()).append('\n');
    for (int i = 0; i < ablation.watched().size(); i++) {
      out.append(letter(i)).append("  ").append(watched(ablation.watched().get(i))).append('\n');
    }
    String noise = figures.points(NOISE / Math.sqrt(ablation.draws()));
    say(out, "view.ablate.foot", "draws", figures.count(ablation.draws()), "noise", noise);
    missed(out);
    ablation.braked().ifPresent(b -> braked(out, b));
    if (!ablation.gains().isEmpty()) {
      gains(out);
    }
    return out.toString();
  }

  private void say(StringBuilder out, String key, Object... values) {
    Columns.lines(words.say(key, values), WIDTH).forEach(line -> out.append(line).append('\n'));
  }

  /** The plain run, and the futures without a brake. */
  private String plain() {
    TextTable table = new TextTable(1, NAME);
    List<String> head = new ArrayList<>(List.of(words.text("view.ablate.switch")));
    List<String> base = new ArrayList<>(List.of(words.text("view.ablate.base")));
    for (int i = 0; i < ablation.watched().size(); i++) {
      head.add(letter(i));
      base.add(figures.number(ablation.values()[i]));
    }
    head.add(words.text("view.ablate.stalls"));
    base.add(figures.percent(ablation.stalls()));
    head.add(words.text("view.ablate.expected"));
    table.row(head).row(base);
    for (Ablation.Row row : ablation.rows()) {
      List<String> cells = new ArrayList<>(List.of(name(row)));
      for (double change : row.changes()) {
        cells.add(signed(change));
      }
      cells.add(figures.percent(row.stalls()));
      long held = row.expectations().stream().filter(Expectations.Outcome::held).count();
      cells.add(held + "/" + row.expectations().size());
      cells.add(row.decoration() ? words.text("view.ablate.decoration") : "");
      table.row(cells);
    }
    return table.text();
  }

  /** What the model's text expected and did not come. */
  private void missed(StringBuilder out) {
    for (Ablation.Row row : ablation.rows()) {
      for (Expectations.Outcome o : row.expectations()) {
        if (!o.held()) {
          say(
              out,
              "view.ablate.missed",
              "mechanism",
              name(row),
              "what",
              called.variable(o.value()),
              "period",
              figures.period(o.period()),
              "expected",
              words.text("view.ablate.direction." + o.expected().name().toLowerCase(Locale.ROOT)),
              "on",
              figures.number(o.on()),
              "off",
              figures.number(o.off()));
        }
      }
    }
  }

  /** The same futures under the brake. */
  private void braked(StringBuilder out, Ablation.Braked before) {
    TextTable table = new TextTable(1, NAME);
    table.row(
        words.text("view.ablate.switch"),
        words.text("view.ablate.stalls"),
        words.text("view.ablate.first"),
        words.say("view.ablate.lowest", "letter", letter(0)));
    table.row(
        words.text("view.ablate.base"),
        figures.percent(before.futures().stalls()),
        new FirstToFall(called, figures).of(before.futures()).orElse(""),
        figures.number(before.lowest()));
    for (Ablation.Row row : ablation.rows()) {
      table.row(
          name(row),
          row.braked().map(b -> figures.percent(b.futures().stalls())).orElse(""),
          row.shift()
              .filter(s -> Math.abs(s.getValue()) >= 0.0005)
              .map(s -> called.firm(s.getKey()) + " " + points(s.getValue()))
              .orElse("–"),
          row.braked().map(b -> signed(b.lowest() / before.lowest() - 1)).orElse(""));
    }
    out.append('\n');
    say(
        out,
        "view.ablate.under",
        "scenario",
        called.scenario(before.scenario(), ""),
        "letter",
        letter(0));
    out.append('\n').append(table.text());
  }

  /** A mechanism and which way it is turned. */
  private String name(Ablation.Row row) {
    return words.say(
        row.turnedOn() ? "view.ablate.turned.on" : "view.ablate.turned.off",
        "mechanism",
        row.mechanism().map(m -> m + " ").orElse("") + called.input(row.name()));
  }

  /** What is left of a rise of each state, with each mechanism turned round. */
  private void gains(StringBuilder out) {
    List<String> states = List.copyOf(ablation.gains().keySet());
    TextTable table = new TextTable(1, NAME);
    List<String> head = new ArrayList<>(List.of(words.text("view.ablate.switch")));
    states.forEach(state -> head.add(called.variable(state)));
    table.row(head).row(gains(words.text("view.ablate.base"), states, ablation.gains()));
    for (Ablation.Row row : ablation.rows()) {
      table.row(gains(name(row), states, row.gains()));
    }
    out.append('\n');
    say(out, "view.ablate.gains");
    out.append('\n').append(table.text());
  }

  private List<String> gains(String name, List<String> states, Map<String, Double> gains) {
    List<String> cells = new ArrayList<>(List.of(name));
    for (String state : states) {
      cells.add(figures.percent(gains.getOrDefault(state, Double.NaN)));
    }
    return cells;
  }

  private String points(double change) {
    return (change > 0 ? "+" : "") + figures.points(change);
  }

  /** A change; what would read as nothing is nothing. */
  private String signed(double change) {
    return Math.abs(change) < 0.0005 ? "0" : (change > 0 ? "+" : "") + figures.percent(change);
  }

  private String watched(Ablation.Watched watched) {
    String name = called.variable(watched.variable().name().toString());
    String when = figures.period(watched.period());
    return watched
        .variable()
        .unit()
        .map(u ->
            words.say(
                "view.ablate.watched.unit",
                "what",
                name,
                "period",
                when,
                "unit",
                figures.unit(u, words)))
        .orElse(words.say("view.ablate.watched", "what", name, "period", when));
  }

  private static String letter(int index) {
    return String.valueOf((char) ('A' + index));
  }
}
