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
    Writer writer = new Writer(left, top, frame.width() - left - 14, frame.narrow() ? 11.5 : 13.5);
    writer.line(words.text("map.legend"), "tm-bold", 2);
    if (frame.narrow()) {
      map.loop()
          .ifPresent(loop ->
              writer.glow(
                  words.say("map.legend.loop", "loop", loop.title(), "tightest", loop.tightest())));
    }
    return of(List.of(map), words, frame, writer);
  }

  /** One legend for maps in a row, which all are read alike. */
  static Legend alone(List<MoneyMap> maps, Words words, double left, double top, double width) {
    Writer writer = new Writer(left, top, width, 13);
    writer.line(words.text("map.legend"), "tm-bold", 2);
    return of(maps, words, Frame.of(MapDrawing.Format.ALIGNED, 0), writer);
  }

  private static Legend of(List<MoneyMap> maps, Words words, Frame frame, Writer writer) {
    MoneyMap first = maps.getFirst();
    List<Pipe> pipes = maps.stream().flatMap(map -> map.pipes().stream()).toList();
    List<Node> nodes = maps.stream().flatMap(map -> map.nodes().stream()).toList();
    writer.line(words.text("map.legend.arrow"), "tm-mute", 5);
    for (Manner manner : Manner.values()) {
      if (pipes.stream().anyMatch(p -> p.manner() == manner)) {
        writer.sample(8, manner, "tm-ink", words.text("map.manner." + key(manner)));
      }
    }
    writer.gap(7);
    for (Category category : Category.values()) {
      if (pipes.stream().anyMatch(p -> p.category() == category)) {
        String usual = words.text("map.category." + key(category));
        String said =
            first.row().map(row -> row.kinds().getOrDefault(category, usual)).orElse(usual);
        writer.colour(MapStyle.colour(category), said);
      }
    }
    widths(first, words, frame, writer);
    writer.gap(6);
    writer.line(first.sizes(), "tm-mute", 1);
    if (nodes.stream().anyMatch(Legend::unknown) && first.row().isEmpty()) {
      writer.line(words.text("map.legend.unknown"), "tm-mute", 1);
    }
    if (nodes.stream().anyMatch(node -> node.side() == Side.THING)) {
      writer.line(words.text("map.legend.thing"), "tm-mute", 1);
    }
    return new Legend(List.copyOf(writer.parts), writer.y);
  }

  private static boolean unknown(Node node) {
    return node.side() == Side.INSIDE && node.size().isEmpty();
  }

  /** Three round amounts with the widths that they have in this picture. */
  private static void widths(MoneyMap map, Words words, Frame frame, Writer writer) {
    double widest = map.widest();
    if (widest <= 0) {
      return;
    }
    writer.gap(7);
    double round = Math.pow(10, Math.floor(Math.log10(widest)));
    double most = widest >= 5 * round ? 5 * round : widest >= 2 * round ? 2 * round : round;
    for (double amount : new double[] {most, most / 10, most / 100}) {
      writer.sample(
          Routes.width(amount, widest, frame),
          Manner.CONTRACT,
          "tm-ink",
          amount(map, words, amount));
    }
    writer.line(words.text("map.legend.width"), "tm-mute", 1);
  }

  private static String amount(MoneyMap map, Words words, double amount) {
    Figures figures = new Figures(words.lang());
    if (map.row().isPresent()) {
      return words.say("map.legend.share", "share", figures.percent(amount));
    }
    String money = figures.money(amount);
    return map.yearly() ? words.say("map.per_year", "amount", money) : money;
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

    Writer(double left, double top, double width, double size) {
      this.left = left;
      this.width = width;
      this.size = size;
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
