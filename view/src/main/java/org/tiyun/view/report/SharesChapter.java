package org.tiyun.view.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tiyun.language.model.Input;
import org.tiyun.study.verdict.Outcome;
import org.tiyun.study.verdict.Verdict;
import org.tiyun.view.text.VerdictText;

/** What becomes of it over many futures: shares, what decides, who falls first, who bears it. */
final class SharesChapter {
  private static final int MOST_DECIDERS = 10;
  private static final int WIDTH = 700;
  private static final int BAR = 34;

  private SharesChapter() {}

  static String of(Verdict verdict, Speech speech) {
    Html html = new Html();
    html.text("h2", speech.say("report.shares.title", "draws", count(verdict, speech)));
    html.text("p", speech.say("report.shares.about", "draws", count(verdict, speech)));
    html.raw("<figure>").raw(bar(verdict, speech)).raw(key(verdict, speech));
    html.text("figcaption", speech.say("report.shares.caption")).raw("</figure>\n");
    html.table(
        speech.say("report.shares.conditions", "file", verdict.thresholds().shown()),
        2,
        List.of(speech.say("report.shares.outcome"), speech.say("report.shares.when")),
        ConditionWords.rows(verdict, speech));
    VerdictText text = new VerdictText(speech.words(), verdict.opened());
    text.sentences(verdict).forEach(sentence -> html.text("p", sentence));
    html.table(speech.say("report.shares.decides"), 2, head(speech), deciders(verdict, speech));
    return html.toString();
  }

  private static String count(Verdict verdict, Speech speech) {
    return speech.figures().count(verdict.draws());
  }

  private static String bar(Verdict verdict, Speech speech) {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "<svg class=\"outcomes\" viewBox=\"0 0 %d %d\" role=\"img\"><title>",
            WIDTH,
            BAR));
    out.append(Html.escape(speech.say("report.shares.bar"))).append("</title>");
    double x = 0;
    for (Outcome outcome : Outcome.values()) {
      double width = WIDTH * verdict.share(outcome);
      out.append(
          String.format(
              Locale.ROOT,
              "<rect class=\"%s\" x=\"%.1f\" y=\"0\" width=\"%.1f\" height=\"%d\"/>",
              outcome.word(),
              x,
              width,
              BAR));
      if (width > 44) {
        out.append(
            String.format(
                Locale.ROOT,
                "<text class=\"inbar\" x=\"%.1f\" y=\"22\" text-anchor=\"middle\">%s</text>",
                x + width / 2,
                Html.escape(speech.percent(verdict.share(outcome)))));
      }
      x += width;
    }
    return out.append("</svg>\n").toString();
  }

  private static String key(Verdict verdict, Speech speech) {
    StringBuilder out = new StringBuilder("<ul class=\"key\">");
    for (Outcome outcome : Outcome.values()) {
      out.append("<li><i class=\"k-").append(outcome.word()).append("\"></i>");
      out.append(Html.escape(word(outcome, speech) + " " + speech.percent(verdict.share(outcome))));
      out.append("</li>");
    }
    return out.append("</ul>\n").toString();
  }

  static String word(Outcome outcome, Speech speech) {
    return speech.say("view.outcome." + outcome.word());
  }

  private static List<String> head(Speech speech) {
    List<String> head =
        new ArrayList<>(
            List.of(speech.say("report.shares.input"), speech.say("report.shares.range")));
    for (Outcome outcome : Outcome.values()) {
      head.add(word(outcome, speech));
    }
    return head;
  }

  private static List<List<String>> deciders(Verdict verdict, Speech speech) {
    Map<String, Input> inputs = new java.util.HashMap<>();
    verdict.opened().model().inputs().forEach(i -> inputs.put(i.name().toString(), i));
    List<List<String>> rows = new ArrayList<>();
    for (Verdict.Decider decider : verdict.decidedBy().stream().limit(MOST_DECIDERS).toList()) {
      List<String> row = new ArrayList<>(List.of(speech.input(decider.parameter())));
      row.add(range(inputs.get(decider.parameter()), speech));
      for (Outcome outcome : Outcome.values()) {
        row.add(VerdictText.signed(decider.correlations().getOrDefault(outcome, 0.0)));
      }
      rows.add(row);
    }
    return rows;
  }

  private static String range(@org.jspecify.annotations.Nullable Input input, Speech speech) {
    return input == null || input.low().isEmpty() || input.high().isEmpty()
        ? ""
        : speech.figures().number(input.low().get())
            + "–"
            + speech.figures().number(input.high().get())
            + input.unit().map(u -> " " + speech.unit(u)).orElse("");
  }
}
