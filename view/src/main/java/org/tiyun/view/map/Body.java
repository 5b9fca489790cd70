package org.tiyun.view.map;

import java.util.List;

/** The outline of a party in the picture. */
sealed interface Body {

  Point centre();

  /** Distance of a point from the outline, 0 inside. */
  double distance(Point point);

  /** The smallest box around it. */
  Box box();

  /** A firm of the circle. */
  record Disc(Point centre, double radius) implements Body {
    @Override
    public double distance(Point point) {
      return Math.max(0, centre.distance(point) - radius);
    }

    @Override
    public Box box() {
      return Box.around(centre, 2 * radius, 2 * radius);
    }
  }

  /** A group outside the circle, with its name written in lines inside. */
  record Block(Box box, List<String> name) implements Body {
    @Override
    public Point centre() {
      return box.centre();
    }

    @Override
    public double distance(Point point) {
      return box.distance(point);
    }
  }
}
