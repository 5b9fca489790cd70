package org.tiyun.view.report;

import java.util.ArrayList;
import java.util.List;
import org.tiyun.study.report.ChartData;
import org.tiyun.study.report.ReportContent;
import org.tiyun.study.run.EventLine;

/** What the model says: charts of both runs, and what happens in them. */
final class RunSection {
  /** Charts of the model that stand in the core of the report; the others are folded. */
  static final int CORE = 2;

  private RunSection() {}

  static String key(ReportContent content, Speech speech) {
    return "<ul class=\"key\"><li><i class=\"l past\"></i>"
        + Html.escape(speech.say("report.key.past"))
        + "</li><li><i class=\"l base\"></i>"
        + Html.escape(speech.say("report.key.base"))
        + "</li><li><i class=\"l braked\"></i>"
        + Html.escape(
            speech.say(
                "report.key.braked", "scenario", speech.scenario(content.brake().scenario())))
        + "</li></ul>\n";
  }

  /** The charts from one position to another, each line in a panel of its own. */
  static String charts(ReportContent content, Speech speech, int from, int to, String cssClass) {
    Panel panel =
        new Panel(
            speech.figures(),
            speech.say("report.key.base"),
            speech.scenario(content.brake().scenario()));
    StringBuilder out = new StringBuilder();
    for (ChartData chart :
        content
            .charts()
            .subList(
                Math.min(from, content.charts().size()), Math.min(to, content.charts().size()))) {
      if (chart.lines().size() > 1) {
        out.append("<h3>")
            .append(Html.escape(titled(speech.chart(chart.id()), chart, speech)))
            .append("</h3>\n");
        out.append("<div class=\"panels\">\n");
        for (ChartData.Line line : chart.lines()) {
          out.append(
              panel.svg(
                  line.entity().isEmpty()
                      ? speech.variable(line.variable())
                      : speech.name(line.entity()),
                  chart,
                  line));
        }
        out.append("</div>\n");
      } else {
        for (ChartData.Line line : chart.lines()) {
          String title = titled(speech.chart(chart.id()), chart, speech);
          out.append("<div class=\"").append(cssClass).append("\">");
          out.append(panel.svg(title, chart, line)).append("</div>\n");
        }
      }
    }
    return out.toString();
  }

  private static String titled(String title, ChartData chart, Speech speech) {
    return chart.unit().isEmpty()
        ? title
        : speech.say("view.titled", "title", title, "unit", speech.unit(chart.unit()));
  }

  /** Who fails when: the events of both runs as a table, by period. */
  static String events(ReportContent content, Speech speech) {
    return events(content.brake().baseEvents(), speech.say("report.events.base"), speech)
        + events(
            content.brake().events(),
            speech.say(
                "report.events.braked", "scenario", speech.scenario(content.brake().scenario())),
            speech);
  }

  private static String events(List<EventLine> events, String caption, Speech speech) {
    if (events.isEmpty()) {
      return new Html().text("p", caption + " " + speech.say("view.run.noevents")).toString();
    }
    List<List<String>> rows = new ArrayList<>();
    for (EventLine event : events) {
      rows.add(
          List.of(
              speech.period(event.period()),
              event.entity().isEmpty() ? "" : speech.name(event.entity()),
              speech.event(event.kind()),
              event.amount() == 0 ? "" : speech.figures().number(event.amount())));
    }
    return new Html()
        .table(
            caption,
            3,
            List.of(
                speech.say("report.events.period"),
                speech.say("view.map.firm"),
                speech.say("report.events.what"),
                speech.say("report.events.amount")),
            rows)
        .toString();
  }
}
