package org.tiyun.view.text;

import java.util.ArrayList;
import java.util.List;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.twin.TwinResult;
import org.tiyun.study.twin.TwinResult.Eighteenth;
import org.tiyun.study.twin.TwinResult.Measured;
import org.tiyun.words.Words;

/**
 * The eighteen quantities of a twin for a person: machines down, years of the clock across.
 *
 * @param said figures as these tables say them
 * @param shown positions of the years that are shown
 */
record EighteenText(
    Words words, TwinResult twin, TwinFigures said, LikenessText likeness, List<Integer> shown) {
  private static final String NONE = TwinFigures.NONE;

  String all() {
    StringBuilder out = new StringBuilder();
    out.append('\n').append(TwinText.paragraph(words.text("view.twin.eighteen")));
    if (twin.draws() > 0) {
      out.append(TwinText.paragraph(words.say("view.twin.draws", "draws", twin.draws())));
    }
    twin.eighteen().forEach(each -> quantity(out, each));
    return out.toString();
  }

  private void quantity(StringBuilder out, Eighteenth each) {
    out.append('\n')
        .append(
            TwinText.paragraph(
                words.say(
                    "view.twin.quantity",
                    "number",
                    each.quantity().number(),
                    "name",
                    each.name().in(words.lang()),
                    "unit",
                    each.unit().in(words.lang()),
                    "role",
                    each.role().in(words.lang()))));
    TextTable table = new TextTable(1);
    table.row(each.quantity().overTime() ? years() : whole());
    for (int m = 0; m < each.of().size(); m++) {
      String name = twin.models().get(m).name();
      Measured measured = each.of().get(m);
      List<String> row = new ArrayList<>(List.of(name));
      if (measured.defined()) {
        row.addAll(each.quantity().overTime() ? path(measured) : value(m, measured));
        table.row(row);
      }
    }
    out.append(table.text());
    for (int m = 0; m < each.of().size(); m++) {
      if (!each.of().get(m).defined()) {
        out.append(
            TwinText.paragraph(
                words.say(
                    "view.twin.notdefined",
                    "model",
                    twin.models().get(m).name(),
                    "why",
                    each.of().get(m).because().in(words.lang()))));
      }
    }
    out.append(likeness.sentence(each));
  }

  private List<String> years() {
    List<String> head = new ArrayList<>(List.of(words.text("view.twin.year")));
    shown.forEach(i -> head.add(Integer.toString(twin.years().get(i))));
    if (twin.draws() > 0) {
      head.add(words.text("view.twin.lastrange"));
    }
    head.add(words.text("view.twin.on"));
    return head;
  }

  private List<String> whole() {
    List<String> head = new ArrayList<>(List.of("", words.text("view.twin.value")));
    if (twin.draws() > 0) {
      head.add(words.text("view.twin.range"));
      head.add(words.text("view.twin.has"));
    }
    head.add(words.text("view.twin.who"));
    return head;
  }

  private List<String> path(Measured measured) {
    List<String> cells = new ArrayList<>();
    shown.forEach(i -> cells.add(said.number(measured.values()[i])));
    if (twin.draws() > 0) {
      cells.add(measured.range().map(said::lastRange).orElse(NONE));
    }
    cells.add(measured.on());
    return cells;
  }

  private List<String> value(int m, Measured measured) {
    List<String> cells = new ArrayList<>();
    cells.add(said.value(measured));
    if (twin.draws() > 0) {
      cells.add(measured.range().map(r -> said.range(r, 0)).orElse(NONE));
      cells.add(measured.range().map(r -> said.figures().percent(r.has())).orElse(NONE));
    }
    cells.add(who(m, measured.who()));
    return cells;
  }

  private String who(int m, String entity) {
    OpenModel model = twin.models().get(m).model();
    return entity.isEmpty() ? "" : Called.of(model, words).firm(entity);
  }
}
