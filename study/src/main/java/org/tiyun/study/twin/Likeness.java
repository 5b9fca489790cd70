package org.tiyun.study.twin;

import java.util.Locale;

/** How the moves of two machines compare. */
public enum Likeness {
  SAME,
  OPPOSITE,
  /** The first moves and the second stands still. */
  FIRST_ONLY,
  /** The second moves and the first stands still. */
  SECOND_ONLY,
  NEITHER,
  UNKNOWN;

  public static Likeness of(Move first, Move second) {
    if (first == Move.UNKNOWN || second == Move.UNKNOWN) {
      return UNKNOWN;
    }
    if (first == second) {
      return first == Move.FLAT ? NEITHER : SAME;
    }
    return first == Move.FLAT ? SECOND_ONLY : second == Move.FLAT ? FIRST_ONLY : OPPOSITE;
  }

  /** Whether both are known and do not do the same. */
  public boolean breaks() {
    return switch (this) {
      case OPPOSITE, FIRST_ONLY, SECOND_ONLY -> true;
      case SAME, NEITHER, UNKNOWN -> false;
    };
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
