package org.tiyun.view.map;

import java.util.List;
import org.tiyun.view.map.MoneyMap.Side;
import org.tiyun.words.Words;

/** Draws a money map as SVG: the same map always gives the same characters. */
public final class MapDrawing {
  private static final double MARGIN = 14;
  private static final double LEGEND = 560;

  private MapDrawing() {}

  /** The format of the picture: for a page, or upright for a telephone (390 units wide). */
  public enum Format {
    WIDE,
    NARROW,
    /** One of several side by side, without a legend of its own. */
    ALIGNED
  }

  /**
   * The map as an {@code <svg>} element, for a page that includes {@link MapStyle#CSS} once.
   *
   * @param prefix begins every id, so that several maps can stand in one page; letters and digits
   */
  public static String svg(MoneyMap map, Words words, Format format, String prefix) {
    return draw(MapLayout.of(map, words, format), prefix, "");
  }

  /** The map as a file of its own, with its stylesheet. */
  public static String file(MoneyMap map, Words words, Format format) {
    return draw(MapLayout.of(map, words, format), "map", MapStyle.CSS);
  }

  private static String draw(MapLayout layout, String prefix, String css) {
    Svg svg = new Svg();
    MoneyMap map = layout.map();
    open(
        svg,
        layout.frame().width(),
        layout.height(),
        prefix,
        map.title(),
        map.description(),
        layout.words(),
        css);
    content(svg, layout);
    return svg.close("svg").toString();
  }

  private static void open(
      Svg svg,
      double width,
      double height,
      String prefix,
      String title,
      String description,
      Words words,
      String css) {
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "tm",
        "role",
        "img",
        "viewBox",
        "0 0 " + Svg.number(width) + " " + Svg.number(height),
        "aria-labelledby",
        prefix + "-title " + prefix + "-desc",
        "lang",
        words.lang().tag());
    svg.open("title", "id", prefix + "-title").raw(Svg.escape(title)).close("title");
    svg.open("desc", "id", prefix + "-desc").raw(Svg.escape(description)).close("desc");
    if (!css.isEmpty()) {
      svg.open("style").raw(css).close("style");
    }
  }

  private static void content(Svg svg, MapLayout layout) {
    Frame frame = layout.frame();
    svg.leaf(
        "rect", "class", "tm-page", "width", frame.width(), "height", layout.height(), "rx", 8);
    layout.heading().forEach(line -> line.draw(svg));
    boundary(svg, layout);
    layout.routes().stream().filter(layout::inLoop).forEach(route -> PipeDrawing.glow(svg, route));
    layout.routes().forEach(route -> PipeDrawing.draw(svg, route));
    bodies(svg, layout);
    layout.boundaryText().forEach(line -> line.draw(svg));
    layout.labels().forEach(label -> label(svg, label, frame));
    layout.badge().ifPresent(badge -> badge.draw(svg, frame));
    layout.legend().ifPresent(legend -> legend.draw(svg));
  }

  /** The legend of maps in a row, as an {@code <svg>} element for the same page. */
  public static String legend(List<MoneyMap> maps, Words words, String prefix) {
    Legend legend = Legend.alone(maps, words, MARGIN, MARGIN, LEGEND);
    Svg svg = new Svg();
    String title = words.text("map.legend");
    open(svg, LEGEND + 2 * MARGIN, legend.bottom() + MARGIN, prefix, title, title, words, "");
    legend.draw(svg);
    return svg.close("svg").toString();
  }

  /**
   * A picture with a title and maps that are drawn alike below it.
   *
   * @param title of each row
   */
  public record Rows(String title, List<MoneyMap> maps) {}

  /** Rows of maps in {@link Format#ALIGNED} over one legend, as a file of its own. */
  public static String sheet(String title, List<Rows> rows, Words words) {
    Svg inside = new Svg();
    double y = 46;
    double width = LEGEND + 2 * MARGIN;
    StringBuilder described = new StringBuilder();
    for (Rows row : rows) {
      Point at = new Point(MARGIN, y + 22);
      new Line(row.title(), at, 16, false, "tm-bold").draw(inside);
      described.append(row.title()).append(". ");
      y += 34;
      double height = 0;
      double x = MARGIN;
      for (MoneyMap map : row.maps()) {
        MapLayout layout = MapLayout.of(map, words, Format.ALIGNED);
        inside.open("g", "transform", "translate(" + Svg.number(x) + " " + Svg.number(y) + ")");
        content(inside, layout);
        inside.close("g");
        described.append(map.title()).append(": ").append(map.description()).append(' ');
        x += layout.frame().width() + MARGIN;
        height = Math.max(height, layout.height());
      }
      width = Math.max(width, x);
      y += height + 8;
    }
    List<MoneyMap> all = rows.stream().flatMap(row -> row.maps().stream()).toList();
    Legend legend = Legend.alone(all, words, MARGIN, y, width - 2 * MARGIN);
    legend.draw(inside);
    Svg svg = new Svg();
    String text = described.toString().strip();
    open(svg, width, legend.bottom() + MARGIN, "map", title, text, words, MapStyle.CSS);
    svg.leaf("rect", "class", "tm-page", "width", width, "height", legend.bottom() + MARGIN);
    new Line(title, new Point(MARGIN, 32), 20, false, "tm-bold").draw(svg);
    return svg.raw(inside.toString()).close("svg").toString();
  }

  private static void boundary(Svg svg, MapLayout layout) {
    Box circle = layout.frame().circle();
    svg.leaf(
        "ellipse",
        "class",
        "tm-boundary",
        "cx",
        circle.centre().x(),
        "cy",
        circle.centre().y(),
        "rx",
        circle.width() / 2,
        "ry",
        circle.height() / 2);
  }

  private static void bodies(Svg svg, MapLayout layout) {
    for (int i = 0; i < layout.map().nodes().size(); i++) {
      MoneyMap.Node node = layout.map().nodes().get(i);
      switch (layout.bodies().get(node.id())) {
        case Body.Disc disc ->
            svg.leaf(
                "circle",
                "class",
                node.size().isPresent() ? "tm-disc" : "tm-disc tm-unknown",
                "data-party",
                node.id(),
                "cx",
                disc.centre().x(),
                "cy",
                disc.centre().y(),
                "r",
                disc.radius());
        case Body.Block block -> block(svg, node, block, layout.frame());
        case null -> throw new IllegalStateException(node.id());
      }
    }
    layout.names().forEach(name -> name.draw(svg));
  }

  private static void block(Svg svg, MoneyMap.Node node, Body.Block block, Frame frame) {
    boolean users = node.side() == Side.END_USERS;
    Box box = block.box();
    svg.leaf(
        "rect",
        "class",
        switch (node.side()) {
          case END_USERS -> "tm-block tm-block-users";
          case THING -> "tm-block tm-thing";
          case INSIDE -> "tm-block tm-inside";
          case OUTSIDE -> "tm-block";
        },
        "data-party",
        node.id(),
        "x",
        box.left(),
        "y",
        box.top(),
        "width",
        box.width(),
        "height",
        box.height(),
        "rx",
        9);
    double y = box.top() + 5 + frame.text();
    for (String line : block.name()) {
      svg.text(
          line,
          "class",
          users ? "tm-bold tm-on-users" : "tm-bold",
          "x",
          box.centre().x(),
          "y",
          y,
          "text-anchor",
          "middle",
          "font-size",
          frame.text());
      y += frame.text() * 1.2;
    }
    if (!node.sizeLabel().isEmpty()) {
      svg.text(
          node.sizeLabel(),
          "class",
          users ? "tm-on-users" : "tm-mute",
          "x",
          box.centre().x(),
          "y",
          y,
          "text-anchor",
          "middle",
          "font-size",
          NameTag.small(frame.text()));
    }
  }

  private static void label(Svg svg, Label label, Frame frame) {
    double size = frame.text();
    svg.open(
        "text",
        "class",
        "tm-halo tm-bold",
        "x",
        label.box().centre().x(),
        "y",
        label.box().centre().y() + size * 0.36,
        "text-anchor",
        "middle",
        "font-size",
        size);
    svg.raw(Svg.escape(label.text()));
    if (!label.mark().isEmpty()) {
      svg.open("tspan", "class", "tm-mute", "font-size", 9, "dy", -4)
          .raw(Svg.escape(" " + label.mark()));
      svg.raw("</tspan>");
    }
    svg.close("text");
  }
}
