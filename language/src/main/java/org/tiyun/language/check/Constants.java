package org.tiyun.language.check;

import java.util.function.IntToDoubleFunction;
import org.tiyun.language.model.Expr;

/** The value of an expression of inputs and time, as it is before any scenario. */
final class Constants {
  private Constants() {}

  /** Value in period {@code period}; NaN where it depends on a variable or a draw. */
  static double value(Expr expr, int period, IntToDoubleFunction inputs) {
    return switch (expr) {
      case Expr.Const c -> c.value();
      case Expr.In in -> inputs.applyAsDouble(in.id());
      case Expr.Time t -> period;
      case Expr.Unary u -> Fold.value(u.op(), value(u.a(), period, inputs));
      case Expr.Binary b ->
          Fold.value(b.op(), value(b.a(), period, inputs), value(b.b(), period, inputs));
      case Expr.If i ->
          value(i.test(), period, inputs) != 0
              ? value(i.a(), period, inputs)
              : value(i.b(), period, inputs);
      case Expr.Lookup l -> lookup(l, value(l.x(), period, inputs));
      case Expr.Var v -> Double.NaN;
      case Expr.Draw d -> Double.NaN;
    };
  }

  private static double lookup(Expr.Lookup l, double x) {
    int last = l.xs().size() - 1;
    if (x <= l.xs().get(0)) {
      return l.ys().get(0);
    }
    if (x >= l.xs().get(last)) {
      return l.ys().get(last);
    }
    if (Double.isNaN(x)) {
      return x;
    }
    int left = 0;
    while (l.xs().get(left + 1) <= x) {
      left++;
    }
    double slope =
        (l.ys().get(left + 1) - l.ys().get(left)) / (l.xs().get(left + 1) - l.xs().get(left));
    return l.ys().get(left) + (x - l.xs().get(left)) * slope;
  }
}
