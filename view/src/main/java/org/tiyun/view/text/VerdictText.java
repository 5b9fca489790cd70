package org.tiyun.view.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tiyun.study.believe.BelieveMap;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.verdict.Outcome;
import org.tiyun.study.verdict.Verdict;
import org.tiyun.words.Words;

/** Verdict and map of belief for a person at a terminal. */
public final class VerdictText {
  private static final int MOST_DECIDERS = 12;
  private static final int MOST_HOLDERS = 8;

  private static final int WIDTH = 98;

  private final Words words;
  private final Figures figures;
  private final OpenModel opened;
  private final Called called;

  public VerdictText(Words words, OpenModel opened) {
    this.words = words;
    this.figures = new Figures(words.lang());
    this.opened = opened;
    this.called = Called.of(opened, words);
  }

  public String of(Verdict verdict) {
    StringBuilder out = new StringBuilder();
    out.append(
            words.say(
                "view.verdict.head",
                "model",
                opened.model().id(),
                "draws",
                figures.count(verdict.draws()),
                "scenario",
                verdict.scenario().isEmpty()
                    ? words.text("view.brakes.base")
                    : called.scenario(verdict.scenario(), ""),
                "seed",
                verdict.seed()))
        .append("\n\n");
    TextTable shares = new TextTable(1);
    for (Outcome outcome : Outcome.values()) {
      shares.row(
          words.text("view.outcome." + outcome.word()), figures.percent(verdict.share(outcome)));
    }
    out.append(shares.text());
    if (verdict.broken() > 0) {
      out.append(words.say("view.verdict.broken", "count", figures.count(verdict.broken())))
          .append('\n');
    }
    out.append('\n').append(deciders(verdict)).append('\n');
    sentences(verdict).forEach(sentence -> out.append(sentence).append('\n'));
    return out.append(words.say("view.verdict.foot", "file", verdict.thresholds().shown()))
        .append('\n')
        .toString();
  }

  /** Who fails first and when, and who bears it where it is worst. */
  public List<String> sentences(Verdict verdict) {
    List<String> sentences = new ArrayList<>(List.of(failures(verdict)));
    worst(verdict).ifPresent(sentences::add);
    return sentences;
  }

  private String deciders(Verdict verdict) {
    TextTable table = new TextTable(1);
    List<String> head = new ArrayList<>(List.of(words.text("view.verdict.decides")));
    for (Outcome outcome : Outcome.values()) {
      head.add(words.text("view.outcome." + outcome.word()));
    }
    table.row(head);
    for (Verdict.Decider decider :
        verdict.decidedBy().subList(0, Math.min(MOST_DECIDERS, verdict.decidedBy().size()))) {
      List<String> row = new ArrayList<>(List.of(called.input(decider.parameter())));
      for (Outcome outcome : Outcome.values()) {
        row.add(signed(decider.correlations().getOrDefault(outcome, 0.0)));
      }
      table.row(row);
    }
    return table.text();
  }

  private String failures(Verdict verdict) {
    Verdict.FirstFailures first = verdict.firstFailures();
    if (first.futures() == 0) {
      return words.text("view.verdict.nofailure");
    }
    List<String> firms =
        first.byFirm().entrySet().stream()
            .map(e ->
                called.firm(e.getKey())
                    + " "
                    + figures.percent((double) e.getValue() / verdict.draws()))
            .toList();
    return words.say(
        "view.verdict.failure",
        "share",
        figures.percent((double) first.futures() / verdict.draws()),
        "early",
        figures.period(first.early().orElse("")),
        "median",
        figures.period(first.median().orElse("")),
        "late",
        figures.period(first.late().orElse("")),
        "firms",
        joined(firms));
  }

  private Optional<String> worst(Verdict verdict) {
    List<String> holders =
        verdict.worst().lossByHolder().entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST_HOLDERS)
            .map(e ->
                called.party(e.getKey()) + " " + figures.money(e.getValue(), opened.moneyUnit()))
            .toList();
    return holders.isEmpty()
        ? Optional.empty()
        : Optional.of(words.say("view.verdict.worst", "list", joined(holders)));
  }

  /** One letter and the share of the leading outcome in each cell. */
  public String of(BelieveMap map) {
    StringBuilder out = new StringBuilder();
    BelieveMap.Axis down = map.axes().get(0);
    BelieveMap.Axis across = map.axes().get(1);
    boolean panels = map.axes().size() > 2;
    int count = panels ? map.axes().get(2).values().length : 1;
    out.append(
            words.say(
                "view.believe.head",
                "model",
                opened.model().id(),
                "draws",
                figures.count(map.draws()),
                "down",
                parameter(down),
                "across",
                parameter(across)))
        .append("\n");
    for (int panel = 0; panel < count; panel++) {
      out.append('\n');
      if (panels) {
        BelieveMap.Axis third = map.axes().get(2);
        out.append(parameter(third))
            .append(" = ")
            .append(figures.number(third.values()[panel]))
            .append('\n');
      }
      out.append(panel(map, down, across, count, panel));
    }
    out.append('\n').append(words.text("view.believe.key")).append('\n');
    for (String text : List.of(along(map), ruled(map))) {
      Columns.lines(text, WIDTH).forEach(line -> out.append(line).append('\n'));
    }
    return out.toString();
  }

  private String panel(
      BelieveMap map, BelieveMap.Axis down, BelieveMap.Axis across, int count, int panel) {
    TextTable table = new TextTable(1);
    List<String> head = new ArrayList<>(List.of(""));
    for (double x : across.values()) {
      head.add(figures.number(x));
    }
    table.row(head);
    for (int i = 0; i < down.values().length; i++) {
      List<String> row = new ArrayList<>(List.of(figures.number(down.values()[i])));
      for (int j = 0; j < across.values().length; j++) {
        row.add(cell(map.regions().get((i * across.values().length + j) * count + panel)));
      }
      table.row(row);
    }
    return table.text();
  }

  private String cell(BelieveMap.Region region) {
    Map.Entry<Outcome, Double> leading =
        region.shares().entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    return words.text("view.outcome.letter." + leading.getKey().word())
        + " "
        + figures.percent(leading.getValue());
  }

  /** Where the thesis of a stop holds and where the opposite does. */
  public String ruled(BelieveMap map) {
    return words.say(
        "view.believe.ruled",
        "stalls",
        figures.percent(map.ruled(Outcome.STALLS)),
        "takes_off",
        figures.percent(map.ruled(Outcome.TAKES_OFF)),
        "glides",
        figures.percent(map.ruled(Outcome.GLIDES)),
        "draws",
        figures.count(map.draws()),
        "noise",
        figures.points(Math.sqrt(0.25 / map.draws())));
  }

  /** How much each axis moves the outcomes, on average over the others. */
  public String along(BelieveMap map) {
    List<String> parts = new ArrayList<>();
    for (int axis = 0; axis < map.axes().size(); axis++) {
      double[] stalls = map.along(axis, Outcome.STALLS);
      double[] flies = map.along(axis, Outcome.TAKES_OFF);
      parts.add(
          words.say(
              "view.believe.along.axis",
              "axis",
              parameter(map.axes().get(axis)),
              "stalls",
              figures.percent(stalls[0]) + "–" + figures.percent(stalls[1]),
              "takes_off",
              figures.percent(flies[0]) + "–" + figures.percent(flies[1])));
    }
    String list = String.join(words.text("view.believe.along.join"), parts);
    return words.say("view.believe.along", "axes", list);
  }

  private String parameter(BelieveMap.Axis axis) {
    return called.input(axis.parameter());
  }

  /** A correlation with its sign. */
  public static String signed(double value) {
    String text = String.format(java.util.Locale.ROOT, "%+.2f", value);
    return text.equals("-0.00") || text.equals("+0.00") ? "0" : text.replace('-', '\u2212');
  }

  private String joined(List<String> parts) {
    return String.join(words.text("view.list.comma"), parts);
  }
}
