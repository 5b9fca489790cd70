package org.tiyun.view.map;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Moves and stretches the firms as a whole until they fill the boundary: as wide and as high as can
 * be with every disc and the name under it still inside.
 */
record Spread(double wide, double high, double right, double down) {
  private static final int STRETCHES = 12;
  private static final int SHIFTS = 10;

  /** The best of a fixed grid of moves; standing still where none fits. */
  static Spread of(Frame frame, List<Point> firms, List<Double> radius) {
    Spread best = new Spread(1, 1, 0, 0);
    double most = 0;
    for (int w = 0; w <= STRETCHES; w++) {
      for (int h = 0; h <= STRETCHES; h++) {
        for (int x = -SHIFTS; x <= SHIFTS; x++) {
          for (int y = -SHIFTS; y <= SHIFTS; y++) {
            Spread spread = new Spread(1 + w * 0.04, 1 + h * 0.04, x * 10, y * 10);
            // Standing in the middle breaks ties.
            double gain = spread.wide * spread.high - 1e-4 * (Math.abs(x) + Math.abs(y));
            if (gain > most && spread.fits(frame, firms, radius)) {
              most = gain;
              best = spread;
            }
          }
        }
      }
    }
    return best;
  }

  Point move(Frame frame, Point point) {
    Point centre = frame.centre();
    return centre.plus(
        (point.x() - centre.x()) * wide + right, (point.y() - centre.y()) * high + down);
  }

  private boolean fits(Frame frame, List<Point> firms, List<Double> radius) {
    return IntStream.range(0, firms.size())
        .allMatch(i ->
            frame.reach(move(frame, firms.get(i)), Math.min(radius.get(i), 40) + 2 * frame.text())
                <= 1);
  }
}
