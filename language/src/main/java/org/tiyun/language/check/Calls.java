package org.tiyun.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.Expr.BinaryOp;
import org.tiyun.language.model.Expr.UnaryOp;
import org.tiyun.language.syntax.Ex;
import org.tiyun.language.syntax.Functions;

/** The functions of the language, written out in the few that the engine knows. */
final class Calls {
  private final Lower lower;
  private final Draft draft;
  private final References references;
  private final TableValues tables;
  private final Periods periods;
  private final Report report;

  Calls(
      Lower lower,
      Draft draft,
      References references,
      TableValues tables,
      Periods periods,
      Report report) {
    this.lower = lower;
    this.draft = draft;
    this.references = references;
    this.tables = tables;
    this.periods = periods;
    this.report = report;
  }

  Expr call(Ex.Call c, Scope scope) {
    String name = c.function();
    if (Functions.OF_ROWS.contains(name)
        && c.args().size() == 1
        && c.args().get(0) instanceof Ex.Read read) {
      return tables.one(read, name, c.span(), scope, lower.mode());
    }
    Functions.Arity arity = Functions.ARITY.get(name);
    if (arity == null) {
      return unknown(c);
    }
    int count = c.args().size();
    if (count < arity.least() || count > arity.most()) {
      return lower.fault("E0221", c.span(), "name", name, "wanted", arity.least(), "found", count);
    }
    return switch (name) {
      case "min" -> chain(BinaryOp.MIN, c, scope);
      case "max" -> chain(BinaryOp.MAX, c, scope);
      case "abs" -> Fold.unary(UnaryOp.ABS, arg(c, 0, scope));
      case "exp" -> Fold.unary(UnaryOp.EXP, arg(c, 0, scope));
      case "log" -> Fold.unary(UnaryOp.LOG, arg(c, 0, scope));
      case "sqrt" -> Fold.unary(UnaryOp.SQRT, arg(c, 0, scope));
      case "logistic" -> Fold.unary(UnaryOp.LOGISTIC, arg(c, 0, scope));
      case "pow" -> Fold.binary(BinaryOp.POW, arg(c, 0, scope), arg(c, 1, scope));
      case "clip" ->
          Fold.binary(
              BinaryOp.MIN,
              Fold.binary(BinaryOp.MAX, arg(c, 0, scope), arg(c, 1, scope)),
              arg(c, 2, scope));
      case "if" -> choice(c, scope);
      case "smooth" -> smooth(c, scope);
      case "delay" -> delay(c, scope);
      case "step" -> from(c, scope).map(Calls::onwards).orElse(Lower.ZERO);
      case "pulse" -> pulse(c, scope);
      case "normal" -> draw(c, scope, true);
      case "uniform" -> draw(c, scope, false);
      default -> references.owed(c.args().get(0), c.span(), scope);
    };
  }

  private Expr unknown(Ex.Call c) {
    if (Functions.OF_ROWS.contains(c.function())) {
      return lower.fault("E0264", c.span(), "name", c.function());
    }
    if (draft.symbols.containsKey(c.function())) {
      return lower.fault("E0255", c.span(), "name", c.function());
    }
    return lower.fault(
        "E0219", c.word(), "name", c.function(), "near", report.near(c.function(), Functions.ALL));
  }

  private Expr arg(Ex.Call c, int at, Scope scope) {
    return lower.expr(c.args().get(at), scope);
  }

  private Expr chain(BinaryOp op, Ex.Call c, Scope scope) {
    Expr value = arg(c, 0, scope);
    for (int i = 1; i < c.args().size(); i++) {
      value = Fold.binary(op, value, arg(c, i, scope));
    }
    return value;
  }

  private Expr choice(Ex.Call c, Scope scope) {
    Expr test = arg(c, 0, scope);
    if (test instanceof Expr.Const known) {
      // The other side may name cells that are not there for these indices.
      return arg(c, known.value() != 0 ? 1 : 2, scope);
    }
    return new Expr.If(test, arg(c, 1, scope), arg(c, 2, scope));
  }

  /** s = s(-1) + (x - s(-1)) / n, where the first solved period takes x itself. */
  private Expr smooth(Ex.Call c, Scope scope) {
    if (lower.mode() != Lower.Mode.EQUATION) {
      return lower.fault("E0270", c.span(), "name", "smooth");
    }
    Expr x = arg(c, 0, scope);
    Expr n = arg(c, 1, scope);
    int state = draft.hiddenState("smooth", c.span().place());
    Expr before = new Expr.Var(state, 1);
    Expr toward =
        new Expr.Binary(
            BinaryOp.ADD,
            before,
            new Expr.Binary(BinaryOp.DIV, new Expr.Binary(BinaryOp.SUB, x, before), n));
    Expr first = new Expr.Binary(BinaryOp.LE, new Expr.Time(), Lower.ONE);
    draft.equation(state, new Expr.If(first, x, toward), c.span().place());
    return draft.now(state);
  }

  private Expr delay(Ex.Call c, Scope scope) {
    if (lower.mode() != Lower.Mode.EQUATION) {
      return lower.fault("E0270", c.span(), "name", "delay");
    }
    Expr x = arg(c, 0, scope);
    Expr n = arg(c, 1, scope);
    boolean fits =
        n instanceof Expr.Const k
            && k.value() == Math.rint(k.value())
            && k.value() >= 0
            && k.value() <= Functions.DEEPEST_LAG;
    if (!fits) {
      return lower.fault("E0246", c.args().get(1).span(), "limit", Functions.DEEPEST_LAG);
    }
    int lag = (int) ((Expr.Const) n).value();
    if (lag == 0 || x instanceof Expr.Const) {
      return x;
    }
    return shifted(x, lag, c);
  }

  /**
   * The expression as it was {@code lag} periods ago: all that it reads is read that much earlier.
   */
  private Expr shifted(Expr x, int lag, Ex.Call c) {
    lower.grow(1, c.span());
    return switch (x) {
      case Expr.Const k -> k;
      case Expr.Var v -> new Expr.Var(v.id(), deeper(v.lag(), lag, c));
      case Expr.In in -> new Expr.In(in.id(), deeper(in.lag(), lag, c));
      case Expr.Time t ->
          new Expr.Binary(
              BinaryOp.MAX, Lower.ZERO, new Expr.Binary(BinaryOp.SUB, t, new Expr.Const(lag)));
      case Expr.Unary u -> new Expr.Unary(u.op(), shifted(u.a(), lag, c));
      case Expr.Binary b -> new Expr.Binary(b.op(), shifted(b.a(), lag, c), shifted(b.b(), lag, c));
      case Expr.If i ->
          new Expr.If(shifted(i.test(), lag, c), shifted(i.a(), lag, c), shifted(i.b(), lag, c));
      case Expr.Lookup l -> new Expr.Lookup(shifted(l.x(), lag, c), l.xs(), l.ys());
      case Expr.Draw d -> {
        int state = draft.hiddenState("draw", c.span().place());
        draft.equation(state, d, c.span().place());
        yield new Expr.Var(state, lag);
      }
    };
  }

  /** Delays of delays add up. */
  private int deeper(int lag, int by, Ex.Call c) {
    if (lag + by > Functions.DEEPEST_LAG) {
      lower.fault("E0208", lower.whole(c.span()), "limit", Functions.DEEPEST_LAG);
      return lag;
    }
    return lag + by;
  }

  private Optional<Integer> from(Ex.Call c, Scope scope) {
    if (lower.mode() == Lower.Mode.PARAM) {
      lower.fault("E0232", c.span(), "name", c.function());
      return Optional.empty();
    }
    if (!(c.args().get(0) instanceof Ex.Period period)) {
      return Optional.empty();
    }
    OptionalInt number = periods.number(period);
    return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
  }

  private static Expr onwards(int period) {
    return new Expr.Binary(BinaryOp.GE, new Expr.Time(), new Expr.Const(period));
  }

  private Expr pulse(Ex.Call c, Scope scope) {
    Optional<Integer> first = from(c, scope);
    Expr length = arg(c, 1, scope);
    if (first.isEmpty()) {
      return Lower.ZERO;
    }
    Expr end = Fold.binary(BinaryOp.ADD, new Expr.Const(first.get()), length);
    Expr before = new Expr.Binary(BinaryOp.LT, new Expr.Time(), end);
    return new Expr.Binary(BinaryOp.AND, onwards(first.get()), before);
  }

  /** A stream of its own for each element given after its name: {@code normal("demand", c)}. */
  private Expr draw(Ex.Call c, Scope scope, boolean normal) {
    if (lower.mode() != Lower.Mode.EQUATION) {
      return lower.fault("E0270", c.span(), "name", c.function());
    }
    if (!(c.args().get(0) instanceof Ex.Text stream)) {
      return lower.fault("E0273", c.args().get(0).span());
    }
    List<Ex> rest = new ArrayList<>(c.args().subList(1, c.args().size()));
    Optional<List<String>> elements = references.elements(rest, scope);
    String suffix = elements.isEmpty() || rest.isEmpty() ? "" : elements.get().toString();
    return new Expr.Draw(draft.stream(stream.text() + suffix), normal);
  }
}
