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
  /** The screens that belong together, in the order in which they are offered. */
  private record Group(String name, List<String> screens) {}

  private static final List<Group> GROUPS =
      List.of(
          new Group("see", List.of("map", "firm", "evidence")),
          new Group("run", List.of("run", "brakes", "twin", "model")),
          new Group("judge", List.of("verdict", "believe", "ensemble", "backtest")),
          new Group("send", List.of("report")));

  static final List<String> SCREENS =
      GROUPS.stream().flatMap(group -> group.screens().stream()).toList();

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
        .append("<link rel=\"stylesheet\" href=\"/static/map.css\">\n")
        .append("<link rel=\"stylesheet\" href=\"/static/believe.css\">\n");
    for (String module :
        List.of(
            "app", "state", "words", "api", "dom", "export", "vendor/d3", "screens/" + screen)) {
      out.append("<link rel=\"modulepreload\" href=\"/static/").append(module).append(".js\">\n");
    }
    out.append("<script src=\"/static/theme.js\"></script>\n")
        .append(
            "<script type=\"module\" src=\"/static/app.js\"></script>\n"
                + "</head>\n"
                + "<body data-screen=\"")
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
    for (Group group : GROUPS) {
      group(out, group, screen, words);
    }
    out.append("</nav><div class=\"tools\"></div></header>\n<main id=\"screen\" tabindex=\"-1\">")
        .append(first)
        .append(
            "</main>\n"
                + "<div id=\"said\" class=\"unseen\" role=\"status\" aria-live=\"polite\"></div>\n")
        .append("<noscript><p class=\"note\">")
        .append(escaped(words.text("studio.noscript")))
        .append("</p></noscript>\n</body>\n</html>\n");
    return out.toString();
  }

  /** A group's name, for narrow screens, and its screens. */
  private static void group(StringBuilder out, Group group, String screen, Words words) {
    boolean here = group.screens().contains(screen);
    out.append("<div role=\"group\" class=\"group")
        .append(here ? " here" : "")
        .append("\" aria-label=\"")
        .append(escaped(words.text("studio.group." + group.name())))
        .append("\" data-group=\"")
        .append(group.name())
        .append("\">");
    link(out, group.screens().getFirst(), words)
        .append(" class=\"gname\"")
        .append(here ? " aria-current=\"true\"" : "")
        .append('>')
        .append(escaped(words.text("studio.group." + group.name())))
        .append("</a>");
    for (String each : group.screens()) {
      link(out, each, words)
          .append(" data-screen=\"")
          .append(each)
          .append('"')
          .append(each.equals(screen) ? " aria-current=\"page\"" : "")
          .append('>')
          .append(escaped(words.text("studio.screen." + each)))
          .append("</a>");
    }
    out.append("</div>");
  }

  private static StringBuilder link(StringBuilder out, String screen, Words words) {
    return out.append("<a href=\"/")
        .append(screen)
        .append("?lang=")
        .append(words.lang().tag())
        .append('"');
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
