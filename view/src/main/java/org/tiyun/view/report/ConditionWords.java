package org.tiyun.view.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tiyun.language.model.Calendar;
import org.tiyun.study.verdict.Condition;
import org.tiyun.study.verdict.Outcome;
import org.tiyun.study.verdict.Verdict;

/** The conditions of each outcome in words, so that a reader need not open the table of them. */
final class ConditionWords {
  private static final int NAMED = 4;

  private ConditionWords() {}

  /** A row for each outcome and group of conditions: all of a group must hold. */
  static List<List<String>> rows(Verdict verdict, Speech speech) {
    Map<String, List<Condition>> groups = new LinkedHashMap<>();
    for (Condition c : verdict.thresholds().conditions()) {
      groups.computeIfAbsent(c.outcome() + " " + c.group(), k -> new ArrayList<>()).add(c);
    }
    List<List<String>> rows = new ArrayList<>();
    for (List<Condition> group : groups.values()) {
      Outcome outcome = group.get(0).outcome();
      boolean again =
          rows.stream().anyMatch(r -> r.get(0).equals(SharesChapter.word(outcome, speech)));
      rows.add(
          List.of(
              again ? speech.say("report.shares.or") : SharesChapter.word(outcome, speech),
              String.join(
                  speech.say("report.shares.and"),
                  group.stream().map(c -> said(c, verdict, speech)).toList())));
    }
    return rows;
  }

  /** The firms by name where they are few, else how many. */
  private static String firms(Condition c, Speech speech) {
    return c.firms().size() <= NAMED
        ? String.join(
            speech.say("view.list.comma"),
            c.firms().stream().map(f -> speech.called().firm(f)).toList())
        : speech.say("report.shares.firms", "count", c.firms().size());
  }

  private static String said(Condition c, Verdict verdict, Speech speech) {
    Calendar calendar = verdict.opened().model().calendar();
    String what =
        c.variable() < 0
            ? ""
            : speech
                .called()
                .variable(verdict.opened().model().variables().get(c.variable()).name().toString());
    boolean whole = c.from() <= 1 && c.to() >= calendar.horizon();
    String when =
        whole
            ? speech.say("report.shares.ever")
            : speech.say(
                "report.shares.between",
                "from",
                speech.period(calendar.label(c.from())),
                "to",
                speech.period(calendar.label(c.to())));
    String measure =
        speech.say(
            "report.shares.measure." + c.measure().word(),
            "what",
            what,
            "over",
            c.over(),
            "firms",
            firms(c, speech),
            "when",
            when);
    return speech.say(
        c.test() == Condition.Test.AT_LEAST ? "report.shares.atleast" : "report.shares.below",
        "what",
        measure,
        "than",
        c.measure() == Condition.Measure.FALL
            ? speech.percent(c.than())
            : speech.figures().number(c.than()));
  }
}
