package org.tiyun.view.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.tiyun.view.map.MoneyMap.Category;
import org.tiyun.view.map.MoneyMap.Manner;
import org.tiyun.view.map.MoneyMap.Node;
import org.tiyun.view.map.MoneyMap.Pipe;
import org.tiyun.view.map.MoneyMap.Side;
import org.tiyun.view.text.Figures;
import org.tiyun.words.Words;

/**
 * How to read the picture, in its margin: only what occurs in it.
 *
 * @param parts drawn in order
 * @param bottom where it ends
 */
record Legend(List<Consumer<Svg>> parts, double bottom) {
  private static final double SAMPLE = 52;

  void draw(Svg svg) {
    parts.forEach(part -> part.accept(svg));
  }

  static Legend of(MoneyMap map, Words words, Frame frame) {
    double left = frame.narrow() ? 14 : frame.map().right() + 18;
    double top = frame.narrow() ? frame.map().bottom() + 14 : frame.map().top() + 16;
    Writer writer = new Writer(words, frame, left, top, frame.width() - left - 14);
    writer.line(words.text("map.legend"), "tm-bold", 2);
    if (frame.narrow()) {
      map.loop()
          .ifPresent(loop ->
              writer.glow(
                  words.say("map.legend.loop", "loop", loop.title(), "tightest", loop.tightest())));
    }
    writer.line(words.text("map.legend.arrow"), "tm-mute", 5);
    for (Manner manner : Manner.values()) {
      if (map.pipes().stream().anyMatch(p -> p.manner() == manner)) {
        writer.sample(8, manner, "tm-ink", words.text("map.manner." + key(manner)));
      }
    }
    writer.gap(7);
    for (Category category : Category.values()) {
      if (map.pipes().stream().anyMatch(p -> p.category() == category)) {
        writer.colour(MapStyle.colour(category), words.text("map.category." + key(category)));
      }
    }
    widths(map, words, frame, writer);
    writer.gap(6);
    writer.line(map.sizes(), "tm-mute", 1);
    if (map.nodes().stream().anyMatch(Legend::unknown)) {
      writer.line(words.text("map.legend.unknown"), "tm-mute", 1);
    }
    return new Legend(List.copyOf(writer.parts), writer.y);
  }

  private static boolean unknown(Node node) {
    return node.side() == Side.INSIDE && node.size().isEmpty();
  }

  /** Three round amounts with the widths that they have in this picture. */
  private static void widths(MoneyMap map, Words words, Frame frame, Writer writer) {
    double widest = map.pipes().stream().mapToDouble(Pipe::width).max().orElse(0);
    if (widest <= 0) {
      return;
    }
    writer.gap(7);
    Figures figures = new Figures(words.lang());
    double round = Math.pow(10, Math.floor(Math.log10(widest)));
    double most = widest >= 5 * round ? 5 * round : widest >= 2 * round ? 2 * round : round;
    for (double amount : new double[] {most, most / 10, most / 100}) {
      String money = figures.money(amount);
      String text = map.yearly() ? words.say("map.per_year", "amount", money) : money;
      writer.sample(Routes.width(amount, widest, frame), Manner.CONTRACT, "tm-ink", text);
    }
    writer.line(words.text("map.legend.width"), "tm-mute", 1);
  }

  static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** Adds lines from the top down. */
  private static final class Writer {
    private final List<Consumer<Svg>> parts = new ArrayList<>();
    private final double left;
    private final double width;
    private final double size;
    private double y;

    Writer(Words words, Frame frame, double left, double top, double width) {
      this.left = left;
      this.width = width;
      this.size = frame.narrow() ? 11.5 : 13.5;
      this.y = top;
    }

    void gap(double gap) {
      y += gap;
    }

    void line(String text, String look, double after) {
      List<Line> lines = Line.paragraph(text, new Point(left, y + size), size, width, false, look);
      lines.forEach(line -> parts.add(line::draw));
      y += lines.size() * size * 1.35 + after;
    }

    void sample(double pipe, Manner manner, String colour, String text) {
      sample(pipe, colour, text, (svg, curve) -> PipeDrawing.body(svg, curve, pipe, manner));
    }

    void colour(String colour, String text) {
      sample(
          7,
          colour,
          text,
          (svg, curve) ->
              svg.leaf("path", "class", "tm-pipe", "d", Svg.path(curve), "stroke-width", 7.0));
    }

    void glow(String text) {
      sample(
          12,
          "tm-ink",
          text,
          (svg, curve) ->
              svg.leaf("path", "class", "tm-glow", "d", Svg.path(curve), "stroke-width", 12.0));
    }

    private void sample(double pipe, String colour, String text, BiConsumer<Svg, Curve> drawing) {
      double indent = SAMPLE + 10;
      List<Line> lines =
          Line.paragraph(
              text, new Point(left + indent, y + size), size, width - indent, false, "tm-text");
      double height = Math.max(lines.size() * size * 1.35, Math.max(19, pipe + 4));
      double middle = y + size * 0.68;
      Curve curve = Curve.bent(new Point(left, middle), new Point(left + SAMPLE, middle), 0);
      parts.add(svg -> {
        svg.open("g", "class", colour);
        drawing.accept(svg, curve);
        svg.close("g");
        lines.forEach(line -> line.draw(svg));
      });
      y += height;
    }
  }
}
