package org.tiyun.studio.api;

import java.util.Optional;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Expr;

/**
 * In what the amount of an event is counted, read from its expression: sums have the unit of their
 * parts, a product with a pure number that of the other factor. Empty where that does not tell it.
 */
final class EventUnit {
  private static final String NUMBER = "";

  private final CheckedModel model;

  EventUnit(CheckedModel model) {
    this.model = model;
  }

  /** The unit of an amount; empty for a pure number, and where it is not told. */
  Optional<String> of(Expr amount) {
    return unit(amount).filter(unit -> !unit.isEmpty());
  }

  private Optional<String> unit(Expr expr) {
    return switch (expr) {
      case Expr.Const _, Expr.Time _ -> Optional.of(NUMBER);
      case Expr.Var v -> Optional.of(model.variables().get(v.id()).unit().orElse(NUMBER));
      case Expr.In in -> Optional.of(model.inputs().get(in.id()).unit().orElse(NUMBER));
      case Expr.Unary u ->
          switch (u.op()) {
            case NEG, ABS -> unit(u.a());
            default -> Optional.empty();
          };
      case Expr.Binary b ->
          switch (b.op()) {
            case ADD, SUB, MIN, MAX -> same(unit(b.a()), unit(b.b()));
            case MUL -> product(unit(b.a()), unit(b.b()));
            case DIV -> unit(b.b()).filter(String::isEmpty).flatMap(_ -> unit(b.a()));
            default -> Optional.empty();
          };
      case Expr.If choice -> same(unit(choice.a()), unit(choice.b()));
      default -> Optional.empty();
    };
  }

  /** Nought and other plain numbers stand beside any unit. */
  private static Optional<String> same(Optional<String> a, Optional<String> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Optional.empty();
    }
    if (a.get().isEmpty()) {
      return b;
    }
    return b.get().isEmpty() || b.equals(a) ? a : Optional.empty();
  }

  private static Optional<String> product(Optional<String> a, Optional<String> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Optional.empty();
    }
    return a.get().isEmpty() ? b : b.get().isEmpty() ? a : Optional.empty();
  }
}
