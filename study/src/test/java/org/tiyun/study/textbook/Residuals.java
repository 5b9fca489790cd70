package org.tiyun.study.textbook;

import org.tiyun.engine.Run;
import org.tiyun.language.model.Equation;
import org.tiyun.language.model.Expr;

/** Puts a run's values back into the equations as written, without any plan. */
final class Residuals {
  private final Run run;
  private final int period;

  private Residuals(Run run, int period) {
    this.run = run;
    this.period = period;
  }

  /**
   * Largest difference of the two sides of any equation, relative to the larger of 1 and the left.
   */
  static double largest(Run run) {
    double largest = 0;
    for (int t = 1; t <= run.periods(); t++) {
      for (Equation e : run.model().equations()) {
        double left = run.values()[e.variable()][t];
        double gap =
            Math.abs(left - new Residuals(run, t).of(e.right())) / Math.max(1, Math.abs(left));
        largest = gap <= largest ? largest : gap;
      }
    }
    return largest;
  }

  private double of(Expr expr) {
    return switch (expr) {
      case Expr.Const(double value) -> value;
      case Expr.Var(int id, int lag) -> run.values()[id][Math.max(0, period - lag)];
      case Expr.In(int id, int lag) -> run.inputs()[id][Math.max(0, period - lag)];
      case Expr.Time() -> period;
      case Expr.Draw _ -> throw new IllegalArgumentException("a random model has no residual here");
      case Expr.If(Expr test, Expr a, Expr b) -> of(test) != 0 ? of(a) : of(b);
      case Expr.Lookup l -> {
        double x = of(l.x());
        int last = l.xs().size() - 1;
        int i = 0;
        while (i < last - 1 && x > l.xs().get(i + 1)) {
          i++;
        }
        double share = (x - l.xs().get(i)) / (l.xs().get(i + 1) - l.xs().get(i));
        share = Math.min(1, Math.max(0, share));
        yield l.ys().get(i) + share * (l.ys().get(i + 1) - l.ys().get(i));
      }
      case Expr.Unary(Expr.UnaryOp op, Expr a) -> {
        double x = of(a);
        yield switch (op) {
          case NEG -> -x;
          case NOT -> x == 0 ? 1 : 0;
          case ABS -> Math.abs(x);
          case EXP -> Math.exp(x);
          case LOG -> Math.log(x);
          case SQRT -> Math.sqrt(x);
          case LOGISTIC -> 1 / (1 + Math.exp(-x));
        };
      }
      case Expr.Binary(Expr.BinaryOp op, Expr a, Expr b) -> {
        double x = of(a);
        double y = of(b);
        yield switch (op) {
          case ADD -> x + y;
          case SUB -> x - y;
          case MUL -> x * y;
          case DIV -> x / y;
          case POW -> Math.pow(x, y);
          case MIN -> Math.min(x, y);
          case MAX -> Math.max(x, y);
          case LT -> x < y ? 1 : 0;
          case LE -> x <= y ? 1 : 0;
          case GT -> x > y ? 1 : 0;
          case GE -> x >= y ? 1 : 0;
          case EQ -> x == y ? 1 : 0;
          case NE -> x != y ? 1 : 0;
          case AND -> x != 0 && y != 0 ? 1 : 0;
          case OR -> x != 0 || y != 0 ? 1 : 0;
        };
      }
    };
  }
}
