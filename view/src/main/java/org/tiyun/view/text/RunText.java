package org.tiyun.view.text;

import java.util.ArrayList;
import java.util.List;
import org.tiyun.engine.Audit;
import org.tiyun.engine.Run;
import org.tiyun.language.model.Calendar;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Variable;
import org.tiyun.study.brake.BrakeResult;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.run.EventLine;
import org.tiyun.words.Words;

/** The answers of {@code tiyun run} and {@code tiyun brake} for a person at a terminal. */
public final class RunText {
  /** As many periods as fit a line; more are thinned out to year ends, then further. */
  private static final int COLUMNS = 10;

  private final Words words;
  private final Figures figures;
  private final OpenModel opened;

  public RunText(Words words, OpenModel opened) {
    this.words = words;
    this.figures = new Figures(words.lang());
    this.opened = opened;
  }

  /** The run: what it was, what happened, the variables asked for, the audit. */
  public String of(Run run, List<EventLine> events, List<Integer> variables, String version) {
    StringBuilder out = new StringBuilder(head(run, version)).append('\n');
    out.append(events(events)).append('\n');
    out.append(values(run, variables)).append('\n');
    return out.append(audit(run.audit())).toString();
  }

  /** The brake beside the base case. */
  public String of(BrakeResult brake, List<Integer> variables, String version) {
    StringBuilder out = new StringBuilder(head(brake.braked(), version)).append('\n');
    line(out, "view.brake.base");
    out.append(events(brake.baseEvents())).append('\n');
    line(out, "view.brake.braked", "scenario", scenario(brake));
    out.append(events(brake.events())).append('\n');
    line(out, "view.brake.change");
    out.append(changes(brake, variables)).append('\n');
    return out.append(audit(brake.braked().audit())).toString();
  }

  private String scenario(BrakeResult brake) {
    return opened
        .terms()
        .scenario(brake.scenario().id())
        .map(term -> term.in(words.lang()))
        .orElse(
            brake.scenario().title().isEmpty() ? brake.scenario().id() : brake.scenario().title());
  }

  private String head(Run run, String version) {
    StringBuilder out = new StringBuilder();
    out.append(run.model().id()).append('@').append(run.model().hash());
    opened.ledger().ifPresent(l -> out.append("  ").append(l.id()).append('@').append(l.hash()));
    if (!run.scenario().id().isEmpty()) {
      out.append("  ").append(run.scenario().id());
    }
    Calendar calendar = run.model().calendar();
    out.append('\n')
        .append(
            words.say(
                "view.run.head",
                "seed",
                run.seed(),
                "version",
                version,
                "periods",
                run.periods(),
                "first",
                figures.period(calendar.label(1)),
                "last",
                figures.period(calendar.label(run.periods()))));
    return out.append('\n').toString();
  }

  private String events(List<EventLine> events) {
    if (events.isEmpty()) {
      return words.text("view.run.noevents") + "\n";
    }
    TextTable table = new TextTable(4);
    for (EventLine event : events) {
      table.row(
          figures.period(event.period()),
          entity(event.entity()),
          Called.of(opened, words).event(event.kind()),
          event.amount() == 0 ? "" : figures.number(event.amount()));
    }
    return table.text(Columns.TERMINAL);
  }

  private String entity(String entity) {
    return Called.of(opened, words).firm(entity);
  }

  private String values(Run run, List<Integer> variables) {
    List<Integer> periods = shown(run.model(), run.periods());
    TextTable table = new TextTable(1);
    List<String> head = new ArrayList<>(List.of(""));
    periods.forEach(p -> head.add(run.model().calendar().label(p)));
    table.row(head);
    for (int id : variables) {
      List<String> row = new ArrayList<>(List.of(label(run.model().variables().get(id))));
      periods.forEach(p -> row.add(figures.number(run.values()[id][p])));
      table.row(row);
    }
    return table.text(Columns.TERMINAL);
  }

  private String changes(BrakeResult brake, List<Integer> variables) {
    List<Integer> periods = shown(brake.base().model(), brake.base().periods());
    TextTable table = new TextTable(2);
    List<String> head = new ArrayList<>(List.of("", ""));
    periods.forEach(p -> head.add(brake.base().model().calendar().label(p)));
    table.row(head);
    for (int id : variables) {
      List<String> base =
          new ArrayList<>(
              List.of(
                  label(brake.base().model().variables().get(id)),
                  words.text("view.brake.short.base")));
      List<String> braked = new ArrayList<>(List.of("", words.text("view.brake.short.braked")));
      for (int p : periods) {
        base.add(figures.number(brake.base().values()[id][p]));
        braked.add(figures.number(brake.braked().values()[id][p]));
      }
      table.row(base).row(braked);
    }
    return table.text(Columns.TERMINAL);
  }

  /** A variable by the model's own word for it, with its entity. */
  String label(Variable variable) {
    String base = variable.name().base();
    String name = opened.terms().term("variable." + base).map(t -> t.in(words.lang())).orElse(base);
    String entity = variable.name().entity();
    String title = name + (entity.isEmpty() ? "" : " " + entity(entity));
    return variable
        .unit()
        .map(u -> words.say("view.titled", "title", title, "unit", figures.unit(u, words)))
        .orElse(title);
  }

  /** The periods that fit a line. */
  static List<Integer> shown(CheckedModel model, int last) {
    int step = Math.max(1, (last + COLUMNS - 1) / COLUMNS);
    // Whole years where the steps are quarters or months.
    int per = model.calendar().step().perYear();
    step = step <= 1 ? 1 : (step + per - 1) / per * per;
    List<Integer> periods = new ArrayList<>();
    for (int p = step; p <= last; p += step) {
      periods.add(p);
    }
    if (periods.isEmpty() || periods.get(periods.size() - 1) != last) {
      periods.add(last);
    }
    return periods;
  }

  private String audit(Audit audit) {
    StringBuilder out = new StringBuilder();
    line(
        out,
        "view.run.audit",
        "residual",
        String.format(java.util.Locale.ROOT, "%.1e", audit.relative()));
    for (Audit.Overdraft overdraft : audit.negativeMoney()) {
      line(
          out,
          "view.run.overdraft",
          "sector",
          entity(overdraft.sector()),
          "period",
          figures.period(opened.model().calendar().label(overdraft.period())),
          "amount",
          figures.number(overdraft.amount()));
    }
    return out.toString();
  }

  private void line(StringBuilder out, String key, Object... values) {
    out.append(words.say(key, values)).append('\n');
  }
}
