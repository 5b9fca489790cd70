package org.tiyun.view.map;

import java.util.ArrayList;
import java.util.List;

/**
 * The places that a party can take: a honeycomb inside the boundary, columns or rows outside it.
 */
final class Slots {
  private static final double BLOCK = 140;
  private static final double NARROW_BLOCK = 118;
  private static final double ALIGNED_BLOCK = 92;

  private Slots() {}

  static double blockWidth(Frame frame) {
    return switch (frame.format()) {
      case WIDE -> BLOCK;
      case NARROW -> NARROW_BLOCK;
      case ALIGNED -> ALIGNED_BLOCK;
    };
  }

  /** At least so many places inside, two thirds more where room allows. */
  static List<Point> inside(Frame frame, int parties) {
    double spacing =
        Math.sqrt(frame.circle().width() * frame.circle().height() / (parties * 1.5 + 4));
    List<Point> slots = honeycomb(frame, spacing);
    while (slots.size() < parties + parties / 2) {
      spacing *= 0.95;
      slots = honeycomb(frame, spacing);
    }
    return slots;
  }

  private static List<Point> honeycomb(Frame frame, double spacing) {
    List<Point> slots = new ArrayList<>();
    double rise = spacing * 0.8;
    int rows = (int) (frame.circle().height() / rise / 2) + 1;
    int columns = (int) (frame.circle().width() / spacing / 2) + 1;
    for (int row = -rows; row <= rows; row++) {
      for (int column = -columns; column <= columns; column++) {
        double shift = row % 2 == 0 ? 0 : spacing / 2;
        Point slot = frame.centre().plus(column * spacing + shift, row * rise);
        if (frame.reach(slot, frame.narrow() ? 30 : 46) <= 1) {
          slots.add(slot);
        }
      }
    }
    return slots;
  }

  /** Places outside: two columns beside a wide circle, rows above and below a narrow one. */
  static List<Point> outside(Frame frame, int parties) {
    return frame.narrow() ? rows(frame, parties) : columns(frame, parties);
  }

  private static List<Point> columns(Frame frame, int parties) {
    List<Point> slots = new ArrayList<>();
    boolean one = parties <= 4;
    int each = one ? 6 : Math.max(5, (parties + 1) / 2);
    double left = frame.map().left() + BLOCK / 2;
    double right = frame.map().right() - BLOCK / 2;
    for (int i = 0; i < each; i++) {
      double y = frame.map().top() + 60 + i * (frame.map().height() - 100) / (each - 1);
      slots.add(new Point(left, y));
      if (!one) {
        slots.add(new Point(right, y));
      }
    }
    return slots;
  }

  private static List<Point> rows(Frame frame, int parties) {
    List<Point> slots = new ArrayList<>();
    int lines = Math.max(1, (parties + 5) / 6);
    for (int line = 0; line < lines; line++) {
      for (int i = 0; i < 3; i++) {
        double x =
            frame.map().left() + NARROW_BLOCK / 2 + i * (frame.map().width() - NARROW_BLOCK) / 2;
        slots.add(new Point(x, frame.map().bottom() - 24 + line * 50));
        if (parties > 3) {
          slots.add(new Point(x, frame.map().top() + 24 - line * 50));
        }
      }
    }
    return slots;
  }
}
