package org.tiyun.view.report;

import java.util.List;
import java.util.Locale;
import org.tiyun.study.report.ChartData;
import org.tiyun.view.text.Figures;

/**
 * One quantity over time as SVG: what the ledger records in ink, the base run in blue, the braked
 * run dashed in orange. Zero is always on the axis, so that heights can be compared.
 */
record Panel(Figures figures, String base, String braked) {
  private static final double WIDTH = 340;
  private static final double HEIGHT = 172;
  private static final double LEFT = 44;
  private static final double RIGHT = 8;
  private static final double TOP = 8;
  private static final double BOTTOM = 22;

  String svg(String title, ChartData chart, ChartData.Line line) {
    Scale scale = Scale.of(List.of(line.past(), line.base(), line.braked()));
    int count = chart.periods().size();
    StringBuilder out = new StringBuilder();
    out.append("<p class=\"name\">").append(Html.escape(title)).append("</p>");
    out.append("<svg class=\"panel\" viewBox=\"0 0 340 172\" role=\"img\"><title>");
    out.append(Html.escape(title)).append("</title><desc>");
    out.append(Html.escape(description(chart, line))).append("</desc>");
    for (double tick : scale.ticks()) {
      double y = y(scale, tick);
      out.append(
          String.format(
              Locale.ROOT,
              "<path class=\"%s\" d=\"M%.0f %.1fH%.0f\"/>",
              tick == 0 ? "zero" : "grid",
              LEFT,
              y,
              WIDTH - RIGHT));
      out.append(
          String.format(
              Locale.ROOT,
              "<text class=\"tick\" text-anchor=\"end\" x=\"%.0f\" y=\"%.1f\">",
              LEFT - 5,
              y + 4));
      out.append(Html.escape(figures.number(tick))).append("</text>");
    }
    years(out, chart, count);
    if (chart.firstModelled() > 1) {
      double x = x(chart.firstModelled() - 0.5, count);
      out.append(
          String.format(
              Locale.ROOT,
              "<path class=\"mark\" d=\"M%.1f %.0fV%.0f\"/>",
              x,
              TOP,
              HEIGHT - BOTTOM));
    }
    path(out, "past", scale, line.past(), count);
    path(out, "braked", scale, line.braked(), count);
    path(out, "base", scale, line.base(), count);
    points(out, scale, line.past(), count);
    out.append("</svg>\n");
    return out.toString();
  }

  private void years(StringBuilder out, ChartData chart, int count) {
    String last = "";
    double free = LEFT;
    for (int i = 0; i < count; i++) {
      String label = chart.periods().get(i);
      String year = label.length() >= 4 ? label.substring(0, 4) : label;
      boolean wanted =
          !year.equals(last) && (i == 0 || label.endsWith("Q1") || !label.contains("Q"));
      double x = Math.min(x(i, count), WIDTH - 30);
      last = year;
      // A year's name takes 30 units; every second or third year is named where they are close.
      int every =
          (int)
              Math.ceil(
                  34.0
                      / Math.max(
                          1, (WIDTH - LEFT - RIGHT) / count * (label.contains("Q") ? 4 : 1)));
      boolean round = !year.matches("\\d{4}") || Integer.parseInt(year) % every == 0;
      // A run that starts with the last quarter of a year does not name that year under the next.
      boolean first = i == 0 && !label.endsWith("Q1") && label.contains("Q");
      if (wanted && round && !first && x >= free) {
        free = x + 32;
        out.append(
            String.format(
                Locale.ROOT, "<text class=\"tick\" x=\"%.1f\" y=\"%.0f\">", x, HEIGHT - 6));
        out.append(Html.escape(year)).append("</text>");
      }
    }
  }

  private static void path(
      StringBuilder out, String cssClass, Scale scale, double[] values, int count) {
    StringBuilder d = new StringBuilder();
    boolean drawing = false;
    for (int i = 0; i < values.length; i++) {
      if (Double.isFinite(values[i])) {
        d.append(
            String.format(
                Locale.ROOT, "%s%.1f %.1f", drawing ? "L" : "M", x(i, count), y(scale, values[i])));
      }
      drawing = Double.isFinite(values[i]);
    }
    if (!d.isEmpty()) {
      out.append("<path class=\"").append(cssClass).append("\" d=\"").append(d).append("\"/>");
    }
  }

  /** Years alone, such as figures that a ledger has by year: nothing is drawn between them. */
  private static void points(StringBuilder out, Scale scale, double[] values, int count) {
    for (int i = 0; i < values.length; i++) {
      boolean before = i > 0 && Double.isFinite(values[i - 1]);
      boolean after = i + 1 < values.length && Double.isFinite(values[i + 1]);
      if (Double.isFinite(values[i]) && !before && !after) {
        out.append(
            String.format(
                Locale.ROOT,
                "<circle class=\"point\" cx=\"%.1f\" cy=\"%.1f\" r=\"2.4\"/>",
                x(i, count),
                y(scale, values[i])));
      }
    }
  }

  /** First, last and extreme values in words, for who cannot see the lines. */
  private String description(ChartData chart, ChartData.Line line) {
    return base
        + ": "
        + ends(chart, line.base())
        + "; "
        + braked
        + ": "
        + ends(chart, line.braked());
  }

  private String ends(ChartData chart, double[] values) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < values.length; i++) {
      if (Double.isFinite(values[i])) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    return first < 0
        ? "-"
        : figures.period(chart.periods().get(first))
            + " "
            + figures.number(values[first])
            + " → "
            + figures.period(chart.periods().get(last))
            + " "
            + figures.number(values[last]);
  }

  private static double x(double index, int count) {
    return LEFT + (WIDTH - LEFT - RIGHT) * index / Math.max(1, count - 1);
  }

  private static double y(Scale scale, double value) {
    return TOP
        + (HEIGHT - TOP - BOTTOM) * (1 - (value - scale.low()) / (scale.high() - scale.low()));
  }
}
