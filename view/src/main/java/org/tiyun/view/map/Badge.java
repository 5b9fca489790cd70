package org.tiyun.view.map;

import java.util.ArrayList;
import java.util.List;

/** The sign of the underlaid loop: its name and its tightest link. */
record Badge(MoneyMap.Loop loop, Box box) {

  /** As near to the middle of the loop as other things allow. */
  static Badge place(
      MoneyMap.Loop loop, List<Body> members, Frame frame, List<Box> taken, List<Route> routes) {
    double width =
        28
            + Math.max(
                Letters.width(loop.title(), frame.text(), true),
                Letters.width(loop.tightest(), NameTag.small(frame.text()), false));
    double height = frame.text() * 3.4;
    double x =
        members.stream().mapToDouble(b -> b.centre().x()).average().orElse(frame.centre().x());
    double y =
        members.stream().mapToDouble(b -> b.centre().y()).average().orElse(frame.centre().y());
    Point middle = new Point(x, y);
    Box best = Box.around(middle, width, height);
    double least = Double.POSITIVE_INFINITY;
    for (Point candidate : around(middle)) {
      Box box = Box.around(candidate, width, height);
      double cost = candidate.distance(middle) / 12 + 1.5 * onRoutes(box, routes);
      cost += frame.map().contains(box) ? 0 : 1000;
      cost += 1000 * taken.stream().filter(box::overlaps).count();
      if (cost < least) {
        least = cost;
        best = box;
      }
    }
    return new Badge(loop, best);
  }

  private static List<Point> around(Point middle) {
    List<Point> points = new ArrayList<>();
    for (int row = -16; row <= 16; row++) {
      for (int column = -16; column <= 16; column++) {
        points.add(middle.plus(column * 14, row * 14));
      }
    }
    return points;
  }

  private static double onRoutes(Box box, List<Route> routes) {
    double hits = 0;
    for (Route route : routes) {
      for (int i = 0; i <= 30; i++) {
        hits += box.distance(route.curve().at(i / 30.0)) <= route.width() / 2 ? 1 : 0;
      }
      // An arrowhead is what tells payer from payee: a badge never hides one if it can help it.
      hits += box.distance(route.tip()) <= route.head() ? 15 : 0;
    }
    return hits;
  }

  void draw(Svg svg, Frame frame) {
    svg.leaf(
        "rect",
        "class",
        "tm-badge",
        "x",
        box.left(),
        "y",
        box.top(),
        "width",
        box.width(),
        "height",
        box.height(),
        "rx",
        box.height() / 2);
    double y = box.top() + box.height() * 0.44;
    svg.text(
        loop.title(),
        "class",
        "tm-bold",
        "x",
        box.centre().x(),
        "y",
        y,
        "text-anchor",
        "middle",
        "font-size",
        frame.text());
    svg.text(
        loop.tightest(),
        "class",
        "tm-mute",
        "x",
        box.centre().x(),
        "y",
        y + frame.text() * 1.35,
        "text-anchor",
        "middle",
        "font-size",
        NameTag.small(frame.text()));
  }
}
