package org.tiyun.engine.plan;

import org.tiyun.language.elementary.Elementary;

/**
 * What each operation means for one number: the oracle computes with it, constants are folded with
 * it, and the lanes are compared with it.
 */
public final class Arithmetic {
  private Arithmetic() {}

  public static double of(Op op, double x) {
    return switch (op) {
      case NEG -> -x;
      case NOT -> truth(x == 0);
      case ABS -> Math.abs(x);
      case EXP -> Elementary.exp(x);
      case LOG -> Elementary.log(x);
      case SQRT -> Math.sqrt(x);
      case LOGISTIC -> 1 / (1 + Elementary.exp(-x));
      default -> throw new IllegalArgumentException(op.name());
    };
  }

  public static double of(Op op, double x, double y) {
    return switch (op) {
      case ADD -> x + y;
      case SUB -> x - y;
      case MUL -> x * y;
      case DIV -> x / y;
      case POW -> Elementary.pow(x, y);
      case MIN -> Math.min(x, y);
      case MAX -> Math.max(x, y);
      case LT -> truth(x < y);
      case LE -> truth(x <= y);
      case GT -> truth(x > y);
      case GE -> truth(x >= y);
      case EQ -> truth(x == y);
      case NE -> truth(x != y);
      default -> throw new IllegalArgumentException(op.name());
    };
  }

  private static double truth(boolean holds) {
    return holds ? 1.0 : 0.0;
  }
}
