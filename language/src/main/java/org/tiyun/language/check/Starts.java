package org.tiyun.language.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.Expr.BinaryOp;
import org.tiyun.language.model.Expr.UnaryOp;
import org.tiyun.language.model.Leaves;
import org.tiyun.language.syntax.Ex;
import org.tiyun.language.syntax.Span;
import org.tiyun.language.syntax.Statement;

/** Values of period 0: what {@code initial} says, and what follows for issuers and totals. */
final class Starts {
  /** How tall a start may grow by the starts that it names. */
  private static final int TALLEST = 1000;

  /** A start written out, with the number of its parts and how tall it is. */
  private record Start(Expr expr, double parts, int height) {}

  private static final Start NOTHING = new Start(Lower.ZERO, 1, 1);

  private final Draft draft;
  private final Accounts accounts;
  private final Lower lower;
  private final Report report;
  private final Map<Integer, Expr> given = new HashMap<>();
  private final Map<Integer, Span> spans = new HashMap<>();
  private final Map<Integer, Start> resolved = new HashMap<>();
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
      if (sector.isEmpty() && accounts.brokenSectors()) {
        return;
      }
      if (sector.isEmpty()) {
        report.error(
            "E0237",
            i.head().span(),
            "name",
            tuple.get(tuple.size() - 1),
            "near",
            report.near(tuple.get(tuple.size() - 1), accounts.sectors()));
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
    lower.tables().open(symbol.name, false);
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
    // Without recursion: starts may be made of starts as often as there are variables.
    Deque<Integer> open = new ArrayDeque<>(List.of(variable));
    while (!open.isEmpty()) {
      int top = Objects.requireNonNull(open.peek());
      if (resolved.containsKey(top)) {
        open.pop();
      } else if (working.add(top)) {
        needs(top).forEach(open::push);
      } else {
        open.pop();
        working.remove(top);
        resolved.putIfAbsent(top, written(top));
      }
    }
    return Objects.requireNonNull(resolved.get(variable)).expr();
  }

  private List<Integer> needs(int variable) {
    List<Integer> needs = new ArrayList<>();
    Leaves.each(
        given.getOrDefault(variable, Lower.ZERO),
        leaf -> {
          if (leaf instanceof Expr.Var v && !resolved.containsKey(v.id())) {
            if (working.contains(v.id())) {
              Span span = spans.get(v.id());
              if (span != null) {
                report.error("E0226", span, "name", draft.variables.get(v.id()).name().toString());
              }
              resolved.put(v.id(), NOTHING);
            } else {
              needs.add(v.id());
            }
          }
        });
    return needs;
  }

  /** The start written out, with the starts that it names in their places. */
  private Start written(int variable) {
    Expr value = given.getOrDefault(variable, Lower.ZERO);
    Span span = spans.get(variable);
    Start size = measured(value);
    if (span != null) {
      lower.grow((int) Math.min(size.parts(), Integer.MAX_VALUE / 2), span);
      if (size.height() > TALLEST) {
        report.error("E0205", span, "limit", TALLEST);
        return NOTHING;
      }
    }
    return new Start(replaced(value), size.parts(), size.height());
  }

  private Start measured(Expr e) {
    return switch (e) {
      case Expr.Var v -> Objects.requireNonNull(resolved.get(v.id()));
      case Expr.Unary u -> joined(measured(u.a()));
      case Expr.Binary b -> joined(measured(b.a()), measured(b.b()));
      case Expr.If i -> joined(measured(i.test()), measured(i.a()), measured(i.b()));
      case Expr.Lookup l -> joined(measured(l.x()));
      case Expr.Const _, Expr.In _, Expr.Time _, Expr.Draw _ -> NOTHING;
    };
  }

  private static Start joined(Start... parts) {
    double size = 1;
    int height = 0;
    for (Start part : parts) {
      size += part.parts();
      height = Math.max(height, part.height());
    }
    return new Start(Lower.ZERO, size, height + 1);
  }

  private Expr replaced(Expr e) {
    return switch (e) {
      case Expr.Var v -> Objects.requireNonNull(resolved.get(v.id())).expr();
      case Expr.Unary u -> Fold.unary(u.op(), replaced(u.a()));
      case Expr.Binary b -> Fold.binary(b.op(), replaced(b.a()), replaced(b.b()));
      case Expr.If i -> new Expr.If(replaced(i.test()), replaced(i.a()), replaced(i.b()));
      case Expr.Lookup l -> new Expr.Lookup(replaced(l.x()), l.xs(), l.ys());
      case Expr.Const _, Expr.In _, Expr.Time _, Expr.Draw _ -> e;
    };
  }
}
