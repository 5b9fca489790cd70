package org.tiyun.view.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.tiyun.circuit.Circuit;
import org.tiyun.ledger.Names;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.report.Chapter;
import org.tiyun.study.report.ReportContent;
import org.tiyun.view.believe.BelieveDrawing;
import org.tiyun.view.map.CashMap;
import org.tiyun.view.map.MapDrawing;
import org.tiyun.view.map.MapDrawing.Format;
import org.tiyun.view.map.MapStyle;
import org.tiyun.view.map.MoneyMap;
import org.tiyun.view.map.PromiseMap;
import org.tiyun.view.text.Figures;
import org.tiyun.words.Words;

/**
 * The report as one HTML file: no script, no request, nothing outside it. The core comes first
 * (verdict, map, three charts, limits) and fills two printed pages; everything behind it is folded.
 */
public final class ReportPage {
  private final ReportContent content;
  private final Speech speech;

  private ReportPage(ReportContent content, Speech speech) {
    this.content = content;
    this.speech = speech;
  }

  /** The page in the language of the words. */
  public static String of(ReportContent content, Words words) {
    return new ReportPage(content, speech(content, words)).page();
  }

  /** The verdict alone, as sentences, for a terminal. */
  public static List<String> verdict(ReportContent content, Words words) {
    return VerdictSection.sentences(content, speech(content, words));
  }

  private static Speech speech(ReportContent content, Words words) {
    return new Speech(
        words,
        new Figures(words.lang()),
        Names.of(content.circuit().ledger()),
        content.brake().opened().terms());
  }

  private String page() {
    Html html = new Html();
    String title = speech.say("report.title");
    html.raw("<!doctype html>\n<html lang=\"")
        .raw(speech.words().lang().tag())
        .raw("\">\n<head>\n");
    html.raw(
        "<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n");
    html.text("title", title)
        .raw("<style>\n")
        .raw(css())
        .raw(MapStyle.CSS)
        .raw(content.chapters().isEmpty() ? "" : BelieveDrawing.CSS)
        .raw("\n</style>\n</head>\n<body>\n");
    html.raw(
        "<a class=\"skip\" href=\"#verdict\">"
            + Html.escape(speech.say("report.skip"))
            + "</a>\n<header>\n");
    html.text("h1", title);
    html.text("p", "date", speech.say("report.dateline", "end", speech.period(lastKnown())));
    html.raw("</header>\n<main>\n");
    core(html);
    chapters(html);
    folded(html);
    html.raw("</main>\n<footer>\n");
    html.text("p", speech.say("report.footer"));
    return html.raw("</footer>\n</body>\n</html>\n").toString();
  }

  private void core(Html html) {
    html.raw("<section id=\"verdict\" class=\"verdict\">\n");
    VerdictSection.sentences(content, speech).forEach(sentence -> html.text("p", sentence));
    html.raw("</section>\n");
    html.text("p", "model", speech.say("report.notforecast"));
    map(
        html,
        format -> CashMap.of(content.circuit(), speech.words(), speech.names(), format),
        "report.map.cash",
        "cash");
    html.text("h2", speech.say("report.origins.title"));
    html.raw("<figure>").raw(OriginBars.svg(content.years(), speech.words()));
    html.raw(OriginBars.key(content.circuit().headline(), speech.words()));
    html.text("figcaption", speech.say("report.origins.caption")).raw("</figure>\n");
    html.text("h2", speech.say("report.run.title"));
    html.raw(RunSection.key(content, speech)).raw("<figure><div class=\"panels two\">");
    html.raw(RunSection.charts(content, speech, 0, RunSection.CORE, "one")).raw("</div>");
    html.text("figcaption", speech.say("report.run.caption")).raw("</figure>\n");
    html.text("h2", speech.say("report.failures.title"));
    html.raw("<figure>").raw(FailureTimeline.svg(content, speech));
    html.text("figcaption", speech.say("report.failures.caption")).raw("</figure>\n");
    html.text("h2", speech.say("report.limits.title")).raw("<ul>\n");
    html.text("li", EvidenceSection.grades(content, speech));
    for (String limit : List.of("boundary", "model", "belief", "year")) {
      html.text("li", speech.say("report.limits." + limit));
    }
    html.raw("</ul>\n");
  }

  /** Chapters of the full report are open and are printed, and so are the tables then. */
  private void chapters(Html html) {
    if (content.chapters().isEmpty()) {
      return;
    }
    for (Chapter chapter : content.chapters()) {
      html.raw("<section class=\"chapter\">\n").raw(ChapterSection.of(chapter, speech));
      html.raw("</section>\n");
    }
    tables()
        .forEach((title, table) -> {
          html.raw("<section class=\"chapter\">\n").text("h2", title).raw(table);
          html.raw("</section>\n");
        });
  }

  /** Mechanisms and brakes by their titles, where the model has any. */
  private Map<String, String> tables() {
    Map<String, String> tables = new LinkedHashMap<>();
    if (!content.mechanisms().isEmpty()) {
      tables.put(speech.say("report.mechanisms.title"), MechanismSection.table(content, speech));
    }
    if (!content.brakes().isEmpty()) {
      tables.put(speech.say("report.brakes.title"), BrakesSection.table(content, speech));
    }
    return tables;
  }

  private void folded(Html html) {
    html.text("h2", "screen", speech.say("report.behind"));
    if (content.chapters().isEmpty()) {
      tables().forEach(html::folded);
    }
    Html promises = new Html();
    map(
        promises,
        format -> PromiseMap.of(content.circuit(), speech.words(), speech.names(), format),
        "report.map.promises",
        "promise");
    promises.raw(CircuitSection.promises(content, speech));
    html.folded(speech.say("report.fold.promises"), promises.toString());
    html.folded(
        speech.say("report.fold.circuit"),
        CircuitSection.years(content, speech)
            + CircuitSection.firms(content, speech)
            + CircuitSection.loops(content, speech));
    html.folded(
        speech.say("report.fold.run"),
        RunSection.key(content, speech)
            + RunSection.charts(content, speech, RunSection.CORE, content.charts().size(), "one"));
    html.folded(speech.say("report.fold.events"), RunSection.events(content, speech));
    html.folded(
        speech.say("report.fold.assumptions"), EvidenceSection.assumptions(content, speech));
    html.folded(speech.say("report.fold.deals"), EvidenceSection.deals(content, speech));
    html.folded(speech.say("report.fold.cells"), EvidenceSection.cells(content, speech));
    html.folded(speech.say("report.fold.hashes"), hashes());
  }

  /** A map twice, each with as many pipes as its format bears; the stylesheet shows one. */
  private void map(Html html, Function<Format, MoneyMap> map, String key, String prefix) {
    html.raw("<figure class=\"map\"><div class=\"wide\">");
    html.raw(MapDrawing.svg(map.apply(Format.WIDE), speech.words(), Format.WIDE, prefix + "w"));
    html.raw("</div><div class=\"narrow screen\">");
    html.raw(MapDrawing.svg(map.apply(Format.NARROW), speech.words(), Format.NARROW, prefix + "n"));
    html.raw("</div>").text("figcaption", speech.say(key)).raw("</figure>\n");
  }

  private String hashes() {
    OpenModel opened = content.brake().opened();
    Circuit circuit = content.circuit();
    List<String> lines =
        List.of(
            "tiyun " + content.version(),
            speech.say("report.hash.ledger")
                + " "
                + circuit.ledger().id()
                + "@"
                + circuit.ledger().hash(),
            speech.say("report.hash.model")
                + " "
                + opened.model().id()
                + "@"
                + opened.model().hash(),
            speech.say("report.hash.scenario")
                + " "
                + content.brake().scenario().id()
                + "@"
                + content.brake().scenario().hash(),
            speech.say("report.hash.seed") + " " + content.brake().base().seed(),
            speech.say(
                "view.run.audit",
                "residual",
                String.format(
                    Locale.ROOT,
                    "%.1e",
                    Math.max(
                        content.brake().base().audit().relative(),
                        content.brake().braked().audit().relative()))));
    Html html = new Html();
    lines.forEach(line -> html.text("p", "hashes", line));
    return html.text("p", speech.say("report.hash.again")).toString();
  }

  /** The period before the model's first one: where the data end. */
  private String lastKnown() {
    return content.brake().base().model().calendar().label(0);
  }

  private static String css() {
    try (var in = ReportPage.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is missing from the module");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
