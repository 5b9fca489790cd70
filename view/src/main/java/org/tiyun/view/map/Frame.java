package org.tiyun.view.map;

/**
 * The measures of one format of the picture, in user units.
 *
 * @param map the part of the picture for the map itself
 * @param circle the bounding box of the boundary ellipse
 * @param disc radius of the largest disc
 * @param pipe width of the widest pipe
 * @param text size of labels
 */
record Frame(
    MapDrawing.Format format,
    double width,
    Box map,
    Box circle,
    double disc,
    double pipe,
    double text) {

  static Frame of(MapDrawing.Format format, int outsiders) {
    // Few stand in one column, many in two; without any the circle takes it all.
    double left = outsiders == 0 ? 24 : 170;
    double right = outsiders <= 4 ? 958 : 810;
    double upper = outsiders > 3 ? 66 : 0;
    double lower = outsiders > 0 ? 70 : 0;
    return switch (format) {
      case WIDE ->
          new Frame(
              format,
              1240,
              new Box(16, 74, 950, 770),
              new Box(left, 116, right - left, 690),
              56,
              19,
              14);
      case NARROW ->
          new Frame(
              format,
              390,
              new Box(4, 92, 382, 610 + lower + upper),
              new Box(6, 140 + upper, 378, 550),
              34,
              11,
              11);
      case ALIGNED ->
          new Frame(format, 372, new Box(4, 44, 364, 384), new Box(110, 112, 152, 298), 34, 13, 12);
    };
  }

  /** Upright, with small texts. */
  boolean narrow() {
    return format != MapDrawing.Format.WIDE;
  }

  /** One of several in a row: every party is a block, and the legend stands apart. */
  boolean aligned() {
    return format == MapDrawing.Format.ALIGNED;
  }

  /** The same further down. */
  Frame down(double dy) {
    Box lower = new Box(map.left(), map.top() + dy, map.width(), map.height());
    Box ring = new Box(circle.left(), circle.top() + dy, circle.width(), circle.height());
    return new Frame(format, width, lower, ring, disc, pipe, text);
  }

  Point centre() {
    return circle.centre();
  }

  /** How far out a point is: below 1 inside the boundary, above 1 outside. */
  double reach(Point point, double margin) {
    double x = (point.x() - centre().x()) / (circle.width() / 2 - margin);
    double y = (point.y() - centre().y()) / (circle.height() / 2 - margin);
    return Math.sqrt(x * x + y * y);
  }
}
