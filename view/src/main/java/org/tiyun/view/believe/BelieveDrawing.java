package org.tiyun.view.believe;

import java.util.Locale;
import java.util.Map;
import org.tiyun.study.believe.BelieveMap;
import org.tiyun.study.open.Terms;
import org.tiyun.study.verdict.Outcome;
import org.tiyun.view.text.Called;
import org.tiyun.view.text.Figures;
import org.tiyun.view.text.VerdictText;
import org.tiyun.words.Words;

/**
 * What one must believe, as SVG: for each value of the third parameter a square of cells, each
 * coloured by the outcome that leads in it, the stronger the larger its share, with the outcome's
 * letter in it, so that colour carries nothing alone. Colours follow the reader's light or dark.
 */
public final class BelieveDrawing {
  private static final double CELL = 34;
  private static final double LEFT = 62;
  private static final double TOP = 66;
  private static final double GAP = 26;
  private static final double BOTTOM = 48;

  private static final String LIGHT =
      "--b-ink:#222;--b-mute:#555;--b-off:#0072b2;--b-glide:#8a6d00;--b-stall:#c2410c;--b-unclear:#8a8a8a";

  private static final String DARK =
      "--b-ink:#eee;--b-mute:#bbb;--b-off:#3f8fc4;--b-glide:#a98a1f;--b-stall:#c8602e;--b-unclear:#7d7d7d";

  /**
   * Rules for a page that holds the drawing; a drawing on its own carries them itself. They follow
   * the screen's preference; an ancestor with {@code data-theme} decides against it. No outcome is
   * green, which means end users' money everywhere.
   */
  public static final String CSS =
      ".believe{"
          + LIGHT
          + "}\n@media (prefers-color-scheme:dark){.believe{"
          + DARK
          + "}}\n[data-theme=light] .believe{"
          + LIGHT
          + "}\n[data-theme=dark] .believe{"
          + DARK
          + "}\n"
          + """
          .believe text{font:12px system-ui,sans-serif;fill:var(--b-ink)}
          .believe .small{font-size:10.5px;fill:var(--b-mute)}
          .believe .takes_off{fill:var(--b-off)}.believe .glides{fill:var(--b-glide)}
          .believe .stalls{fill:var(--b-stall)}.believe .unclear{fill:var(--b-unclear)}
          .believe .letter{text-anchor:middle;font-size:11px}
          """;

  private final Words words;
  private final Figures figures;
  private final Terms terms;

  public BelieveDrawing(Words words, Terms terms) {
    this.words = words;
    this.figures = new Figures(words.lang());
    this.terms = terms;
  }

  /** A drawing to stand in a page that has {@link #CSS}. */
  public String inPage(BelieveMap map) {
    return drawn(map, "");
  }

  /** A drawing to stand alone, as a file. */
  public String alone(BelieveMap map) {
    return drawn(map, "<style>" + CSS + "</style>");
  }

  private String drawn(BelieveMap map, String style) {
    BelieveMap.Axis down = map.axes().get(0);
    BelieveMap.Axis across = map.axes().get(1);
    int panels = map.axes().size() > 2 ? map.axes().get(2).values().length : 1;
    double side = across.values().length * CELL;
    double width = LEFT + panels * side + (panels - 1) * GAP + 12;
    double height = TOP + down.values().length * CELL + BOTTOM;
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"believe\" role=\"img\""
                + " viewBox=\"0 0 %.0f %.0f\">",
            width,
            height));
    out.append("<title>").append(escape(words.text("view.believe.title"))).append("</title>");
    out.append("<desc>").append(escape(description(map))).append("</desc>").append(style);
    text(out, "", 4, 14, "start", "↓ " + name(down) + "   → " + name(across));
    for (int p = 0; p < panels; p++) {
      double x = LEFT + p * (side + GAP);
      if (panels > 1) {
        BelieveMap.Axis third = map.axes().get(2);
        text(out, "", x, 38, "start", name(third) + " = " + figures.number(third.values()[p]));
      }
      panel(out, map, x, panels, p);
    }
    legend(out, height);
    return out.append("</svg>\n").toString();
  }

  private void panel(StringBuilder out, BelieveMap map, double left, int panels, int panel) {
    double[] rows = map.axes().get(0).values();
    double[] columns = map.axes().get(1).values();
    for (int j = 0; j < columns.length; j++) {
      text(out, "small", left + (j + 0.5) * CELL, TOP - 6, "middle", figures.number(columns[j]));
    }
    for (int i = 0; i < rows.length; i++) {
      double y = TOP + i * CELL;
      if (panel == 0) {
        text(out, "small", left - 6, y + CELL / 2 + 4, "end", figures.number(rows[i]));
      }
      for (int j = 0; j < columns.length; j++) {
        int at = (i * columns.length + j) * panels + panel;
        cell(out, map.regions().get(at), at, left + j * CELL, y);
      }
    }
  }

  private void cell(StringBuilder out, BelieveMap.Region region, int at, double x, double y) {
    Map.Entry<Outcome, Double> leading =
        region.shares().entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    out.append(
        String.format(
            Locale.ROOT,
            "<g data-cell=\"%d\"><rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.0f\""
                + " height=\"%.0f\" fill-opacity=\"%.2f\"><title>",
            at,
            leading.getKey().word(),
            x + 1,
            y + 1,
            CELL - 2,
            CELL - 2,
            0.15 + 0.55 * leading.getValue()));
    out.append(escape(said(region))).append("</title></rect>");
    text(
        out,
        "letter",
        x + CELL / 2,
        y + CELL / 2 + 4,
        "middle",
        words.text("view.outcome.letter." + leading.getKey().word())
            + Math.round(100 * leading.getValue()));
    out.append("</g>\n");
  }

  private String said(BelieveMap.Region region) {
    StringBuilder said = new StringBuilder();
    region
        .shares()
        .forEach((outcome, share) ->
            said.append(said.isEmpty() ? "" : words.text("view.list.comma"))
                .append(words.text("view.outcome." + outcome.word()))
                .append(' ')
                .append(figures.percent(share)));
    return said.toString();
  }

  private void legend(StringBuilder out, double height) {
    double x = LEFT;
    for (Outcome outcome : Outcome.values()) {
      String label =
          words.text("view.outcome.letter." + outcome.word())
              + " "
              + words.text("view.outcome." + outcome.word());
      out.append(
          String.format(
              Locale.ROOT,
              "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"12\" height=\"12\"/>",
              outcome.word(),
              x,
              height - 26));
      text(out, "small", x + 17, height - 16, "start", label);
      x += 36 + 7.0 * org.tiyun.view.text.Columns.of(label);
    }
  }

  /** For who cannot see the cells: how much of the map each outcome rules. */
  private String description(BelieveMap map) {
    return new VerdictText(words, map.opened()).ruled(map);
  }

  private String name(BelieveMap.Axis axis) {
    return new Called(words, terms, java.util.Optional.empty()).input(axis.parameter());
  }

  private void text(
      StringBuilder out, String cssClass, double x, double y, String anchor, String content) {
    out.append(
        String.format(
            Locale.ROOT,
            "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">",
            cssClass,
            x,
            y,
            anchor));
    out.append(escape(content)).append("</text>");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
