package org.tiyun.language.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tiyun.language.model.Calendar;
import org.tiyun.language.model.Input;
import org.tiyun.language.syntax.Ex;
import org.tiyun.language.syntax.Span;
import org.tiyun.language.syntax.Statement;

/**
 * Checks units: what is written holds, what is not is inferred, and where nothing can be inferred
 * nothing is checked. Each name has one unit for all its elements.
 */
final class Units {
  private final Draft draft;
  private final Report report;
  private final UnitSolver solver = new UnitSolver();
  private final UnitNotation notation;
  private final UnitReader reader;
  private final Dimension money;

  private Units(Draft draft, Calendar.Step step, String settlement, Report report) {
    this.draft = draft;
    this.report = report;
    this.notation = new UnitNotation(step);
    this.reader = new UnitReader(solver, notation, report);
    this.money = solver.unknown(settlement);
  }

  /**
   * Checks all statements of a model that has no other faults, and notes the units found.
   *
   * @param settlement name of the claim that pays
   */
  static void check(
      List<Statement> statements,
      Draft draft,
      Calendar.Step step,
      String settlement,
      Report report) {
    Units units = new Units(draft, step, settlement, report);
    boolean any = draft.inputs.stream().anyMatch(i -> i.unit().isPresent());
    for (Statement statement : statements) {
      any |= units.given(statement).isPresent();
    }
    if (any) {
      statements.forEach(s -> units.declare(s, settlement));
      statements.forEach(units::body);
      units.note();
    }
  }

  private Optional<Ex.Text> given(Statement statement) {
    return switch (statement) {
      case Statement.Claim c -> c.clauses().unit();
      case Statement.Param p -> p.clauses().unit();
      case Statement.Path p -> p.clauses().unit();
      case Statement.Flow f -> f.clauses().unit();
      case Statement.Equation e -> e.clauses().unit();
      case Statement.Revalue r -> r.clauses().unit();
      default -> Optional.empty();
    };
  }

  private Optional<Dimension> written(Statement statement) {
    Optional<Ex.Text> text = given(statement);
    Optional<Dimension> read = text.flatMap(t -> notation.read(t.text()));
    if (text.isPresent() && read.isEmpty()) {
      report.error("E0286", text.get().span(), "unit", text.get().text());
    }
    return read;
  }

  private void declare(Statement statement, String settlement) {
    switch (statement) {
      case Statement.Claim c -> {
        Dimension own =
            c.head().name().equals(settlement) ? money : solver.unknown(c.head().name());
        declare(c.head(), statement, own);
      }
      case Statement.Param p -> declare(p.head(), statement, ofRows(p.head().name()));
      case Statement.Path p -> declare(p.head(), statement, ofRows(p.head().name()));
      case Statement.Switch s -> reader.name(s.name().text(), Dimension.NUMBER, s.span());
      case Statement.Flow f -> declare(f.head(), statement, money);
      case Statement.Equation e ->
          declare(
              e.head(),
              statement,
              reader.named(e.head().name()).orElseGet(() -> solver.unknown(e.head().name())));
      case Statement.Revalue r -> declare(r.head(), statement, solver.unknown(r.head().name()));
      case Statement.Sector s -> {
        reader.name("shortfall", money, s.span());
        reader.name("resource", money, s.span());
        reader.name("defaulted", Dimension.NUMBER, s.span());
      }
      default -> {}
    }
  }

  /** A name with its written unit, or with one that is still to be found. */
  private void declare(Statement.Head head, Statement statement, Dimension otherwise) {
    written(statement)
        .ifPresent(w -> {
          Span place = given(statement).orElseThrow().span();
          if (!solver.same(otherwise, w, place)) {
            report.error(
                "E0284",
                place,
                "left",
                reader.shown(otherwise),
                "right",
                notation.show(w, solver.names()));
          }
        });
    reader.name(head.name(), otherwise, head.word());
  }

  /** The unit that rows of a table gave, where they agree. */
  private Dimension ofRows(String name) {
    Set<String> texts = new LinkedHashSet<>();
    Symbol symbol = draft.symbols.get(name);
    if (symbol != null) {
      for (int id : symbol.cells.values()) {
        Input input = draft.inputs.get(id);
        input.unit().ifPresent(texts::add);
      }
    }
    Dimension own = solver.unknown(name);
    return texts.size() == 1 ? notation.read(texts.iterator().next()).orElse(own) : own;
  }

  private void body(Statement statement) {
    reader.release();
    switch (statement) {
      case Statement.Param p -> value(p.head(), p.value());
      case Statement.Path p -> value(p.head(), p.value());
      case Statement.Equation e -> value(e.head(), e.right());
      case Statement.Initial i -> value(i.head(), i.value());
      case Statement.Flow f -> {
        value(f.head(), f.amount());
        f.claim().ifPresent(c -> claim(c, f.head().name()));
      }
      case Statement.Revalue r -> {
        claim(r.holding(), r.head().name());
        value(r.head(), r.amount());
      }
      case Statement.Event e -> {
        bind(e.head());
        reader.of(e.when());
        e.amount().ifPresent(reader::of);
      }
      default -> {}
    }
  }

  private void bind(Statement.Head head) {
    head.groups().forEach(reader::bind);
  }

  private void value(Statement.Head head, Ex value) {
    bind(head);
    Optional<Dimension> wanted = reader.named(head.name());
    if (wanted.isPresent()) {
      value(wanted.get(), value, head.name());
    }
  }

  private void value(Dimension wanted, Ex value, String name) {
    switch (value) {
      case Ex.Map map -> map.entries().forEach(e -> value(wanted, e.value(), name));
      case Ex.Else e -> {
        value(wanted, e.value(), name);
        value(wanted, e.other(), name);
      }
      default -> reader.is(wanted, value, name);
    }
  }

  /** What moves against a payment is measured as the payment is. */
  private void claim(Ex.Ref claim, String flow) {
    Optional<Dimension> moved = reader.named(claim.name());
    Optional<Dimension> paid = reader.named(flow);
    if (moved.isPresent()
        && paid.isPresent()
        && !solver.same(moved.get(), paid.get(), claim.span())) {
      report.error(
          "E0284",
          claim.span(),
          "left",
          reader.shown(paid.get()),
          "right",
          reader.shown(moved.get()));
    }
  }

  /** Writes the units that were found beside those that were given. */
  private void note() {
    List<Draft.Sketch> sketches = new ArrayList<>();
    for (Draft.Sketch s : draft.variables) {
      Optional<String> unit = s.unit().isPresent() ? s.unit() : found(s.name().base());
      sketches.add(new Draft.Sketch(s.name(), s.role(), unit, s.doc(), s.place()));
    }
    draft.variables.clear();
    draft.variables.addAll(sketches);
  }

  private Optional<String> found(String base) {
    String name = base.endsWith(".owed") ? base.substring(0, base.length() - 5) : base;
    return reader
        .named(name)
        .map(solver::resolved)
        .filter(d -> d.isKnown() && !d.isNumber())
        .map(d -> notation.show(d, solver.names()));
  }
}
