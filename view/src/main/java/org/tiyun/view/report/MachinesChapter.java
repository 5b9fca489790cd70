package org.tiyun.view.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.tiyun.study.open.Bilingual;
import org.tiyun.study.twin.RoleTable;
import org.tiyun.study.twin.TwinResult;
import org.tiyun.study.twin.TwinResult.Crossing;
import org.tiyun.study.twin.TwinResult.Effect;
import org.tiyun.study.twin.TwinResult.Eighteenth;
import org.tiyun.study.twin.TwinResult.Failing;
import org.tiyun.study.twin.TwinResult.Measured;
import org.tiyun.study.twin.TwinResult.Quantity;
import org.tiyun.study.twin.TwinResult.Response;
import org.tiyun.view.map.MapDrawing;
import org.tiyun.view.map.MapDrawing.Format;
import org.tiyun.view.map.MoneyMap;
import org.tiyun.view.map.RoleMaps;
import org.tiyun.view.text.Called;
import org.tiyun.view.text.LikenessText;
import org.tiyun.view.text.TwinFigures;

/**
 * Machines side by side: who plays which role, paths on one clock, the eighteen quantities, the
 * same brake on each, each given what the other has, and where the likeness fails.
 */
final class MachinesChapter {
  private final TwinResult twin;
  private final Speech speech;
  private final TwinFigures figures;
  private final List<String> machines;
  private final LikenessText likeness;

  MachinesChapter(TwinResult twin, Speech speech) {
    this.twin = twin;
    this.speech = speech;
    this.figures = new TwinFigures(speech.figures());
    this.machines =
        twin.models().stream().map(side -> Called.model(side.model(), speech.words())).toList();
    this.likeness = new LikenessText(speech.words(), twin, machines);
  }

  String page() {
    Html html = new Html();
    html.text("h2", speech.say("report.twin.title"));
    html.text("p", speech.say("report.twin.about", "what", said(twin.clock()), "zeros", zeros()));
    likeness(html);
    html.table(
        speech.say("report.twin.roles"),
        machines.size() + 1,
        head(speech.say("report.twin.role")),
        twin.roles().stream().map(this::role).toList());
    maps(html);
    charts(html);
    html.table(
        speech.say("report.twin.eighteen", "draws", speech.figures().count(twin.draws())),
        1,
        head(speech.say("report.twin.quantity")),
        twin.eighteen().stream().map(this::eighteenth).toList());
    html.text("p", absent());
    if (twin.draws() > 0) {
      html.text(
          "p", speech.say("report.twin.brackets", "draws", speech.figures().count(twin.draws())));
    }
    twin.brakes().forEach(brake -> html.raw(brake(brake)));
    html.raw(crossings());
    html.table(
        speech.say("report.twin.fails"),
        2,
        List.of(speech.say("report.twin.quantity"), speech.say("report.twin.why")),
        failing());
    return html.toString();
  }

  /** Where the likeness holds and where it breaks, before anything else. */
  private void likeness(Html html) {
    html.text("h3", likeness.title());
    html.raw("<ul>");
    likeness.holds().forEach(line -> html.text("li", line));
    html.raw("</ul>\n");
    List<String> head = new ArrayList<>(List.of(speech.say("report.twin.why")));
    head.addAll(head(speech.say("view.twin.breaks")));
    head.add(speech.say("view.twin.how"));
    List<List<String>> rows = new ArrayList<>();
    for (LikenessText.Group group : likeness.breaks()) {
      String reason = group.title();
      for (List<String> cells : group.rows()) {
        List<String> row = new ArrayList<>(List.of(reason));
        row.addAll(cells);
        rows.add(row);
        reason = "";
      }
    }
    html.table(speech.say("report.twin.breaks"), 2, head, rows);
  }

  private String said(Bilingual text) {
    return text.in(speech.words().lang());
  }

  private List<String> head(String first) {
    List<String> head = new ArrayList<>(List.of(first));
    head.addAll(machines);
    return head;
  }

  private String zeros() {
    List<String> said = new ArrayList<>();
    for (int m = 0; m < machines.size(); m++) {
      said.add(
          speech.say(
              "report.twin.zero",
              "model",
              machines.get(m),
              "period",
              speech.period(twin.models().get(m).zero())));
    }
    return String.join(speech.say("view.list.semicolon"), said);
  }

  private List<String> role(RoleTable.Role role) {
    List<String> row = new ArrayList<>(List.of(said(role.name())));
    role.of().forEach(player -> row.add(said(player.words())));
    return row;
  }

  /** Maps of one moment side by side, their legend once, and their figures. */
  private void maps(Html html) {
    RoleMaps drawn = new RoleMaps(twin, machines, speech.words());
    List<MapDrawing.Rows> rows = drawn.rows();
    if (rows.isEmpty()) {
      return;
    }
    html.text("h3", speech.say("report.twin.maps"));
    html.text("p", speech.say("report.twin.maps.note"));
    for (int i = 0; i < rows.size(); i++) {
      html.text("h4", rows.get(i).title());
      html.raw("<div class=\"aligned\">\n");
      for (int m = 0; m < machines.size(); m++) {
        html.raw("<figure>");
        html.raw(
            MapDrawing.svg(
                rows.get(i).maps().get(m), speech.words(), Format.ALIGNED, "twin" + i + "m" + m));
        html.raw("</figure>\n");
      }
      html.raw("</div>\n");
    }
    List<MoneyMap> all = rows.stream().flatMap(row -> row.maps().stream()).toList();
    html.raw("<figure class=\"legend\">");
    html.raw(MapDrawing.legend(all, speech.words(), "twinkey")).raw("</figure>\n");
    Html tables = new Html();
    for (int i = 0; i < rows.size(); i++) {
      tables.table(
          speech.say("report.twin.shares", "moment", rows.get(i).title()),
          2,
          drawn.head(),
          drawn.table(i));
    }
    html.folded(speech.say("report.twin.figures"), tables.toString());
  }

  private void charts(Html html) {
    html.text("h3", speech.say("report.twin.paths"));
    html.raw("<ul class=\"key\">");
    for (int m = 0; m < machines.size(); m++) {
      html.raw("<li><i class=\"l m" + m + "\"></i>" + Html.escape(machines.get(m)) + "</li>");
    }
    html.raw("</ul>\n<div class=\"panels\">\n");
    ClockPanel panel = new ClockPanel(twin, machines, figures);
    for (Quantity quantity : twin.quantities()) {
      String title = titled(quantity);
      html.raw("<figure>").text("p", "name", title);
      html.raw(panel.svg(title, quantity.values()));
      html.text("figcaption", speech.say("view.twin.pair", "how", likeness.how(quantity)))
          .raw("</figure>\n");
    }
    html.raw("</div>\n");
  }

  /** A sum of money says in its name that each machine has its own currency. */
  private String titled(Quantity quantity) {
    String name = said(quantity.name());
    if (quantity.mixed() && !quantity.level()) {
      return name;
    }
    String unit = speech.say(quantity.level() ? "report.twin.level" : "report.twin.share");
    return speech.say("view.titled", "title", name, "unit", unit);
  }

  private List<String> eighteenth(Eighteenth each) {
    String unit = said(each.unit());
    List<String> row =
        new ArrayList<>(
            List.of(
                each.quantity().number()
                    + " "
                    + speech.say("view.titled", "title", said(each.name()), "unit", unit)));
    each.of().forEach(measured -> row.add(cell(each, measured)));
    return row;
  }

  private String cell(Eighteenth each, Measured measured) {
    if (!measured.defined()) {
      return TwinFigures.NONE;
    }
    boolean path = each.quantity().overTime();
    String value = path ? figures.last(measured) : figures.value(measured);
    return measured
        .range()
        .map(range ->
            speech.say(
                "report.twin.ranged",
                "value",
                value,
                "range",
                path ? figures.lastRange(range) : figures.range(range, 0)))
        .orElse(value);
  }

  /** What a machine has not, and why. */
  private String absent() {
    List<String> said = new ArrayList<>();
    for (Eighteenth each : twin.eighteen()) {
      for (int m = 0; m < each.of().size(); m++) {
        if (!each.of().get(m).defined()) {
          said.add(
              speech.say(
                  "report.twin.absent",
                  "number",
                  each.quantity().number(),
                  "model",
                  machines.get(m),
                  "why",
                  said(each.of().get(m).because())));
        }
      }
    }
    return String.join(" ", said);
  }

  private String brake(Response brake) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        failures(
            m -> !brake.scenarios().get(m).isEmpty(),
            brake.base()::get,
            brake.braked()::get,
            machines.size()));
    for (Quantity quantity : twin.quantities()) {
      List<String> row = new ArrayList<>(List.of(said(quantity.name())));
      brake
          .effects()
          .getOrDefault(quantity.id(), List.of())
          .forEach(effect -> row.add(effect(quantity, effect)));
      rows.add(row);
    }
    return new Html()
        .table(
            speech.say("view.twin.brake", "brake", said(brake.name())),
            1,
            head(speech.say("report.twin.quantity")),
            rows)
        .toString();
  }

  /** How many key firms fail, and in how many of the draws, without a change and with it. */
  private List<String> failures(
      IntPredicate has, IntFunction<Failing> base, IntFunction<Failing> changed, int columns) {
    List<String> row = new ArrayList<>(List.of(speech.say("view.twin.failures")));
    for (int i = 0; i < columns; i++) {
      String often = has.test(i) ? figures.often(base.apply(i), changed.apply(i)) : "";
      String count = has.test(i) ? figures.failures(base.apply(i), changed.apply(i)) : "";
      row.add(
          count.isEmpty()
              ? TwinFigures.NONE
              : often.isEmpty()
                  ? count
                  : speech.say("report.twin.ranged", "value", count, "range", often));
    }
    return row;
  }

  private String effect(Quantity quantity, Effect effect) {
    String value = figures.effect(quantity, effect);
    String over = figures.over(effect);
    return over.isEmpty() ? value : speech.say("report.twin.ranged", "value", value, "range", over);
  }

  private String crossings() {
    if (twin.crossings().isEmpty()) {
      return "";
    }
    List<String> head = new ArrayList<>(List.of(speech.say("report.twin.quantity")));
    twin.crossings().forEach(crossing -> head.add(given(crossing)));
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        failures(
            i -> true,
            i -> twin.crossings().get(i).base(),
            i -> twin.crossings().get(i).given(),
            twin.crossings().size()));
    for (Quantity quantity : twin.quantities()) {
      List<String> row = new ArrayList<>(List.of(said(quantity.name())));
      for (Crossing crossing : twin.crossings()) {
        Effect effect = crossing.effects().getOrDefault(quantity.id(), Effect.NONE);
        row.add(effect(quantity, effect));
      }
      rows.add(row);
    }
    return new Html().table(speech.say("report.twin.crossings"), 1, head, rows).toString();
  }

  private String given(Crossing crossing) {
    for (int m = 0; m < machines.size(); m++) {
      if (twin.models().get(m).name().equals(crossing.model())) {
        return speech.say(
            "report.twin.given", "model", machines.get(m), "changed", said(crossing.changed()));
      }
    }
    return said(crossing.changed());
  }

  private List<List<String>> failing() {
    List<List<String>> rows = new ArrayList<>();
    twin.quantities().forEach(q -> rows.add(List.of(said(q.name()), said(q.fails()))));
    twin.eighteen()
        .forEach(each ->
            rows.add(
                List.of(each.quantity().number() + " " + said(each.name()), said(each.fails()))));
    return rows;
  }
}
