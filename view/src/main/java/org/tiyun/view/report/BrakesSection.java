package org.tiyun.view.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tiyun.study.report.BrakeReading;
import org.tiyun.study.report.ReportContent;
import org.tiyun.study.run.EventLine;

/** The brakes side by side: who falls first and when, what is left at the end, who loses. */
final class BrakesSection {
  private static final int MOST_HOLDERS = 3;

  private BrakesSection() {}

  static String table(ReportContent content, Speech speech) {
    List<String> head = new ArrayList<>();
    for (String column : List.of("brake", "first", "more", "loss", "capex", "hub", "users")) {
      head.add(speech.say("report.brakes." + column));
    }
    List<List<String>> rows =
        content.brakes().stream().map(reading -> row(reading, speech)).toList();
    String model = content.brake().opened().folderName();
    String end = content.brake().base().model().calendar().label(content.brake().base().periods());
    return new Html()
        .table(speech.say("report.brakes.caption", "end", speech.period(end)), 4, head, rows)
        .text("p", speech.say("report.brakes.limits", "command", "tiyun brake " + model + " --all"))
        .toString();
  }

  private static List<String> row(BrakeReading reading, Speech speech) {
    List<EventLine> failures = reading.failures();
    return List.of(
        reading.scenario().id().isEmpty()
            ? speech.say("view.brakes.base")
            : speech.scenario(reading.scenario()),
        failures.isEmpty() ? speech.say("view.brakes.nobody") : firm(failures.get(0), speech),
        joined(failures.stream().skip(1).map(f -> firm(f, speech)).toList(), speech),
        holders(reading.loss().byHolder(), speech),
        share(reading.capex(), speech),
        share(reading.hub(), speech),
        share(reading.endUsers(), speech));
  }

  private static String firm(EventLine failure, Speech speech) {
    return speech.say(
        "report.mechanisms.firm",
        "firm",
        speech.name(failure.entity()),
        "period",
        speech.period(failure.period()));
  }

  /** The largest losses and who bears them. */
  private static String holders(Map<String, Double> losses, Speech speech) {
    return joined(
        losses.entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST_HOLDERS)
            .map(e -> speech.party(e.getKey()) + " " + speech.figures().number(e.getValue()))
            .toList(),
        speech);
  }

  private static String joined(List<String> parts, Speech speech) {
    return String.join(speech.say("view.list.comma"), parts);
  }

  private static String share(Optional<Double> share, Speech speech) {
    return share.map(speech::percent).orElse("–");
  }
}
