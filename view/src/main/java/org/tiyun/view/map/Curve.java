package org.tiyun.view.map;

/** A quadratic curve: the middle line of a pipe. */
record Curve(Point start, Point control, Point end) {

  /** A curve that bends by a part of its length to its own left, so that a pair's two part. */
  static Curve bent(Point start, Point end, double bend) {
    double dx = end.x() - start.x();
    double dy = end.y() - start.y();
    Point middle = start.towards(end, 0.5);
    return new Curve(start, middle.plus(dy * bend, -dx * bend), end);
  }

  /** The point at parameter 0 to 1. */
  Point at(double u) {
    double a = (1 - u) * (1 - u);
    double b = 2 * u * (1 - u);
    double c = u * u;
    return new Point(
        a * start.x() + b * control.x() + c * end.x(),
        a * start.y() + b * control.y() + c * end.y());
  }

  /** Length, by a polyline of 32 pieces. */
  double length() {
    double sum = 0;
    Point last = start;
    for (int i = 1; i <= 32; i++) {
      Point next = at(i / 32.0);
      sum += last.distance(next);
      last = next;
    }
    return sum;
  }

  /** The piece between two parameters, itself a quadratic curve. */
  Curve between(double from, double to) {
    Point a = at(from);
    Point b = at(to);
    double t = to == from ? 0 : (to - from);
    // The tangent at the start, scaled to the piece, leads to its control point.
    double tx = 2 * ((1 - from) * (control.x() - start.x()) + from * (end.x() - control.x()));
    double ty = 2 * ((1 - from) * (control.y() - start.y()) + from * (end.y() - control.y()));
    return new Curve(a, a.plus(tx * t / 2, ty * t / 2), b);
  }
}
