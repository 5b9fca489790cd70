package org.tiyun.view.map;

import org.tiyun.view.map.MoneyMap.Side;
import org.tiyun.words.Words;

/** Draws a money map as SVG: the same map always gives the same characters. */
public final class MapDrawing {
  private MapDrawing() {}

  /** The format of the picture: for a page, or upright for a telephone (390 units wide). */
  public enum Format {
    WIDE,
    NARROW
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
    Frame frame = layout.frame();
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "tm",
        "role",
        "img",
        "viewBox",
        "0 0 " + Svg.number(frame.width()) + " " + Svg.number(layout.height()),
        "aria-labelledby",
        prefix + "-title " + prefix + "-desc",
        "lang",
        layout.words().lang().tag());
    svg.open("title", "id", prefix + "-title").raw(Svg.escape(map.title())).close("title");
    svg.open("desc", "id", prefix + "-desc").raw(Svg.escape(map.description())).close("desc");
    if (!css.isEmpty()) {
      svg.open("style").raw(css).close("style");
    }
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
    layout.legend().draw(svg);
    return svg.close("svg").toString();
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
        users ? "tm-block tm-block-users" : "tm-block",
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
