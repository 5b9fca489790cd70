package org.tiyun.language.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.Expr.BinaryOp;
import org.tiyun.language.model.Expr.UnaryOp;
import org.tiyun.language.syntax.Ex;
import org.tiyun.language.syntax.Span;
import org.tiyun.language.syntax.Statement;

/** Values of period 0: what {@code initial} says, and what follows for issuers and totals. */
final class Starts {
  private final Draft draft;
  private final Accounts accounts;
  private final Lower lower;
  private final Report report;
  private final Map<Integer, Expr> given = new HashMap<>();
  private final Map<Integer, Span> spans = new HashMap<>();
  private final Map<Integer, Expr> resolved = new HashMap<>();
  private final Set<Integer> working = new HashSet<>();

  Starts(Draft draft, Accounts accounts, Lower lower, Report report) {
    this.draft = draft;
    this.accounts = accounts;
    this.lower = lower;
    this.report = report;
  }

  void read(List<Statement> statements) {
    for (Statement statement : statements) {
      if (statement instanceof Statement.Initial i) {
        initial(i);
      }
    }
    if (report.clean()) {
      books();
    }
  }

  private void initial(Statement.Initial i) {
    Statement.Head head = i.head();
    Optional<Symbol> symbol = lower.references().symbol(head.name(), head.word(), new Scope());
    if (symbol.isEmpty()) {
      return;
    }
    if (symbol.get().kind.input()) {
      report.error("E0243", head.word(), "name", head.name());
      return;
    }
    boolean claim = symbol.get().kind == Symbol.Kind.CLAIM;
    if (claim && head.groups().size() != (symbol.get().arity == 0 ? 1 : 2)) {
      report.error("E0242", head.span(), "name", head.name());
      return;
    }
    List<Ex.Binder> binders = head.groups().stream().flatMap(List::stream).toList();
    Scope scope = new Scope();
    if (!sound(binders, scope)) {
      return;
    }
    lower.domains().each(binders, scope, tuple -> set(symbol.get(), i, tuple, scope));
  }

  /** A holder is a sector, which need not be an element of any set. */
  private boolean sound(List<Ex.Binder> binders, Scope scope) {
    List<Ex.Binder> checked =
        binders.stream()
            .filter(b -> b.set().isPresent() || accounts.sector(b.names().get(0).text()).isEmpty())
            .toList();
    return lower.domains().sound(checked, scope, true);
  }

  private void set(Symbol symbol, Statement.Initial i, List<String> tuple, Scope scope) {
    Optional<Integer> variable;
    if (symbol.kind == Symbol.Kind.CLAIM) {
      List<String> own = tuple.subList(0, symbol.arity);
      Optional<Integer> sector = accounts.sector(tuple.get(tuple.size() - 1));
      if (sector.isEmpty()) {
        report.error(
            "E0237",
            i.head().span(),
            "name",
            tuple.get(tuple.size() - 1),
            "near",
            Near.of(tuple.get(tuple.size() - 1), accounts.sectors()));
        return;
      }
      variable = symbol.cell(own).map(c -> accounts.holding(c, sector.get()));
    } else {
      variable = symbol.cell(tuple);
    }
    if (variable.isEmpty()) {
      report.error(
          "E0212",
          i.head().span(),
          "name",
          symbol.name,
          "element",
          String.join(", ", tuple),
          "near",
          Optional.empty());
      return;
    }
    lower.tables().open(false);
    Expr value = lower.in(Lower.Mode.INITIAL, i.value(), scope);
    lower.tables().close();
    if (given.put(variable.get(), value) != null) {
      report.error(
          "E0261", i.head().span(), "element", String.join(", ", tuple), "name", symbol.name);
    }
    spans.put(variable.get(), i.span());
  }

  /** An issuer owes what the others hold; what is outstanding is the same. */
  private void books() {
    for (int c = 0; c < accounts.claims.size(); c++) {
      Optional<Integer> issuer = accounts.claims.get(c).issuer();
      List<Expr> held = new ArrayList<>();
      for (var holding : accounts.holdings(c).entrySet()) {
        if (!issuer.equals(Optional.of(holding.getKey()))
            && given.containsKey(holding.getValue())) {
          held.add(draft.now(holding.getValue()));
        }
      }
      Expr total = Fold.balanced(BinaryOp.ADD, held, 0);
      given.put(accounts.outstanding(c), total);
      int claim = c;
      issuer.ifPresent(
          i -> given.putIfAbsent(accounts.holding(claim, i), Fold.unary(UnaryOp.NEG, total)));
    }
  }

  /** The start of a variable as an expression of inputs; 0 where nothing is said. */
  Expr start(int variable) {
    Expr done = resolved.get(variable);
    if (done != null) {
      return done;
    }
    Expr value = given.get(variable);
    if (value == null) {
      return Lower.ZERO;
    }
    if (!working.add(variable)) {
      Span span = spans.get(variable);
      if (span != null) {
        report.error("E0226", span, "name", draft.variables.get(variable).name().toString());
      }
      return Lower.ZERO;
    }
    Expr expr = replaced(value);
    working.remove(variable);
    resolved.put(variable, expr);
    return expr;
  }

  private Expr replaced(Expr e) {
    return switch (e) {
      case Expr.Var v -> start(v.id());
      case Expr.Const c -> c;
      case Expr.In in -> in;
      case Expr.Time t -> t;
      case Expr.Draw d -> d;
      case Expr.Unary u -> Fold.unary(u.op(), replaced(u.a()));
      case Expr.Binary b -> Fold.binary(b.op(), replaced(b.a()), replaced(b.b()));
      case Expr.If i -> new Expr.If(replaced(i.test()), replaced(i.a()), replaced(i.b()));
      case Expr.Lookup l -> new Expr.Lookup(replaced(l.x()), l.xs(), l.ys());
    };
  }
}
