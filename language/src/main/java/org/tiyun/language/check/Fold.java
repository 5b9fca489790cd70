package org.tiyun.language.check;

import java.util.List;
import org.tiyun.language.elementary.Elementary;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.Expr.BinaryOp;
import org.tiyun.language.model.Expr.UnaryOp;

/**
 * Expressions put together, with what is constant worked out at once where it is a number: to the
 * bits that the engine would give.
 */
final class Fold {
  private Fold() {}

  static Expr binary(BinaryOp op, Expr a, Expr b) {
    if (a instanceof Expr.Const x && b instanceof Expr.Const y) {
      double value = value(op, x.value(), y.value());
      if (Double.isFinite(value)) {
        return new Expr.Const(value);
      }
    }
    return new Expr.Binary(op, a, b);
  }

  static Expr unary(UnaryOp op, Expr a) {
    if (a instanceof Expr.Const x) {
      double value = value(op, x.value());
      if (Double.isFinite(value)) {
        return new Expr.Const(value);
      }
    }
    return new Expr.Unary(op, a);
  }

  /** Joins terms two by two, so that the tree stays low however many there are. */
  static Expr balanced(BinaryOp op, List<Expr> terms, double empty) {
    if (terms.isEmpty()) {
      return new Expr.Const(empty);
    }
    if (terms.size() == 1) {
      return terms.get(0);
    }
    int half = (terms.size() + 1) / 2;
    return binary(
        op,
        balanced(op, terms.subList(0, half), empty),
        balanced(op, terms.subList(half, terms.size()), empty));
  }

  static double value(BinaryOp op, double a, double b) {
    return switch (op) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> a / b;
      case POW -> Elementary.pow(a, b);
      case MIN -> Math.min(a, b);
      case MAX -> Math.max(a, b);
      case LT -> truth(a < b);
      case LE -> truth(a <= b);
      case GT -> truth(a > b);
      case GE -> truth(a >= b);
      case EQ -> truth(a == b);
      case NE -> truth(a != b);
      case AND -> truth(a != 0 && b != 0);
      case OR -> truth(a != 0 || b != 0);
    };
  }

  static double value(UnaryOp op, double a) {
    return switch (op) {
      case NEG -> -a;
      case NOT -> truth(a == 0);
      case ABS -> Math.abs(a);
      case EXP -> Elementary.exp(a);
      case LOG -> Elementary.log(a);
      case SQRT -> Math.sqrt(a);
      case LOGISTIC -> 1 / (1 + Elementary.exp(-a));
    };
  }

  static double truth(boolean b) {
    return b ? 1 : 0;
  }
}
