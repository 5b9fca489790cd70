package org.tiyun.view.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tiyun.language.model.Calendar;
import org.tiyun.study.report.ReportContent;
import org.tiyun.study.run.EventLine;

/** Who fails when, as a picture: a row for each firm, a mark for each failure of either run. */
final class FailureTimeline {
  private static final int WIDTH = 700;
  private static final int LEFT = 150;
  private static final int ROW = 26;

  private FailureTimeline() {}

  static String svg(ReportContent content, Speech speech) {
    Map<String, List<EventLine>> base = byFirm(content.verdict().baseFailures());
    Map<String, List<EventLine>> braked = byFirm(content.verdict().failures());
    List<String> firms = new ArrayList<>(braked.keySet());
    base.keySet().stream().filter(f -> !braked.containsKey(f)).forEach(firms::add);
    int periods = content.brake().base().periods();
    int height = Math.max(1, firms.size()) * ROW + 34;
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "<svg class=\"timeline\" viewBox=\"0 0 %d %d\" role=\"img\"><title>",
            WIDTH,
            height));
    out.append(Html.escape(speech.say("report.failures.title"))).append("</title><desc>");
    out.append(
            Html.escape(String.join("; ", VerdictSection.sentences(content, speech).subList(2, 3))))
        .append("</desc>");
    Calendar calendar = content.brake().base().model().calendar();
    for (int p = 1; p <= periods; p++) {
      String label = calendar.label(p);
      if (label.endsWith("Q1") || !label.contains("Q")) {
        double x = x(p, periods);
        out.append(
            String.format(Locale.ROOT, "<path class=\"grid\" d=\"M%.1f 4V%d\"/>", x, height - 22));
        out.append(
            String.format(
                Locale.ROOT,
                "<text class=\"tick\" x=\"%.1f\" y=\"%d\">%s</text>",
                x,
                height - 6,
                label.substring(0, Math.min(4, label.length()))));
      }
    }
    for (int row = 0; row < firms.size(); row++) {
      int y = row * ROW + 18;
      out.append(
          String.format(
              Locale.ROOT,
              "<text class=\"name\" x=\"0\" y=\"%d\">%s</text>",
              y + 5,
              Html.escape(speech.name(firms.get(row)))));
      for (EventLine event : base.getOrDefault(firms.get(row), List.of())) {
        out.append(mark("basemark", x(event.index(), periods), y, event, speech));
      }
      for (EventLine event : braked.getOrDefault(firms.get(row), List.of())) {
        out.append(mark("brakemark", x(event.index(), periods), y, event, speech));
      }
    }
    if (firms.isEmpty()) {
      out.append("<text class=\"name\" x=\"0\" y=\"22\">")
          .append(Html.escape(speech.say("report.verdict.nobody")))
          .append("</text>");
    }
    return out.append("</svg>\n").toString();
  }

  /** The base run's mark is a ring, the braked run's a filled square: told apart without colour. */
  private static String mark(String cssClass, double x, int y, EventLine event, Speech speech) {
    String title =
        "<title>"
            + Html.escape(speech.period(event.period()) + " " + speech.event(event.kind()))
            + "</title>";
    return cssClass.equals("basemark")
        ? String.format(
            Locale.ROOT,
            "<circle class=\"basemark\" cx=\"%.1f\" cy=\"%d\" r=\"6\">%s</circle>",
            x,
            y,
            title)
        : String.format(
            Locale.ROOT,
            "<rect class=\"brakemark\" x=\"%.1f\" y=\"%d\" width=\"9\" height=\"9\">%s</rect>",
            x - 4.5,
            y - 4,
            title);
  }

  private static Map<String, List<EventLine>> byFirm(List<EventLine> events) {
    Map<String, List<EventLine>> firms = new LinkedHashMap<>();
    events.forEach(e -> firms.computeIfAbsent(e.entity(), f -> new ArrayList<>()).add(e));
    return firms;
  }

  private static double x(int period, int periods) {
    return LEFT + (WIDTH - LEFT - 20.0) * (period - 1) / Math.max(1, periods - 1);
  }
}
