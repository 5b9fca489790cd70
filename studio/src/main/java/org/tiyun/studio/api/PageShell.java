package org.tiyun.studio.api;

import java.util.List;
import org.tiyun.circuit.Headline;
import org.tiyun.view.text.Figures;
import org.tiyun.words.Words;

/**
 * The page before its scripts wake: title, navigation, the sentence, and on the map the map itself,
 * drawn here, so that the first look needs no script.
 */
final class PageShell {
  /** The screens, in their order. */
  static final List<String> SCREENS =
      List.of("map", "run", "brakes", "twin", "firm", "evidence", "ensemble", "model", "report");

  private PageShell() {}

  static String html(String screen, Words words, String first) {
    StringBuilder out = new StringBuilder();
    out.append("<!doctype html>\n<html lang=\"")
        .append(words.lang().tag())
        .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
        .append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
        .append(escaped(words.text("studio.title")))
        .append("</title>\n<link rel=\"icon\" href=\"/static/icon.svg\">\n")
        .append("<link rel=\"stylesheet\" href=\"/static/studio.css\">\n")
        .append("<link rel=\"stylesheet\" href=\"/static/map.css\">\n");
    for (String module :
        List.of(
            "app",
            "state",
            "words",
            "api",
            "dom",
            "screens/" + (screen.equals("report") ? "report" : screen))) {
      out.append("<link rel=\"modulepreload\" href=\"/static/").append(module).append(".js\">\n");
    }
    out.append("<script src=\"/static/theme.js\"></script>\n")
        .append(
            "<script type=\"module\" src=\"/static/app.js\"></script>\n</head>\n<body data-screen=\"")
        .append(screen)
        .append("\">\n<a class=\"skip\" href=\"#screen\">")
        .append(escaped(words.text("studio.skip")))
        .append("</a>\n<header class=\"top\"><a class=\"brand\" href=\"/map?lang=")
        .append(words.lang().tag())
        .append("\">")
        .append(escaped(words.text("studio.brand")))
        .append("</a><nav aria-label=\"")
        .append(escaped(words.text("studio.nav")))
        .append("\">");
    for (String each : SCREENS) {
      out.append("<a href=\"/")
          .append(each)
          .append("?lang=")
          .append(words.lang().tag())
          .append('"');
      if (each.equals(screen)) {
        out.append(" aria-current=\"page\"");
      }
      out.append('>').append(escaped(words.text("studio.screen." + each))).append("</a>");
    }
    out.append("</nav><div class=\"tools\"></div></header>\n<main id=\"screen\" tabindex=\"-1\">")
        .append(first)
        .append(
            "</main>\n<div id=\"said\" class=\"unseen\" role=\"status\" aria-live=\"polite\"></div>\n")
        .append("<noscript><p class=\"note\">")
        .append(escaped(words.text("studio.noscript")))
        .append("</p></noscript>\n</body>\n</html>\n");
    return out.toString();
  }

  /** The first screen: what the money does, in a sentence and a picture. */
  static String map(MapAnswer map, Headline headline, String drawing, Words words) {
    Figures figures = new Figures(words.lang());
    return "<div class=\"first\"><h1>"
        + escaped(words.text("studio.map.title"))
        + "</h1><p class=\"lead\">"
        + escaped(sentence(headline, figures, words))
        + "</p><figure class=\"map\" data-view=\""
        + map.view()
        + "\">"
        + drawing
        + "</figure></div>";
  }

  /** "Of $100 ...": the return ratio in figures, and what end users pay of it. */
  static String sentence(Headline headline, Figures figures, Words words) {
    return words.say(
        "studio.map.sentence",
        "year",
        headline.year(),
        "money",
        figures.money(headline.entering()),
        "users",
        figures.ofHundred(headline.enteringShares().getOrDefault("end_users", 0.0)),
        "around",
        figures.ofHundred(headline.circulationShare()));
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
