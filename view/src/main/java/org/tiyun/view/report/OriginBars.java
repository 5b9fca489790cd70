package org.tiyun.view.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tiyun.circuit.Headline;
import org.tiyun.view.text.Figures;
import org.tiyun.words.Words;

/** Of each 100 dollars that entered the circle, who paid them: a bar for each year. */
final class OriginBars {
  private static final int WIDTH = 700;
  private static final int BAR = 30;
  private static final int LEFT = 46;

  private OriginBars() {}

  static String svg(List<Headline> years, Words words) {
    Figures figures = new Figures(words.lang());
    int height = years.size() * (BAR + 12) + 8;
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "<svg class=\"origins\" viewBox=\"0 0 %d %d\" role=\"img\"><title>",
            WIDTH,
            height));
    out.append(Html.escape(words.text("report.origins.title"))).append("</title><desc>");
    for (Headline year : years) {
      out.append(year.year()).append(": ");
      year.enteringShares()
          .forEach((origin, share) ->
              out.append(Html.escape(words.text("origin." + origin)))
                  .append(' ')
                  .append(figures.ofHundred(share))
                  .append("; "));
    }
    out.append("</desc>");
    int y = 4;
    for (Headline year : years) {
      out.append(
          String.format(
              Locale.ROOT, "<text class=\"name\" x=\"0\" y=\"%d\">%d</text>", y + 20, year.year()));
      double x = LEFT;
      for (Map.Entry<String, Double> part : year.enteringShares().entrySet()) {
        double width = (WIDTH - LEFT) * part.getValue();
        if (width < 0.5) {
          continue;
        }
        out.append(
            String.format(
                Locale.ROOT,
                "<rect class=\"o-%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
                part.getKey(),
                x,
                y,
                width,
                BAR));
        if (width > 26) {
          out.append(
              String.format(
                  Locale.ROOT,
                  "<text class=\"inbar\" text-anchor=\"middle\" x=\"%.1f\" y=\"%d\">%s</text>",
                  x + width / 2,
                  y + 20,
                  figures.ofHundred(part.getValue())));
        }
        x += width;
      }
      y += BAR + 12;
    }
    return out.append("</svg>\n").toString();
  }

  /** The key to the colours, as text. */
  static String key(Headline year, Words words) {
    StringBuilder out = new StringBuilder("<ul class=\"key\">");
    for (String origin : year.enteringShares().keySet()) {
      out.append("<li><i class=\"k-").append(origin).append("\"></i>");
      out.append(Html.escape(words.text("origin." + origin))).append("</li>");
    }
    return out.append("</ul>\n").toString();
  }
}
