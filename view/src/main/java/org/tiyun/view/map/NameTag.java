package org.tiyun.view.map;

import java.util.List;
import org.tiyun.view.map.MoneyMap.Node;

/**
 * A firm's name and size: in the disc where they fit, else beside it.
 *
 * @param box what both cover
 * @param text size of the name
 */
record NameTag(Node node, Box box, double text) {
  private static final double LEADING = 1.22;

  static double small(double text) {
    return Math.max(11, text - 1);
  }

  /** Beside a disc it takes the side freest of others and of pipes: below, above, right, left. */
  static NameTag place(
      Node node, Body.Disc disc, Frame frame, List<Box> taken, List<Route> routes) {
    for (double large : new double[] {frame.text() + 2.5, frame.text(), frame.text() - 1.5}) {
      Box within = Box.around(disc.centre(), width(node, large), height(node, large));
      double diagonal =
          Math.sqrt(within.width() * within.width() + within.height() * within.height());
      if (large >= 11 && diagonal <= 2 * disc.radius() + 2) {
        return new NameTag(node, within, large);
      }
    }
    double text = frame.text();
    double width = width(node, text);
    double height = height(node, text);
    double down = disc.radius() + 3 + height / 2;
    double side = disc.radius() + 4 + width / 2;
    double part = width * 0.35;
    double[][] moves = {
      {0, down},
      {0, -down},
      {side, 0},
      {-side, 0},
      {part, down},
      {-part, down},
      {part, -down},
      {-part, -down},
      {0, 2 * down},
      {0, -2 * down},
      {side, height},
      {-side, height},
      {side, -height},
      {-side, -height},
      {side, height / 2},
      {-side, height / 2},
      {side, -height / 2},
      {-side, -height / 2}
    };
    Box best = Box.around(disc.centre(), width, height);
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < moves.length; i++) {
      Box box = Box.around(disc.centre().plus(moves[i][0], moves[i][1]), width, height);
      double cost = i * 0.35 + hits(box, routes);
      cost += frame.map().contains(box) ? 0 : 1000;
      cost += 500 * taken.stream().filter(box::overlaps).count();
      if (cost < least) {
        least = cost;
        best = box;
      }
    }
    return new NameTag(node, best, text);
  }

  private static double hits(Box box, List<Route> routes) {
    double cost = 0;
    for (Route route : routes) {
      for (int i = 0; i <= 20; i++) {
        cost += box.distance(route.curve().at(i / 20.0)) <= route.width() / 2 ? 0.4 : 0;
      }
      cost += box.contains(route.tip()) ? 1.5 : 0;
    }
    return cost;
  }

  void draw(Svg svg) {
    double y = box.top() + text * 0.98;
    svg.text(
        node.name(),
        "class",
        "tm-halo tm-bold",
        "x",
        box.centre().x(),
        "y",
        y,
        "text-anchor",
        "middle",
        "font-size",
        text);
    if (!node.sizeLabel().isEmpty()) {
      svg.text(
          node.sizeLabel(),
          "class",
          "tm-halo tm-mute",
          "x",
          box.centre().x(),
          "y",
          y + small(text) * 1.18,
          "text-anchor",
          "middle",
          "font-size",
          small(text));
    }
  }

  private static double width(Node node, double text) {
    return Math.max(
        Letters.width(node.name(), text, true),
        Letters.width(node.sizeLabel(), small(text), false));
  }

  private static double height(Node node, double text) {
    return text * LEADING + (node.sizeLabel().isEmpty() ? 0 : small(text) * LEADING);
  }
}
