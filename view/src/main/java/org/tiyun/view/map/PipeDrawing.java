package org.tiyun.view.map;

import org.tiyun.view.map.MoneyMap.Manner;

/** Draws pipes: filled with dots, hollow, dashed or a hairline, each with its arrowhead. */
final class PipeDrawing {
  private static final double WALL = 2.6;
  private static final double DOTS_APART = 19;

  private PipeDrawing() {}

  static void glow(Svg svg, Route route) {
    Curve way = new Curve(route.curve().start(), route.curve().control(), route.tip());
    svg.leaf("path", "class", "tm-glow", "d", Svg.path(way), "stroke-width", route.width() + 13);
  }

  static void draw(Svg svg, Route route) {
    // The payer and payee let a page lead from the drawing to the evidence.
    svg.open(
        "g",
        "class",
        "tm-pay " + MapStyle.colour(route.pipe().category()),
        "data-payer",
        route.pipe().payer(),
        "data-payee",
        route.pipe().payee(),
        "data-kind",
        Legend.key(route.pipe().category()),
        "data-label",
        route.pipe().label());
    body(svg, route.curve(), route.width(), route.pipe().manner());
    head(svg, route);
    svg.close("g");
  }

  /** The pipe without its arrowhead; also the legend's samples. */
  static void body(Svg svg, Curve curve, double width, Manner manner) {
    String way = Svg.path(curve);
    switch (manner) {
      case PAID -> {
        svg.leaf("path", "class", "tm-pipe", "d", way, "stroke-width", width);
        dots(svg, curve, width);
      }
      case CONTRACT -> hollow(svg, way, width, "tm-pipe");
      case INTENT -> hollow(svg, way, width, "tm-pipe tm-dashed");
      case UNDISCLOSED -> svg.leaf("path", "class", "tm-hair", "d", way);
    }
  }

  private static void hollow(Svg svg, String way, double width, String wall) {
    double outer = Math.max(width, 3.8);
    svg.leaf("path", "class", wall, "d", way, "stroke-width", outer);
    svg.leaf("path", "class", "tm-bore", "d", way, "stroke-width", outer - WALL);
  }

  /** White dots at equal distances mean that money moved. */
  private static void dots(Svg svg, Curve curve, double width) {
    double length = curve.length();
    int count = (int) Math.max(1, Math.floor(length / DOTS_APART));
    double radius = Math.max(0.9, width * 0.17);
    double next = length / count / 2;
    double gone = 0;
    Point last = curve.start();
    for (int i = 1; i <= 200; i++) {
      Point point = curve.at(i / 200.0);
      gone += last.distance(point);
      last = point;
      if (gone >= next) {
        svg.leaf("circle", "class", "tm-dot", "cx", point.x(), "cy", point.y(), "r", radius);
        next += length / count;
      }
    }
  }

  private static void head(Svg svg, Route route) {
    Point base = route.curve().end();
    Point tip = route.tip();
    double length = Math.max(base.distance(tip), 0.1);
    double x = (tip.x() - base.x()) / length * route.head();
    double y = (tip.y() - base.y()) / length * route.head();
    String outline =
        "M" + point(tip) + "L" + point(base.plus(-y, x)) + "L" + point(base.plus(y, -x)) + "Z";
    boolean full = route.pipe().manner() == Manner.PAID;
    svg.leaf("path", "class", full ? "tm-head tm-full" : "tm-head tm-hollow", "d", outline);
  }

  private static String point(Point point) {
    return Svg.number(point.x()) + "," + Svg.number(point.y());
  }
}
