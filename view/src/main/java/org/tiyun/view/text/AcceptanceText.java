package org.tiyun.view.text;

import java.util.OptionalDouble;
import org.tiyun.language.model.Calendar;
import org.tiyun.study.acceptance.AcceptanceResult;
import org.tiyun.study.open.OpenModel;
import org.tiyun.words.Words;

/** The answer of {@code tiyun check MODEL --acceptance} for a person. */
public final class AcceptanceText {
  private final Words words;
  private final Figures figures;
  private final OpenModel opened;

  public AcceptanceText(Words words, OpenModel opened) {
    this.words = words;
    this.figures = new Figures(words.lang());
    this.opened = opened;
  }

  /** A head line for each test, its figures below with their bounds and by how much they miss. */
  public String of(AcceptanceResult result) {
    StringBuilder out = new StringBuilder();
    for (AcceptanceResult.Test test : result.tests()) {
      out.append(test.id())
          .append("  ")
          .append(words.text("view.acceptance.holds." + test.holds().word()))
          .append("  (")
          .append(words.text("view.acceptance.kind." + test.kind().word()))
          .append(")  ")
          .append(term("acceptance." + test.id(), test.id()))
          .append('\n');
      TextTable table = new TextTable(1);
      for (AcceptanceResult.Figure figure : test.figures()) {
        table.row(
            "   " + term("figure." + figure.name(), figure.name()),
            figure.date() ? period(figure.value()) : number(figure.value()),
            figure.date() ? "" : bounds(figure),
            verdict(figure));
      }
      out.append(table.text()).append('\n');
    }
    return out.toString();
  }

  private String term(String key, String otherwise) {
    return opened.terms().term(key).map(t -> t.in(words.lang())).orElse(otherwise);
  }

  /** The period that begins at that point of the calendar. */
  private String period(double year) {
    Calendar calendar = opened.model().calendar();
    for (int period = 0; period <= calendar.horizon(); period++) {
      if (calendar.year(period) == year) {
        return figures.period(calendar.label(period));
      }
    }
    return words.text("view.acceptance.undefined");
  }

  private String number(double value) {
    return Double.isNaN(value) ? words.text("view.acceptance.undefined") : figures.number(value);
  }

  private String bounds(AcceptanceResult.Figure figure) {
    if (!figure.bounded()) {
      return "";
    }
    if (figure.low().isPresent()
        && figure.high().isPresent()
        && figure.low().getAsDouble() == figure.high().getAsDouble()) {
      return "= " + number(figure.low().getAsDouble());
    }
    return end(figure.low()) + ".." + end(figure.high());
  }

  private String end(OptionalDouble bound) {
    return bound.isPresent() ? number(bound.getAsDouble()) : "";
  }

  private String verdict(AcceptanceResult.Figure figure) {
    if (!figure.bounded()) {
      return "";
    }
    if (figure.kept()) {
      return words.text("view.acceptance.kept");
    }
    return Double.isNaN(figure.shortBy())
        ? words.text("view.acceptance.not_kept")
        : words.say("view.acceptance.short", "by", figures.number(figure.shortBy()));
  }
}
