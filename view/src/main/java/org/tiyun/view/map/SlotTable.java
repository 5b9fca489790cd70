package org.tiyun.view.map;

import java.util.List;

/**
 * Distances and crossings between slots, reckoned once: a search asks for them millions of times.
 */
final class SlotTable {
  private final int count;
  private final double[] distance;
  private final double[] beside;
  private final byte[] side;

  SlotTable(List<Point> slots) {
    count = slots.size();
    distance = new double[count * count];
    beside = new double[count * count * count];
    side = new byte[count * count * count];
    for (int a = 0; a < count; a++) {
      for (int b = 0; b < count; b++) {
        Point p = slots.get(a);
        Point q = slots.get(b);
        distance[a * count + b] = p.distance(q);
        for (int c = 0; c < count; c++) {
          Point r = slots.get(c);
          int at = (a * count + b) * count + c;
          beside[at] = r.distance(p, q);
          side[at] =
              (byte)
                  Math.signum(
                      (q.x() - p.x()) * (r.y() - p.y()) - (q.y() - p.y()) * (r.x() - p.x()));
        }
      }
    }
  }

  double distance(int a, int b) {
    return distance[a * count + b];
  }

  /** Distance of a slot from the straight line between two others. */
  double beside(int from, int to, int slot) {
    return beside[(from * count + to) * count + slot];
  }

  /** Whether two lines between slots cross, all four slots being different. */
  boolean crosses(int a, int b, int c, int d) {
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
  }

  /** The side of the line from a to b on which c lies: -1, 0 or 1. */
  int side(int a, int b, int c) {
    return side[(a * count + b) * count + c];
  }
}
