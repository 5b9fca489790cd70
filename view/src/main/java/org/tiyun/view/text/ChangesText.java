package org.tiyun.view.text;

import java.util.ArrayList;
import java.util.List;
import org.tiyun.study.twin.Move;
import org.tiyun.study.twin.TwinResult;
import org.tiyun.study.twin.TwinResult.Crossing;
import org.tiyun.study.twin.TwinResult.Effect;
import org.tiyun.study.twin.TwinResult.Quantity;
import org.tiyun.study.twin.TwinResult.Response;
import org.tiyun.words.Words;

/** The same brake on each machine, and each given what the other has, for a person. */
final class ChangesText {
  private static final String NONE = TwinFigures.NONE;

  private final Words words;
  private final TwinFigures said;
  private final TwinResult twin;
  private final LikenessText likeness;

  ChangesText(Words words, TwinResult twin) {
    this.words = words;
    this.said = new TwinFigures(new Figures(words.lang()));
    this.twin = twin;
    this.likeness = new LikenessText(words, twin);
  }

  String brake(Response brake) {
    StringBuilder out = new StringBuilder("\n");
    out.append(
        TwinText.paragraph(words.say("view.twin.brake", "brake", brake.name().in(words.lang()))));
    out.append(draws());
    TextTable table = new TextTable(1, TwinText.NAME);
    List<String> head = new ArrayList<>(List.of(""));
    List<String> scenario = new ArrayList<>(List.of(words.text("view.twin.scenario")));
    List<String> failures = new ArrayList<>(List.of(words.text("view.twin.failures")));
    List<String> often = new ArrayList<>(List.of("  " + words.text("view.twin.often")));
    for (int m = 0; m < twin.models().size(); m++) {
      boolean has = !brake.scenarios().get(m).isEmpty();
      head.add(twin.models().get(m).name());
      scenario.add(has ? brake.scenarios().get(m) : NONE);
      failures.add(has ? said.failures(brake.base().get(m), brake.braked().get(m)) : NONE);
      often.add(has ? said.often(brake.base().get(m), brake.braked().get(m)) : NONE);
    }
    head.add(words.text("view.twin.how"));
    table.row(head).row(scenario).row(failures);
    if (twin.draws() > 0) {
      table.row(often);
    }
    for (Quantity quantity : twin.quantities()) {
      List<Effect> effects = brake.effects().getOrDefault(quantity.id(), List.of());
      List<String> row = new ArrayList<>(List.of(quantity.name().in(words.lang())));
      List<String> over = new ArrayList<>();
      for (Effect effect : effects) {
        row.add(said.effect(quantity, effect));
        over.add(said.over(effect));
      }
      row.add(likeness.responses(effects));
      table.row(row, twin.draws() > 0 ? over : List.of());
    }
    twin.eighteen().stream()
        .filter(each -> moved(brake.changes().getOrDefault(each.quantity(), List.of())))
        .forEach(each -> {
          List<Effect> changes = brake.changes().getOrDefault(each.quantity(), List.of());
          List<String> row =
              new ArrayList<>(
                  List.of(each.quantity().number() + " " + each.name().in(words.lang())));
          changes.forEach(change -> row.add(said.change(change)));
          row.add(likeness.responses(changes));
          table.row(row);
        });
    return out.append(table.text()).toString();
  }

  private static boolean moved(List<Effect> effects) {
    return effects.stream().anyMatch(e -> e.move() == Move.UP || e.move() == Move.DOWN);
  }

  private String draws() {
    return twin.draws() > 0
        ? TwinText.paragraph(words.say("view.twin.below", "draws", twin.draws()))
        : "";
  }

  /** One table for each machine that is given something, a column for each gift. */
  String crossings() {
    StringBuilder out = new StringBuilder();
    for (TwinResult.Side side : twin.models()) {
      List<Crossing> own =
          twin.crossings().stream().filter(c -> c.model().equals(side.name())).toList();
      if (!own.isEmpty()) {
        out.append(crossings(side.name(), own));
      }
    }
    return out.toString();
  }

  private String crossings(String model, List<Crossing> own) {
    StringBuilder out = new StringBuilder("\n");
    out.append(TwinText.paragraph(words.say("view.twin.crossings", "model", model)));
    List<String> head = new ArrayList<>(List.of(""));
    List<String> failures = new ArrayList<>(List.of(words.text("view.twin.failures")));
    List<String> often = new ArrayList<>(List.of("  " + words.text("view.twin.often")));
    for (int i = 0; i < own.size(); i++) {
      Crossing crossing = own.get(i);
      String letter = String.valueOf((char) ('A' + i));
      head.add(letter);
      out.append(
          TwinText.paragraph(
              words.say(
                  "view.twin.crossing",
                  "letter",
                  letter,
                  "changed",
                  crossing.changed().in(words.lang()),
                  "settings",
                  crossing.settings())));
      failures.add(said.failures(crossing.base(), crossing.given()));
      often.add(said.often(crossing.base(), crossing.given()));
    }
    out.append(draws());
    TextTable table = new TextTable(1, TwinText.NAME);
    table.row(head).row(failures);
    if (twin.draws() > 0) {
      table.row(often);
    }
    for (Quantity quantity : twin.quantities()) {
      List<String> row = new ArrayList<>(List.of(quantity.name().in(words.lang())));
      List<String> over = new ArrayList<>();
      for (Crossing crossing : own) {
        Effect effect = crossing.effects().getOrDefault(quantity.id(), Effect.NONE);
        row.add(said.effect(quantity, effect));
        over.add(said.over(effect));
      }
      table.row(row, twin.draws() > 0 ? over : List.of());
    }
    return out.append(table.text()).toString();
  }
}
