package org.tiyun.engine.plan;

/**
 * What each operation means for one number: the oracle computes with it, constants are folded with
 * it, and the lanes are compared with it. StrictMath, so that every machine gives the same bits.
 */
public final class Arithmetic {
  private Arithmetic() {}

  public static double of(Op op, double x) {
    return switch (op) {
      case NEG -> -x;
      case NOT -> truth(x == 0);
      case ABS -> Math.abs(x);
      case EXP -> StrictMath.exp(x);
      case LOG -> StrictMath.log(x);
      case SQRT -> Math.sqrt(x);
      case LOGISTIC -> 1 / (1 + StrictMath.exp(-x));
      default -> throw new IllegalArgumentException(op.name());
    };
  }

  public static double of(Op op, double x, double y) {
    return switch (op) {
      case ADD -> x + y;
      case SUB -> x - y;
      case MUL -> x * y;
      case DIV -> x / y;
      case POW -> StrictMath.pow(x, y);
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
