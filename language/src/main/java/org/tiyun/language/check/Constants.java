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
    for (int i = 1; i <= last; i++) {
      if (x <= l.xs().get(i)) {
        double share = (x - l.xs().get(i - 1)) / (l.xs().get(i) - l.xs().get(i - 1));
        return l.ys().get(i - 1) + share * (l.ys().get(i) - l.ys().get(i - 1));
      }
    }
    return Double.isNaN(x) ? x : l.ys().get(last);
  }
}
