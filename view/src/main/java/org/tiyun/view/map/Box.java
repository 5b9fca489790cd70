package org.tiyun.view.map;

/** An upright rectangle. */
record Box(double left, double top, double width, double height) {

  static Box around(Point centre, double width, double height) {
    return new Box(centre.x() - width / 2, centre.y() - height / 2, width, height);
  }

  double right() {
    return left + width;
  }

  double bottom() {
    return top + height;
  }

  Point centre() {
    return new Point(left + width / 2, top + height / 2);
  }

  boolean overlaps(Box other) {
    return left < other.right()
        && other.left < right()
        && top < other.bottom()
        && other.top < bottom();
  }

  boolean contains(Box other) {
    return left <= other.left
        && top <= other.top
        && right() >= other.right()
        && bottom() >= other.bottom();
  }

  boolean contains(Point point) {
    return left <= point.x() && point.x() <= right() && top <= point.y() && point.y() <= bottom();
  }

  Box grown(double margin) {
    return new Box(left - margin, top - margin, width + 2 * margin, height + 2 * margin);
  }

  /** Distance of a point from the rectangle, 0 inside. */
  double distance(Point point) {
    double dx = Math.max(0, Math.max(left - point.x(), point.x() - right()));
    double dy = Math.max(0, Math.max(top - point.y(), point.y() - bottom()));
    return Math.sqrt(dx * dx + dy * dy);
  }
}
