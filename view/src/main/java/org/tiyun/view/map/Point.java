package org.tiyun.view.map;

/** A place in the picture, in user units; y grows downwards. */
record Point(double x, double y) {

  Point plus(double dx, double dy) {
    return new Point(x + dx, y + dy);
  }

  /** The point at a part of the way to another one. */
  Point towards(Point other, double part) {
    return new Point(x + (other.x - x) * part, y + (other.y - y) * part);
  }

  double distance(Point other) {
    return Math.sqrt((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y));
  }

  /** Distance from the straight line between two points. */
  double distance(Point from, Point to) {
    double dx = to.x - from.x;
    double dy = to.y - from.y;
    double square = dx * dx + dy * dy;
    double part = square == 0 ? 0 : ((x - from.x) * dx + (y - from.y) * dy) / square;
    return distance(from.towards(to, Math.clamp(part, 0, 1)));
  }
}
