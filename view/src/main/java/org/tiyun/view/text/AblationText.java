package org.tiyun.view.text;

import java.util.ArrayList;
import java.util.List;
import org.tiyun.study.ablation.Ablation;
import org.tiyun.study.expect.Expectations;
import org.tiyun.words.Words;

/** Mechanisms turned round in turn, for a person at a terminal. */
public final class AblationText {
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
    TextTable table = new TextTable(2);
    table.row(head());
    table.row(base());
    ablation.rows().forEach(row -> table.row(cells(row)));
    StringBuilder out = new StringBuilder(table.text()).append('\n');
    for (int i = 0; i < ablation.watched().size(); i++) {
      out.append(letter(i)).append("  ").append(watched(ablation.watched().get(i))).append('\n');
    }
    ablation
        .braked()
        .ifPresent(b ->
            out.append(
                    words.say(
                        "view.ablate.under",
                        "scenario",
                        called.scenario(b.scenario(), ""),
                        "letter",
                        letter(0)))
                .append('\n'));
    out.append(words.say("view.ablate.foot", "draws", figures.count(ablation.draws())))
        .append('\n');
    ablation
        .climb()
        .ifPresent(gain -> out.append(words.text("view.ablate.foot.climb")).append('\n'));
    return out.toString();
  }

  private List<String> head() {
    List<String> head =
        new ArrayList<>(List.of(words.text("view.ablate.switch"), words.text("view.ablate.what")));
    for (int i = 0; i < ablation.watched().size(); i++) {
      head.add(letter(i));
    }
    head.add(words.text("view.ablate.stalls"));
    ablation.climb().ifPresent(gain -> head.add(words.text("view.ablate.climb")));
    if (ablation.braked().isPresent()) {
      head.add("| " + words.text("view.ablate.stalls"));
      head.add(words.text("view.ablate.first"));
      head.add(words.say("view.ablate.lowest", "letter", letter(0)));
    }
    head.add("| " + words.text("view.ablate.expected"));
    head.add("");
    return head;
  }

  private List<String> base() {
    List<String> base = new ArrayList<>(List.of(words.text("view.ablate.base"), ""));
    for (double value : ablation.values()) {
      base.add(figures.number(value));
    }
    base.add(figures.percent(ablation.stalls()));
    ablation.climb().ifPresent(gain -> base.add(figures.percent(gain)));
    ablation
        .braked()
        .ifPresent(b -> {
          base.add(figures.percent(b.futures().stalls()));
          base.add(new FirstToFall(called, figures).of(b.futures()).orElse(""));
          base.add(figures.number(b.lowest()));
        });
    base.add("");
    base.add("");
    return base;
  }

  private List<String> cells(Ablation.Row row) {
    List<String> cells = new ArrayList<>();
    cells.add(row.mechanism().map(m -> m + " ").orElse("") + called.input(row.name()));
    cells.add(words.text(row.turnedOn() ? "view.ablate.on" : "view.ablate.off"));
    for (double change : row.changes()) {
      cells.add(signed(change));
    }
    cells.add(figures.percent(row.stalls()));
    row.climb().ifPresent(gain -> cells.add(figures.percent(gain)));
    ablation
        .braked()
        .ifPresent(before -> {
          cells.add(row.braked().map(b -> figures.percent(b.futures().stalls())).orElse(""));
          cells.add(
              row.shift()
                  .filter(s -> s.getValue() != 0)
                  .map(s -> called.firm(s.getKey()) + " " + signed(s.getValue()))
                  .orElse("–"));
          cells.add(row.braked().map(b -> signed(b.lowest() / before.lowest() - 1)).orElse(""));
        });
    long held = row.expectations().stream().filter(Expectations.Outcome::held).count();
    cells.add(held + "/" + row.expectations().size());
    cells.add(row.decoration() ? words.text("view.ablate.decoration") : "");
    return cells;
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
