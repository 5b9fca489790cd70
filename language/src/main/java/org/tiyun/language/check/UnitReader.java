package org.tiyun.language.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tiyun.language.model.Expr.BinaryOp;
import org.tiyun.language.syntax.Ex;
import org.tiyun.language.syntax.Span;

/**
 * The dimension of an expression as written, once for all its elements. A number without a name has
 * no dimension in a product, and the dimension of its neighbour in a sum or comparison.
 */
final class UnitReader {
  /** A dimension; adapts where it is that of a number without a name. */
  record Typed(Dimension dimension, boolean adapts) {}

  private static final Typed PLAIN = new Typed(Dimension.NUMBER, true);
  private static final Typed PURE = new Typed(Dimension.NUMBER, false);

  private final UnitSolver solver;
  private final UnitNotation notation;
  private final Report report;
  private final Map<String, Dimension> names = new HashMap<>();
  private final Map<String, Span> places = new HashMap<>();
  private final Set<String> bound = new HashSet<>();

  UnitReader(UnitSolver solver, UnitNotation notation, Report report) {
    this.solver = solver;
    this.notation = notation;
    this.report = report;
  }

  void name(String name, Dimension dimension, Span place) {
    names.put(name, dimension);
    places.put(name, place);
  }

  Optional<Dimension> named(String name) {
    return Optional.ofNullable(names.get(name));
  }

  void bind(List<Ex.Binder> binders) {
    for (Ex.Binder binder : binders) {
      if (binder.set().isPresent()) {
        binder.names().forEach(n -> bound.add(n.text()));
      }
    }
  }

  void release() {
    bound.clear();
  }

  /** Takes an expression to be in a unit; reports it where it cannot be. */
  void is(Dimension wanted, Ex ex, String name) {
    Typed typed = of(ex);
    if (!typed.adapts() && !solver.same(wanted, typed.dimension(), ex.span())) {
      because(
          "E0287",
          ex.span(),
          List.of(ex),
          "name",
          name,
          "wanted",
          shown(wanted),
          "found",
          shown(typed.dimension()));
    }
  }

  String shown(Dimension dimension) {
    return notation.show(solver.resolved(dimension), solver.names());
  }

  /** Reports with the units of the names that led here. */
  private void because(String code, Span span, List<Ex> parts, Object... values) {
    if (!report.first(code, span)) {
      return;
    }
    org.tiyun.words.Finding finding = org.tiyun.words.Finding.error(code, span.place());
    for (var value : Report.map(values).entrySet()) {
      finding = finding.with(value.getKey(), value.getValue());
    }
    Set<String> said = new LinkedHashSet<>();
    parts.forEach(p -> said(p, said));
    for (String name : said.stream().limit(4).toList()) {
      Dimension dimension = names.getOrDefault(name, Dimension.NUMBER);
      Optional<Span> inferred = solver.where(dimension);
      finding =
          finding.because(
              inferred.isPresent() ? "language.unit_inferred" : "language.unit_given",
              Optional.of(inferred.orElse(places.getOrDefault(name, span)).place()),
              Report.map("name", name, "unit", shown(dimension)));
    }
    report.add(finding);
  }

  /** Names in an expression, in order. */
  private void said(Ex ex, Set<String> names0) {
    switch (ex) {
      case Ex.Ref r -> {
        if (names.containsKey(r.name()) && !bound.contains(r.name())) {
          names0.add(r.name());
        }
      }
      case Ex.Call c -> c.args().forEach(a -> said(a, names0));
      case Ex.Over o -> o.body().ifPresent(b -> said(b, names0));
      case Ex.Unary u -> said(u.a(), names0);
      case Ex.Binary b -> {
        said(b.a(), names0);
        said(b.b(), names0);
      }
      case Ex.Lookup _,
          Ex.Member _,
          Ex.Read _,
          Ex.Map _,
          Ex.Else _,
          Ex.Num _,
          Ex.Text _,
          Ex.Period _ -> {}
    }
  }

  Typed of(Ex ex) {
    return switch (ex) {
      case Ex.Num _, Ex.Period _, Ex.Text _, Ex.Member _ -> PLAIN;
      case Ex.Ref r -> reference(r);
      case Ex.Call c -> call(c);
      case Ex.Lookup l -> {
        of(l.x());
        yield PLAIN;
      }
      case Ex.Over o -> over(o);
      case Ex.Unary u ->
          switch (u.op()) {
            case NOT -> {
              of(u.a());
              yield PLAIN;
            }
            default -> of(u.a());
          };
      case Ex.Binary b -> binary(b);
      case Ex.Read _, Ex.Map _, Ex.Else _ -> any();
    };
  }

  /** Of a dimension that nothing is known about. */
  private Typed any() {
    return new Typed(solver.unknown("?"), false);
  }

  private Typed reference(Ex.Ref r) {
    if (r.groups().isEmpty() && bound.contains(r.name())) {
      return PLAIN;
    }
    Dimension dimension = names.get(r.name());
    return dimension == null ? PLAIN : new Typed(dimension, false);
  }

  private Typed over(Ex.Over o) {
    Set<String> before = new HashSet<>(bound);
    bind(o.binders());
    Typed body = o.body().map(this::of).orElse(PLAIN);
    bound.retainAll(before);
    return o.function().equals("count") ? PLAIN : body;
  }

  private Typed binary(Ex.Binary b) {
    Typed x = of(b.a());
    Typed y = of(b.b());
    return switch (b.op()) {
      case ADD, SUB, MIN, MAX -> joined(x, y, b.a(), b.b(), b.sign());
      case LT, LE, GT, GE, EQ, NE -> {
        joined(x, y, b.a(), b.b(), b.sign());
        yield PLAIN;
      }
      case AND, OR -> PLAIN;
      case MUL -> product(x, y, 1);
      case DIV -> product(x, y, -1);
      case POW -> power(x, y, b.a(), b.b());
    };
  }

  private static Typed product(Typed x, Typed y, double power) {
    return new Typed(x.dimension().times(y.dimension(), power), x.adapts() && y.adapts());
  }

  /** What is added or compared has one dimension. */
  private Typed joined(Typed x, Typed y, Ex a, Ex b, Span where) {
    if (x.adapts()) {
      return y;
    }
    if (!y.adapts() && !solver.same(x.dimension(), y.dimension(), where)) {
      because(
          "E0284",
          where,
          List.of(a, b),
          "left",
          shown(x.dimension()),
          "right",
          shown(y.dimension()));
    }
    return x;
  }

  private Typed power(Typed x, Typed y, Ex base, Ex exponent) {
    pure(y, exponent, "^");
    if (x.dimension().isNumber()) {
      return x;
    }
    Optional<Double> number = number(exponent);
    if (number.isPresent()) {
      return new Typed(x.dimension().power(number.get()), x.adapts());
    }
    // To a power that is not written as a number only a pure number keeps its dimension.
    return solver.resolved(x.dimension()).isNumber() ? PURE : any();
  }

  private static Optional<Double> number(Ex ex) {
    return switch (ex) {
      case Ex.Num n -> Optional.of(n.value());
      case Ex.Unary u when u.a() instanceof Ex.Num n -> Optional.of(-n.value());
      case Ex.Binary b
          when b.op() == BinaryOp.DIV && b.a() instanceof Ex.Num x && b.b() instanceof Ex.Num y ->
          Optional.of(x.value() / y.value());
      default -> Optional.empty();
    };
  }

  private void pure(Typed typed, Ex ex, String function) {
    if (!typed.adapts() && !solver.same(Dimension.NUMBER, typed.dimension(), ex.span())) {
      because(
          "E0285", ex.span(), List.of(ex), "function", function, "found", shown(typed.dimension()));
    }
  }

  private Typed call(Ex.Call c) {
    List<Typed> args = new ArrayList<>();
    for (Ex arg : c.args()) {
      args.add(of(arg));
    }
    if (args.isEmpty()) {
      return PLAIN;
    }
    return switch (c.function()) {
      case "min", "max", "clip" -> all(args, c.args(), 0);
      case "if" -> all(args, c.args(), 1);
      case "exp", "log", "logistic" -> {
        pure(args.get(0), c.args().get(0), c.function());
        yield PURE;
      }
      case "sqrt" -> new Typed(args.get(0).dimension().power(0.5), args.get(0).adapts());
      case "pow" -> power(args.get(0), args.get(1), c.args().get(0), c.args().get(1));
      case "step", "pulse", "normal", "uniform", "count" -> PLAIN;
      case "only", "last", "sum", "mean" -> any();
      default -> args.get(0);
    };
  }

  private Typed all(List<Typed> args, List<Ex> written, int from) {
    Typed out = args.get(from);
    for (int i = from + 1; i < args.size(); i++) {
      out = joined(out, args.get(i), written.get(from), written.get(i), written.get(i).span());
    }
    return out;
  }
}
