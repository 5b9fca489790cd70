package org.tiyun.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tiyun.language.model.Name;
import org.tiyun.language.model.Variable.Role;
import org.tiyun.language.syntax.Ex;
import org.tiyun.language.syntax.Functions;
import org.tiyun.language.syntax.Statement;
import org.tiyun.words.Place;

/** Makes every declared name known, with its cells, before any expression is read. */
final class Declarations {
  /** A cell whose expression is read once all names are known. */
  record Body(Statement statement, int target, Scope scope, List<String> tuple) {}

  private final Draft draft;
  private final Sets sets;
  private final Accounts accounts;
  private final Lower lower;
  private final Inputs inputs;
  private final Report report;
  private final List<Body> bodies = new ArrayList<>();
  private int cells;

  Declarations(
      Draft draft, Sets sets, Accounts accounts, Lower lower, Inputs inputs, Report report) {
    this.draft = draft;
    this.sets = sets;
    this.accounts = accounts;
    this.lower = lower;
    this.inputs = inputs;
    this.report = report;
  }

  List<Body> bodies() {
    return bodies;
  }

  void sectors(List<Statement> statements) {
    if (report.unread().kind("sector")) {
      accounts.breakSectors();
    }
    for (Statement statement : statements) {
      if (statement instanceof Statement.Sector s) {
        if (s.each()) {
          Optional<Tuples> set = sets.named(s.name().text(), s.name().span());
          set.ifPresent(t -> t.elements().forEach(e -> accounts.sector(e, true)));
          if (set.isEmpty()) {
            accounts.breakSectors();
          }
        } else {
          accounts.sector(s.name().text(), true);
        }
      }
    }
  }

  /** Claims before all else, since flows name them. */
  void claims(List<Statement> statements) {
    for (Statement statement : statements) {
      if (statement instanceof Statement.Claim c) {
        symbol(c.head(), Symbol.Kind.CLAIM).ifPresent(s -> claim(s, c));
      }
    }
  }

  private void claim(Symbol symbol, Statement.Claim c) {
    Optional<String> unit = c.clauses().unit().map(Ex.Text::text);
    each(
        symbol,
        c.head(),
        (tuple, scope) -> {
          Optional<Integer> issuer = c.issuer().flatMap(e -> lower.references().sector(e, scope));
          Place place = c.head().span().place();
          return accounts.claim(
              new Accounts.ClaimCell(new Name(c.head().name(), tuple), issuer, unit, place));
        });
  }

  void all(List<Statement> statements) {
    for (Statement statement : statements) {
      switch (statement) {
        case Statement.Param p -> input(p.head(), Symbol.Kind.PARAM, p.value(), p.clauses());
        case Statement.Path p -> input(p.head(), Symbol.Kind.PATH, p.value(), p.clauses());
        case Statement.Switch s -> {
          Statement.Head head =
              new Statement.Head(s.name().text(), List.of(), s.name().span(), s.name().span());
          Ex value = new Ex.Num(s.on() ? 1 : 0, s.name().span());
          input(head, Symbol.Kind.SWITCH, value, s.clauses());
        }
        case Statement.Equation e -> equation(e);
        case Statement.Flow f -> flow(f);
        case Statement.Revalue r -> revalue(r);
        default -> {}
      }
    }
  }

  private void input(Statement.Head head, Symbol.Kind kind, Ex value, Statement.Clauses clauses) {
    symbol(head, kind)
        .ifPresent(symbol ->
            each(
                symbol,
                head,
                (tuple, scope) ->
                    inputs.add(
                        symbol, new Name(head.name(), tuple), value, clauses, scope, head.span())));
  }

  private void equation(Statement.Equation e) {
    symbol(e.head(), Symbol.Kind.EQUATION)
        .ifPresent(s ->
            each(
                s,
                e.head(),
                (tuple, scope) -> body(e, e.head(), e.clauses(), Role.EQUATION, tuple, scope)));
  }

  private int body(
      Statement statement,
      Statement.Head head,
      Statement.Clauses clauses,
      Role role,
      List<String> tuple,
      Scope scope) {
    int id =
        draft.variable(
            new Name(head.name(), tuple),
            role,
            clauses.unit().map(Ex.Text::text),
            clauses.doc().map(Ex.Text::text),
            head.span().place());
    bodies.add(new Body(statement, id, scope.copy(), tuple));
    return id;
  }

  private void flow(Statement.Flow f) {
    Optional<Symbol> symbol = symbol(f.head(), f.due() ? Symbol.Kind.DUE : Symbol.Kind.FLOW);
    symbol.ifPresent(s -> each(s, f.head(), (tuple, scope) -> flow(f, tuple, scope)));
  }

  private int flow(Statement.Flow f, List<String> tuple, Scope scope) {
    Optional<Integer> payer = lower.references().sector(f.payer(), scope);
    Optional<Integer> payee = lower.references().sector(f.payee(), scope);
    OptionalInt claim = f.claim().map(c -> claimOf(c, scope)).orElse(OptionalInt.empty());
    if (payer.isPresent() && payer.equals(payee)) {
      report.error("E0239", f.payee().span(), "name", accounts.names().get(payer.get()));
    }
    int amount;
    OptionalInt owed = OptionalInt.empty();
    if (f.due()) {
      amount =
          draft.variable(
              new Name(f.head().name(), tuple),
              Role.PAID,
              f.clauses().unit().map(Ex.Text::text),
              f.clauses().doc().map(Ex.Text::text),
              f.head().span().place());
      int due =
          draft.variable(
              new Name(f.head().name() + ".owed", tuple),
              Role.OWED,
              f.clauses().unit().map(Ex.Text::text),
              Optional.empty(),
              f.head().span().place());
      owed = OptionalInt.of(due);
      bodies.add(new Body(f, due, scope.copy(), tuple));
    } else {
      amount = body(f, f.head(), f.clauses(), Role.FLOW, tuple, scope);
    }
    if (payer.isPresent() && payee.isPresent()) {
      accounts.flow(
          new Accounts.FlowCell(
              new Name(f.head().name(), tuple),
              payer.get(),
              payee.get(),
              amount,
              claim,
              owed,
              f.senior(),
              f.last(),
              f.head().span().place()));
    }
    return amount;
  }

  private OptionalInt claimOf(Ex.Ref ref, Scope scope) {
    Optional<Symbol> symbol = lower.references().symbol(ref.name(), ref.word(), scope);
    if (symbol.isEmpty()) {
      return OptionalInt.empty();
    }
    if (symbol.get().kind != Symbol.Kind.CLAIM) {
      report.error("E0214", ref.span(), "name", ref.name());
      return OptionalInt.empty();
    }
    return lower
        .references()
        .claimOf(symbol.get(), ref.groups(), ref.span(), scope, false)
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  private void revalue(Statement.Revalue r) {
    symbol(r.head(), Symbol.Kind.REVALUE)
        .ifPresent(s -> each(s, r.head(), (tuple, scope) -> revalue(r, tuple, scope)));
  }

  private int revalue(Statement.Revalue r, List<String> tuple, Scope scope) {
    int amount = body(r, r.head(), r.clauses(), Role.REVALUATION, tuple, scope);
    Ex.Ref ref = r.holding();
    Optional<Symbol> symbol = lower.references().symbol(ref.name(), ref.word(), scope);
    if (symbol.isPresent() && symbol.get().kind != Symbol.Kind.CLAIM) {
      report.error("E0214", ref.span(), "name", ref.name());
    } else if (symbol.isPresent()) {
      int own = symbol.get().arity == 0 ? 0 : 1;
      Optional<Integer> claim =
          lower.references().claimOf(symbol.get(), ref.groups(), ref.span(), scope, true);
      if (ref.groups().size() <= own) {
        report.error("E0242", ref.span(), "name", ref.name());
      } else if (claim.isPresent()) {
        lower
            .references()
            .holder(ref.groups().get(own), ref.span(), scope)
            .ifPresent(h ->
                accounts.changes.add(
                    new Accounts.Change(
                        new Name(r.head().name(), tuple),
                        claim.get(),
                        h,
                        amount,
                        r.head().span().place())));
      }
    }
    return amount;
  }

  /** What is done for each cell; returns the cell's position. */
  private interface Cell {
    int make(List<String> tuple, Scope scope);
  }

  /** The name made known; an equation may be given in parts, each for other elements. */
  private Optional<Symbol> symbol(Statement.Head head, Symbol.Kind kind) {
    int arity =
        head.groups().stream().limit(1).flatMap(List::stream).mapToInt(b -> b.names().size()).sum();
    if (Functions.BUILT_IN.contains(head.name()) || Functions.ALL.contains(head.name())) {
      report.error("E0244", head.word(), "name", head.name());
      return Optional.empty();
    }
    Symbol known = draft.symbols.get(head.name());
    if (known != null) {
      boolean part =
          known.kind == kind && kind == Symbol.Kind.EQUATION && arity > 0 && known.arity == arity;
      if (!part) {
        report.because(
            "E0211", head.word(), "language.declared_here", known.span, "name", head.name());
        return Optional.empty();
      }
    }
    Symbol symbol = known == null ? new Symbol(head.name(), kind, arity, head.word()) : known;
    draft.symbols.put(head.name(), symbol);
    if (head.groups().size() > 1) {
      report.error(
          "E0213",
          head.span(),
          "name",
          head.name(),
          "wanted",
          arity,
          "found",
          head.groups().stream().mapToInt(List::size).sum());
      symbol.broken = true;
      return Optional.empty();
    }
    return Optional.of(symbol);
  }

  private void each(Symbol symbol, Statement.Head head, Cell cell) {
    List<Ex.Binder> binders = head.groups().isEmpty() ? List.of() : head.groups().get(0);
    Scope scope = new Scope();
    if (!lower.domains().sound(binders, scope, true)) {
      symbol.broken = true;
      return;
    }
    double count = lower.domains().count(binders);
    if (cells + count > Draft.MOST_CELLS) {
      symbol.broken = true;
      report.error("E0225", head.span(), "name", head.name(), "limit", Draft.MOST_CELLS);
      return;
    }
    cells += (int) count;
    lower
        .domains()
        .each(
            binders,
            scope,
            tuple -> {
              if (symbol.cells.containsKey(tuple)) {
                report.error(
                    "E0261", head.span(), "element", String.join(", ", tuple), "name", head.name());
                return;
              }
              symbol.cells.put(tuple, cell.make(tuple, scope));
            });
  }
}
