package org.tiyun.language.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** What an expression is made of, without recursion. */
public final class Leaves {
  private Leaves() {}

  /** Calls {@code at} for every variable, input, number, draw and time in the expression. */
  public static void each(Expr root, Consumer<Expr> at) {
    Deque<Expr> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      Expr next = open.pop();
      switch (next) {
        case Expr.Unary u -> open.push(u.a());
        case Expr.Binary b -> {
          open.push(b.b());
          open.push(b.a());
        }
        case Expr.If i -> {
          open.push(i.b());
          open.push(i.a());
          open.push(i.test());
        }
        case Expr.Lookup l -> open.push(l.x());
        case Expr.Const _, Expr.In _, Expr.Time _, Expr.Draw _, Expr.Var _ -> at.accept(next);
      }
    }
  }
}
