package org.tiyun.view.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tiyun.study.twin.TwinResult;
import org.tiyun.view.text.TwinFigures;

/**
 * One quantity of several machines over the years of a common clock, as SVG: the machines differ in
 * colour and in dash, and year 0 is marked. Zero is on the axis.
 */
record ClockPanel(TwinResult twin, List<String> machines, TwinFigures figures) {
  private static final double WIDTH = 340;
  private static final double HEIGHT = 172;
  private static final double LEFT = 44;
  private static final double RIGHT = 12;
  private static final double TOP = 8;
  private static final double BOTTOM = 22;

  String svg(String title, List<double[]> values) {
    Scale scale = Scale.of(values);
    StringBuilder out = new StringBuilder();
    out.append("<svg class=\"panel\" viewBox=\"0 0 340 172\" role=\"img\"><title>");
    out.append(Html.escape(title)).append("</title><desc>");
    out.append(Html.escape(described(values))).append("</desc>");
    for (double tick : scale.ticks()) {
      out.append(
          String.format(
              Locale.ROOT,
              "<path class=\"%s\" d=\"M%.0f %.1fH%.0f\"/>"
                  + "<text class=\"tick\" text-anchor=\"end\" x=\"%.0f\" y=\"%.1f\">%s</text>",
              tick == 0 ? "zero" : "grid",
              LEFT,
              y(scale, tick),
              WIDTH - RIGHT,
              LEFT - 5,
              y(scale, tick) + 4,
              Html.escape(figures.number(tick))));
    }
    int every = Math.max(1, twin.years().size() / 8);
    for (int i = 0; i < twin.years().size(); i++) {
      int year = twin.years().get(i);
      if (year == 0) {
        out.append(
            String.format(
                Locale.ROOT,
                "<path class=\"mark\" d=\"M%.1f %.0fV%.0f\"/>",
                x(i),
                TOP,
                HEIGHT - BOTTOM));
      }
      if (year % every == 0) {
        out.append(
            String.format(
                Locale.ROOT,
                "<text class=\"tick\" text-anchor=\"middle\" x=\"%.1f\" y=\"%.0f\">%s</text>",
                x(i),
                HEIGHT - 6,
                Html.escape(figures.number(year))));
      }
    }
    for (int m = 0; m < values.size(); m++) {
      out.append("<path class=\"m").append(m).append("\" d=\"");
      out.append(way(values.get(m), scale)).append("\"/>");
    }
    return out.append("</svg>\n").toString();
  }

  private String way(double[] values, Scale scale) {
    StringBuilder d = new StringBuilder();
    boolean drawing = false;
    for (int i = 0; i < values.length; i++) {
      boolean known = Double.isFinite(values[i]);
      if (known) {
        d.append(
            String.format(
                Locale.ROOT, "%s%.1f %.1f", drawing ? "L" : "M", x(i), y(scale, values[i])));
      }
      drawing = known;
    }
    return d.toString();
  }

  /** First and last values in words, for who cannot see the lines. */
  private String described(List<double[]> values) {
    List<String> said = new ArrayList<>();
    for (int m = 0; m < values.size(); m++) {
      double[] path = values.get(m);
      said.add(
          machines.get(m)
              + ": "
              + figures.number(path[0])
              + " → "
              + figures.number(path[path.length - 1]));
    }
    return String.join("; ", said);
  }

  private double x(int index) {
    return LEFT + (WIDTH - LEFT - RIGHT) * index / Math.max(1, twin.years().size() - 1);
  }

  private static double y(Scale scale, double value) {
    return TOP
        + (HEIGHT - TOP - BOTTOM) * (1 - (value - scale.low()) / (scale.high() - scale.low()));
  }
}
