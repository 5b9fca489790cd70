package org.tiyun.view.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tiyun.language.model.Calendar;
import org.tiyun.study.twin.TwinResult;
import org.tiyun.words.Words;

/**
 * The answer of {@code tiyun twin} for a person at a terminal: first where the likeness holds and
 * where it breaks, then what the same brake does and what a machine does with the other's parts,
 * then all paths and quantities.
 */
public final class TwinText {
  /** Columns of a line; names of quantities take at most the first part of them. */
  static final int WIDTH = 100;

  static final int NAME = 33;
  private static final int YEARS = 9;

  private final Words words;
  private final Figures figures;

  public TwinText(Words words) {
    this.words = words;
    this.figures = new Figures(words.lang());
  }

  public String of(TwinResult twin) {
    StringBuilder out = new StringBuilder();
    clock(out, twin);
    LikenessText likeness = new LikenessText(words, twin);
    TwinFigures said = new TwinFigures(figures);
    out.append(likeness.text());
    ChangesText changes = new ChangesText(words, twin);
    twin.brakes().forEach(brake -> out.append(changes.brake(brake)));
    out.append(changes.crossings());
    List<Integer> shown = shown(twin);
    out.append(new PathsText(words, twin, said, likeness, shown).all());
    if (!twin.eighteen().isEmpty()) {
      out.append(new EighteenText(words, twin, said, likeness, shown).all());
    }
    return out.toString();
  }

  /** Text in lines that fit, the later ones set in. */
  static String paragraph(String text) {
    List<String> lines = Columns.lines(text, WIDTH - 2);
    return String.join("\n  ", lines) + "\n";
  }

  private void clock(StringBuilder out, TwinResult twin) {
    String inflow = twin.clock().in(words.lang());
    out.append(paragraph(words.say("view.twin.clock", "what", inflow)));
    for (TwinResult.Side side : twin.models()) {
      out.append(
              words.say(
                  side.chosen() ? "view.twin.chosen" : "view.twin.zero",
                  "model",
                  side.name(),
                  "hash",
                  side.model().model().hash(),
                  "period",
                  figures.period(side.zero()),
                  "step",
                  step(side),
                  "unit",
                  unit(side.model().moneyUnit())))
          .append('\n');
    }
    out.append(paragraph(words.text("view.twin.units")));
    if (twin.models().stream().map(this::step).distinct().count() > 1) {
      out.append(paragraph(words.text("view.twin.steps")));
    }
  }

  private String step(TwinResult.Side side) {
    Calendar.Step step = side.model().model().calendar().step();
    return words.text("view.twin.step." + step.name().toLowerCase(Locale.ROOT));
  }

  private String unit(String unit) {
    return unit.isEmpty() ? words.text("view.twin.nounit") : figures.unit(unit, words);
  }

  /** Years so far apart that they fit, year 0 among them. */
  private static List<Integer> shown(TwinResult twin) {
    int step = Math.max(1, (twin.years().size() + YEARS - 1) / YEARS);
    List<Integer> shown = new ArrayList<>();
    int zero = twin.years().indexOf(0);
    for (int i = zero % step; i < twin.years().size(); i += step) {
      shown.add(i);
    }
    return shown;
  }
}
