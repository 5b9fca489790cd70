package org.tiyun.view.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tiyun.study.mechanism.MechanismReading;
import org.tiyun.study.mechanism.MechanismReading.Figure;
import org.tiyun.study.report.ReportContent;

/** Mechanism by mechanism: what is claimed, what the figures say, how sure. */
final class MechanismSection {
  private MechanismSection() {}

  static String table(ReportContent content, Speech speech) {
    List<List<String>> rows = new ArrayList<>();
    for (MechanismReading reading : content.mechanisms()) {
      rows.add(
          List.of(
              reading.id() + " " + term(reading, "name", speech),
              term(reading, "claim", speech),
              filled(says(reading, content, speech), reading.figures(), speech),
              term(reading, "sure", speech)));
    }
    List<String> head =
        List.of(
            speech.say("report.mechanisms.mechanism"),
            speech.say("report.mechanisms.claim"),
            speech.say("report.mechanisms.says"),
            speech.say("report.mechanisms.sure"));
    String caption =
        speech.say("report.mechanisms.caption", "year", content.circuit().headline().year());
    return new Html().table(caption, head.size(), head, rows).toString();
  }

  private static String term(MechanismReading reading, String part, Speech speech) {
    return speech.term("mechanism." + reading.id() + "." + part);
  }

  /** The longer sentence where the verdict, which it needs, is at hand. */
  private static String says(MechanismReading reading, ReportContent content, Speech speech) {
    String full = "mechanism." + reading.id() + ".full";
    return !content.chapters().isEmpty() && speech.terms().term(full).isPresent()
        ? speech.term(full)
        : term(reading, "says", speech);
  }

  private static String filled(String text, Map<String, Figure> figures, Speech speech) {
    String out = text;
    for (Map.Entry<String, Figure> entry : figures.entrySet()) {
      out = out.replace("{" + entry.getKey() + "}", written(entry.getValue(), speech));
    }
    return out;
  }

  private static String written(Figure figure, Speech speech) {
    return switch (figure) {
      case Figure.Money(double billions) -> speech.money(billions);
      case Figure.Share(double share) -> speech.percent(share);
      case Figure.Number(double value) -> speech.figures().number(value);
      case Figure.Period(String label) -> speech.period(label);
      case Figure.Firm(String id, String period) ->
          speech.say(
              "report.mechanisms.firm", "firm", speech.name(id), "period", speech.period(period));
      case Figure.Party(String id) -> speech.party(id);
      case Figure.Input(String name) -> speech.input(name);
      case Figure.Nobody() -> speech.say("report.mechanisms.nobody");
      case Figure.Never() -> speech.say("report.mechanisms.never");
    };
  }
}
