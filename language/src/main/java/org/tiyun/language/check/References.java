package org.tiyun.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.Expr.BinaryOp;
import org.tiyun.language.model.Expr.UnaryOp;
import org.tiyun.language.syntax.Ex;
import org.tiyun.language.syntax.Functions;
import org.tiyun.language.syntax.Span;

/** What a name with its indices and lag stands for. */
final class References {
  private final Lower lower;
  private final Draft draft;
  private final Sets sets;
  private final Accounts accounts;
  private final Periods periods;
  private final Report report;

  References(
      Lower lower, Draft draft, Sets sets, Accounts accounts, Periods periods, Report report) {
    this.lower = lower;
    this.draft = draft;
    this.sets = sets;
    this.accounts = accounts;
    this.periods = periods;
    this.report = report;
  }

  Expr value(Ex.Ref r, Scope scope) {
    if (r.groups().isEmpty()) {
      Optional<String> bound = scope.value(r.name());
      if (bound.isPresent()) {
        return number(r, bound.get());
      }
      if (r.name().equals("t") || r.name().equals("year")) {
        return time(r);
      }
    }
    if (r.name().equals("shortfall") || r.name().equals("defaulted")) {
      return failure(r, scope);
    }
    Optional<Symbol> symbol = symbol(r.name(), r.word(), scope);
    if (symbol.isEmpty()) {
      return Lower.ZERO;
    }
    if (symbol.get().kind == Symbol.Kind.CLAIM) {
      return claim(symbol.get(), r, scope);
    }
    return cell(symbol.get(), r, scope).map(id -> at(symbol.get(), id, r)).orElse(Lower.ZERO);
  }

  /**
   * The declared name; a finding where there is none, nothing where its declaration is at fault.
   */
  Optional<Symbol> symbol(String name, Span span, Scope scope) {
    Symbol symbol = draft.symbols.get(name);
    if (symbol == null && report.unread().may(name)) {
      return Optional.empty();
    }
    if (symbol == null) {
      Optional<String> near =
          report
              .near(name, draft.symbols.keySet())
              .or(() -> report.near(name, scope.names()))
              .or(() -> report.near(name, List.of("t", "year", "shortfall", "defaulted")));
      boolean element = sets.elements().contains(name) || accounts.sector(name).isPresent();
      String code = element ? "E0268" : "E0210";
      report.error(code, span, "name", name, "near", near);
      return Optional.empty();
    }
    symbol.used = true;
    return symbol.broken ? Optional.empty() : Optional.of(symbol);
  }

  /** The position of the cell that a reference names. */
  Optional<Integer> cell(Symbol symbol, Ex.Ref r, Scope scope) {
    List<Ex> indices = r.groups().isEmpty() ? List.of() : r.groups().get(0);
    if (r.groups().size() > 1 || indices.size() != symbol.arity) {
      int found = r.groups().stream().mapToInt(List::size).sum();
      report.because(
          "E0213",
          r.span(),
          "language.declared_here",
          symbol.span,
          "name",
          r.name(),
          "wanted",
          symbol.arity,
          "found",
          found);
      return Optional.empty();
    }
    Optional<List<String>> tuple = elements(indices, scope);
    if (tuple.isEmpty()) {
      return Optional.empty();
    }
    Optional<Integer> cell = symbol.cell(tuple.get());
    if (cell.isEmpty()) {
      missing(symbol, indices, tuple.get());
    }
    return cell;
  }

  private void missing(Symbol symbol, List<Ex> indices, List<String> tuple) {
    Span span =
        indices.isEmpty()
            ? symbol.span
            : indices.get(0).span().to(indices.get(indices.size() - 1).span());
    if (report.unread().may(symbol.name) || !report.first("E0212", span)) {
      return;
    }
    Optional<String> near = Optional.empty();
    for (int i = 0; i < tuple.size(); i++) {
      Set<String> there = symbol.elementsAt(i);
      if (near.isEmpty() && !there.contains(tuple.get(i))) {
        near = report.near(tuple.get(i), there);
      }
    }
    report.add(
        new org.tiyun.words.Finding(
                "E0212",
                org.tiyun.words.Severity.ERROR,
                Optional.of(span.place()),
                Report.map("name", symbol.name, "element", String.join(", ", tuple), "near", near),
                List.of())
            .because(
                "language.declared_here",
                Optional.of(symbol.span.place()),
                Report.map("name", symbol.name)));
  }

  Optional<List<String>> elements(List<Ex> indices, Scope scope) {
    List<String> tuple = new ArrayList<>();
    for (Ex index : indices) {
      Optional<String> element = element(index, scope);
      if (element.isEmpty()) {
        return Optional.empty();
      }
      tuple.add(element.get());
    }
    return Optional.of(tuple);
  }

  /** The element that an index expression names: an index, an element, or a whole number. */
  Optional<String> element(Ex ex, Scope scope) {
    return switch (ex) {
      case Ex.Ref r when r.groups().isEmpty() && r.lag() == 0 ->
          Optional.of(scope.value(r.name()).orElse(r.name()));
      case Ex.Num n when n.value() == Math.rint(n.value()) && Math.abs(n.value()) < 1e15 ->
          Optional.of(Long.toString((long) n.value()));
      case Ex.Period p -> Optional.of(p.label());
      case Ex.Text t -> Optional.of(t.text());
      case Ex.Binary b when b.op() == BinaryOp.ADD || b.op() == BinaryOp.SUB -> {
        Optional<Long> x = whole(b.a(), scope);
        Optional<Long> y = whole(b.b(), scope);
        if (x.isEmpty() || y.isEmpty()) {
          yield Optional.empty();
        }
        yield Optional.of(
            Long.toString(b.op() == BinaryOp.ADD ? x.get() + y.get() : x.get() - y.get()));
      }
      case Ex.Unary u when u.op() == UnaryOp.NEG -> whole(u.a(), scope).map(x -> Long.toString(-x));
      default -> {
        report.error("E0262", ex.span());
        yield Optional.empty();
      }
    };
  }

  private Optional<Long> whole(Ex ex, Scope scope) {
    Optional<String> element = element(ex, scope);
    if (element.isPresent() && element.get().matches("-?[0-9]{1,15}")) {
      return Optional.of(Long.parseLong(element.get()));
    }
    if (element.isPresent()) {
      report.error("E0263", ex.span(), "element", element.get());
    }
    return Optional.empty();
  }

  private Expr number(Ex.Ref r, String element) {
    if (r.lag() == 0 && element.matches("-?[0-9]{1,15}")) {
      return new Expr.Const(Long.parseLong(element));
    }
    return lower.fault("E0218", r.span(), "name", r.name(), "element", element);
  }

  private Expr time(Ex.Ref r) {
    if (lower.mode() == Lower.Mode.PARAM) {
      return lower.fault("E0232", r.span(), "name", r.name());
    }
    Expr now = r.name().equals("t") ? new Expr.Time() : periods.year();
    return r.lag() == 0 ? now : lower.fault("E0269", r.span(), "name", r.name());
  }

  private Expr at(Symbol symbol, int id, Ex.Ref r) {
    boolean formula = lower.mode() == Lower.Mode.PARAM || lower.mode() == Lower.Mode.PATH;
    if (symbol.kind.input()) {
      if (lower.mode() == Lower.Mode.PARAM && symbol.kind != Symbol.Kind.PARAM) {
        return lower.fault("E0232", r.span(), "name", r.name());
      }
      if (formula && r.lag() > 0) {
        return lower.fault("E0270", r.span(), "name", r.name());
      }
      return new Expr.In(id, lower.mode() == Lower.Mode.INITIAL ? 0 : r.lag());
    }
    if (formula) {
      return lower.fault("E0233", r.span(), "name", r.name());
    }
    return variable(id, r.lag());
  }

  private Expr variable(int id, int lag) {
    return lag == 0 || lower.mode() == Lower.Mode.INITIAL ? draft.now(id) : new Expr.Var(id, lag);
  }

  private Expr claim(Symbol symbol, Ex.Ref r, Scope scope) {
    if (lower.mode() == Lower.Mode.PARAM || lower.mode() == Lower.Mode.PATH) {
      return lower.fault("E0233", r.span(), "name", r.name());
    }
    Optional<Integer> claim = claimOf(symbol, r.groups(), r.span(), scope, true);
    if (claim.isEmpty()) {
      return Lower.ZERO;
    }
    int own = symbol.arity == 0 ? 0 : 1;
    if (r.groups().size() == own) {
      return variable(accounts.outstanding(claim.get()), r.lag());
    }
    return holder(r.groups().get(own), r.span(), scope)
        .map(s -> variable(accounts.holding(claim.get(), s), r.lag()))
        .orElse(Lower.ZERO);
  }

  /** The instance of a claim that the first brackets name. */
  Optional<Integer> claimOf(
      Symbol symbol, List<List<Ex>> groups, Span span, Scope scope, boolean holderMayFollow) {
    int own = symbol.arity == 0 ? 0 : 1;
    List<Ex> indices = own == 1 && !groups.isEmpty() ? groups.get(0) : List.of();
    int most = own + (holderMayFollow ? 1 : 0);
    if (groups.size() < own || groups.size() > most || indices.size() != symbol.arity) {
      report.because(
          "E0213",
          span,
          "language.declared_here",
          symbol.span,
          "name",
          symbol.name,
          "wanted",
          symbol.arity,
          "found",
          groups.stream().mapToInt(List::size).sum());
      return Optional.empty();
    }
    Optional<List<String>> tuple = elements(indices, scope);
    if (tuple.isEmpty()) {
      return Optional.empty();
    }
    Optional<Integer> claim = symbol.cell(tuple.get());
    if (claim.isEmpty()) {
      missing(symbol, indices, tuple.get());
    }
    return claim;
  }

  Optional<Integer> holder(List<Ex> indices, Span span, Scope scope) {
    if (indices.size() != 1) {
      report.error("E0271", span);
      return Optional.empty();
    }
    return sector(indices.get(0), scope);
  }

  /** The sector that an index or name stands for. */
  Optional<Integer> sector(Ex ex, Scope scope) {
    Optional<String> name = element(ex, scope);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<Integer> sector = accounts.sector(name.get());
    if (sector.isEmpty() && !accounts.brokenSectors()) {
      report.error(
          "E0237",
          ex.span(),
          "name",
          name.get(),
          "near",
          report.near(name.get(), accounts.sectors()));
    }
    return sector;
  }

  private Expr failure(Ex.Ref r, Scope scope) {
    if (lower.mode() != Lower.Mode.EQUATION) {
      return lower.fault("E0233", r.span(), "name", r.name());
    }
    if (r.groups().size() != 1) {
      return lower.fault("E0213", r.span(), "name", r.name(), "wanted", 1, "found", 0);
    }
    Optional<Integer> sector = holder(r.groups().get(0), r.span(), scope);
    Optional<Integer> id =
        sector.flatMap(s ->
            r.name().equals("shortfall")
                ? accounts.shortfall(s)
                : accounts.defaulted(s, r.span().place()));
    // A sector to which nothing is due never fails to pay.
    return id.map(v -> variable(v, r.lag())).orElse(Lower.ZERO);
  }

  /** What is owed under a due flow, for {@code owed(rent[l, c])}. */
  Expr owed(Ex arg, Span span, Scope scope) {
    if (!(arg instanceof Ex.Ref r) || Functions.BUILT_IN.contains(r.name())) {
      return lower.fault("E0272", span);
    }
    Optional<Symbol> symbol = symbol(r.name(), r.word(), scope);
    if (symbol.isEmpty()) {
      return Lower.ZERO;
    }
    if (symbol.get().kind != Symbol.Kind.DUE || lower.mode() != Lower.Mode.EQUATION) {
      return lower.fault("E0272", span);
    }
    return cell(symbol.get(), r, scope)
        .map(paid -> variable(accounts.owedOf(paid), r.lag()))
        .orElse(Lower.ZERO);
  }
}
