package org.tiyun.view.map;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of plain text.
 *
 * @param at where its baseline starts, or its middle where {@code middle}
 * @param look classes of its style
 */
record Line(String text, Point at, double size, boolean middle, String look) {

  /** A paragraph in lines no wider than given, the first baseline at a point. */
  static List<Line> paragraph(
      String text, Point at, double size, double width, boolean middle, String look) {
    List<Line> lines = new ArrayList<>();
    Point next = at;
    for (String line : Letters.lines(text, size, look.contains("bold"), width)) {
      lines.add(new Line(line, next, size, middle, look));
      next = next.plus(0, size * 1.35);
    }
    return lines;
  }

  /** What the line covers. */
  Box box() {
    double width = Letters.width(text, size, look.contains("bold"));
    double left = middle ? at.x() - width / 2 : at.x();
    return new Box(left, at.y() - size, width, size * 1.3);
  }

  void draw(Svg svg) {
    svg.text(
        text,
        "class",
        look,
        "x",
        at.x(),
        "y",
        at.y(),
        "text-anchor",
        middle ? "middle" : "start",
        "font-size",
        size);
  }
}
