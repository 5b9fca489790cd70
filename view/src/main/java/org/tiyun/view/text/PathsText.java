package org.tiyun.view.text;

import java.util.ArrayList;
import java.util.List;
import org.tiyun.study.twin.TwinResult;
import org.tiyun.study.twin.TwinResult.Quantity;
import org.tiyun.words.Words;

/**
 * Paths of a twin for a person: machines down, years of the clock across.
 *
 * @param said figures as these tables say them
 * @param shown positions of the years that are shown
 */
record PathsText(
    Words words, TwinResult twin, TwinFigures said, LikenessText likeness, List<Integer> shown) {
  String all() {
    StringBuilder out = new StringBuilder();
    out.append('\n').append(words.text("view.twin.paths")).append('\n');
    twin.quantities().forEach(quantity -> quantity(out, quantity));
    return out.toString();
  }

  private void quantity(StringBuilder out, Quantity quantity) {
    out.append('\n').append(quantity.name().in(words.lang())).append("  ");
    out.append(words.text(quantity.level() ? "view.twin.level" : "view.twin.share")).append('\n');
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
      out.append(TwinText.paragraph(words.say("view.twin.mixed", "units", units(quantity))));
    }
    out.append(likeness.sentence(quantity));
  }

  private String units(Quantity quantity) {
    List<String> list = new ArrayList<>();
    for (int m = 0; m < twin.models().size(); m++) {
      String unit = quantity.units().get(m);
      String name =
          unit.isEmpty() ? words.text("view.twin.nounit") : said.figures().unit(unit, words);
      list.add(twin.models().get(m).name() + " " + name);
    }
    return String.join(words.text("view.list.comma"), list);
  }
}
