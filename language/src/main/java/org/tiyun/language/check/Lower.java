package org.tiyun.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.Expr.BinaryOp;
import org.tiyun.language.model.Expr.UnaryOp;
import org.tiyun.language.syntax.Ex;
import org.tiyun.language.syntax.Span;

/**
 * Expressions as written to scalar expressions: names resolved, indices replaced by their elements,
 * sums written out, conditions on indices decided.
 */
final class Lower {
  static final Expr ZERO = new Expr.Const(0);
  static final Expr ONE = new Expr.Const(1);

  /** What an expression stands in, which decides what it may use. */
  enum Mode {
    /** An equation: everything but tables. */
    EQUATION,
    /** A parameter: other parameters and tables. */
    PARAM,
    /** A path: parameters, paths, time and tables. */
    PATH,
    /** A value of period 0: inputs, tables and other values of period 0. */
    INITIAL
  }

  private final Draft draft;
  private final Sets sets;
  private final Domains domains;
  private final Report report;
  private final References references;
  private final Calls calls;
  private final TableValues tables;
  private Mode mode = Mode.EQUATION;

  /** The expression that is being read, as a whole. */
  private Optional<Span> whole = Optional.empty();

  Lower(Draft draft, Sets sets, Accounts accounts, Rows rows, Periods periods, Report report) {
    this.draft = draft;
    this.sets = sets;
    this.domains = new Domains(sets, report);
    this.report = report;
    this.references = new References(this, draft, sets, accounts, periods, report);
    this.tables = new TableValues(rows, sets, report);
    this.calls = new Calls(this, draft, references, tables, periods, report);
  }

  Domains domains() {
    return domains;
  }

  References references() {
    return references;
  }

  TableValues tables() {
    return tables;
  }

  Mode mode() {
    return mode;
  }

  /** The scalar expression, in the given mode. */
  Expr in(Mode wanted, Ex ex, Scope scope) {
    Mode before = mode;
    Optional<Span> outer = whole;
    mode = wanted;
    whole = outer.isPresent() ? outer : Optional.of(ex.span());
    try {
      return expr(ex, scope);
    } finally {
      mode = before;
      whole = outer;
    }
  }

  Expr expr(Ex ex, Scope scope) {
    grow(1, ex.span());
    return switch (ex) {
      case Ex.Num n -> new Expr.Const(n.value());
      case Ex.Text t -> fault("E0256", t.span(), "text", t.text());
      case Ex.Period p -> fault("E0266", p.span(), "period", p.label());
      case Ex.Ref r -> references.value(r, scope);
      case Ex.Call c -> calls.call(c, scope);
      case Ex.Lookup l -> lookup(l, scope);
      case Ex.Over o -> over(o, scope);
      case Ex.Unary u -> Fold.unary(u.op(), expr(u.a(), scope));
      case Ex.Binary b -> binary(b, scope);
      case Ex.Member m -> new Expr.Const(Fold.truth(member(m, scope)));
      case Ex.Read r -> tables.one(r, "only", r.span(), scope, mode);
      case Ex.Map m -> fault("E0267", m.span());
      case Ex.Else e -> fault("E0267", e.span());
    };
  }

  /**
   * Counts parts of expressions; too many end the work, at the expression that was one too many.
   */
  void grow(int by, Span span) {
    if (draft.grow(by)) {
      report.error("E0265", whole(span), "limit", Draft.MOST_PARTS);
      throw new Draft.TooLarge();
    }
  }

  /** The whole of the expression that is being read. */
  Span whole(Span part) {
    return whole.orElse(part);
  }

  Expr fault(String code, Span span, Object... values) {
    report.error(code, span, values);
    return ZERO;
  }

  private Expr binary(Ex.Binary b, Scope scope) {
    if ((b.op() == BinaryOp.EQ || b.op() == BinaryOp.NE) && comparesElements(b, scope)) {
      Optional<String> x = references.element(b.a(), scope);
      Optional<String> y = references.element(b.b(), scope);
      known(b.a(), x, scope);
      known(b.b(), y, scope);
      boolean same = x.isPresent() && x.equals(y);
      return new Expr.Const(Fold.truth(same == (b.op() == BinaryOp.EQ)));
    }
    Expr left = expr(b.a(), scope);
    if (left instanceof Expr.Const c && mode == Mode.EQUATION) {
      // Decided by the left side alone: what stands right may not exist for these indices.
      if (b.op() == BinaryOp.AND && c.value() == 0) {
        return ZERO;
      }
      if (b.op() == BinaryOp.OR && c.value() != 0) {
        return ONE;
      }
    }
    return Fold.binary(b.op(), left, expr(b.b(), scope));
  }

  /**
   * Whether a comparison is one of elements: one side is an index, the other an index or element.
   */
  private boolean comparesElements(Ex.Binary b, Scope scope) {
    boolean left = index(b.a(), scope);
    boolean right = index(b.b(), scope);
    return (left && (right || literal(b.b()))) || (right && literal(b.a()));
  }

  private static boolean index(Ex ex, Scope scope) {
    return ex instanceof Ex.Ref r && r.groups().isEmpty() && r.lag() == 0 && scope.binds(r.name());
  }

  private boolean literal(Ex ex) {
    return switch (ex) {
      case Ex.Ref r -> r.groups().isEmpty() && r.lag() == 0 && !draft.symbols.containsKey(r.name());
      case Ex.Text t -> true;
      default -> false;
    };
  }

  private void known(Ex ex, Optional<String> element, Scope scope) {
    boolean unknown =
        element.isPresent() && !index(ex, scope) && !sets.elements().contains(element.get());
    if (unknown && !sets.missing()) {
      report.error(
          "E0210",
          ex.span(),
          "name",
          element.get(),
          "near",
          report.near(element.get(), sets.elements()));
    }
  }

  private boolean member(Ex.Member m, Scope scope) {
    List<String> tuple = new ArrayList<>();
    for (Ex part : m.left()) {
      references.element(part, scope).ifPresent(tuple::add);
    }
    Optional<Tuples> set = sets.inline(m.set());
    if (set.isEmpty() || tuple.size() < m.left().size()) {
      return false;
    }
    if (set.get().arity() != tuple.size()) {
      report.error(
          "E0213",
          m.span(),
          "name",
          set.get().name(),
          "wanted",
          set.get().arity(),
          "found",
          tuple.size());
      return false;
    }
    return set.get().contains(tuple);
  }

  private Expr lookup(Ex.Lookup l, Scope scope) {
    List<Double> xs = new ArrayList<>();
    List<Double> ys = new ArrayList<>();
    for (Ex.Point point : l.points()) {
      Expr x = expr(point.x(), scope);
      Expr y = expr(point.y(), scope);
      boolean numbers = x instanceof Expr.Const && y instanceof Expr.Const;
      double at = x instanceof Expr.Const c ? c.value() : 0;
      if (!numbers || (!xs.isEmpty() && at <= xs.get(xs.size() - 1))) {
        return fault("E0254", point.x().span().to(point.y().span()));
      }
      xs.add(at);
      ys.add(((Expr.Const) y).value());
    }
    if (xs.size() < 2) {
      return fault("E0254", l.span());
    }
    return new Expr.Lookup(expr(l.x(), scope), List.copyOf(xs), List.copyOf(ys));
  }

  private Expr over(Ex.Over o, Scope scope) {
    if (!domains.sound(o.binders(), scope, false)) {
      return ZERO;
    }
    List<Expr> terms = new ArrayList<>();
    domains.each(
        o.binders(),
        scope,
        tuple -> {
          grow(1, o.span());
          if (o.where().isPresent()) {
            Expr test = expr(o.where().get(), scope);
            if (!(test instanceof Expr.Const c)) {
              report.error("E0223", o.where().get().span());
              return;
            }
            if (c.value() == 0) {
              return;
            }
          }
          Expr body = o.body().isPresent() ? expr(o.body().get(), scope) : ONE;
          terms.add(o.function().equals("count") ? truth(body) : body);
        });
    boolean needs = !o.function().equals("sum") && !o.function().equals("count");
    if (terms.isEmpty() && needs) {
      return fault("E0253", o.span(), "function", o.function());
    }
    return switch (o.function()) {
      case "min" -> Fold.balanced(BinaryOp.MIN, terms, 0);
      case "max" -> Fold.balanced(BinaryOp.MAX, terms, 0);
      case "mean" ->
          Fold.binary(
              BinaryOp.DIV, Fold.balanced(BinaryOp.ADD, terms, 0), new Expr.Const(terms.size()));
      default -> Fold.balanced(BinaryOp.ADD, terms, 0);
    };
  }

  /** 1 where the value is not 0. */
  private static Expr truth(Expr e) {
    boolean already =
        switch (e) {
          case Expr.Binary b ->
              switch (b.op()) {
                case LT, LE, GT, GE, EQ, NE, AND, OR -> true;
                default -> false;
              };
          case Expr.Unary u -> u.op() == UnaryOp.NOT;
          default -> false;
        };
    return already ? e : Fold.binary(BinaryOp.NE, e, ZERO);
  }
}
