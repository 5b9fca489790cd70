package org.tiyun.language.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tiyun.language.model.Checked;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.ModelTables;
import org.tiyun.language.model.Name;
import org.tiyun.language.model.Scenario;
import org.tiyun.language.model.Variable;
import org.tiyun.language.syntax.Ex;
import org.tiyun.language.syntax.Source;
import org.tiyun.language.syntax.Span;
import org.tiyun.language.syntax.Statement;
import org.tiyun.language.syntax.StatementParser;

/** Checks a scenario against its model: names, elements, dates and ranges. */
public final class ScenarioChecker {
  private static final int FOREVER = Integer.MAX_VALUE;

  private final CheckedModel model;
  private final Report report = new Report();
  private final Draft draft = new Draft();
  private final Sets sets;
  private final Periods periods;
  private final Lower lower;
  private final List<Scenario.Change> changes = new ArrayList<>();
  private final List<Scenario.InitialValue> initials = new ArrayList<>();

  private ScenarioChecker(CheckedModel model) {
    this.model = model;
    Rows rows = new Rows(ModelTables.none(), report, lookUp -> {});
    this.sets = new Sets(rows, report);
    this.periods = new Periods(model.calendar(), report);
    Accounts accounts = new Accounts(draft);
    this.lower = new Lower(draft, sets, accounts, rows, periods, report);
    Span nowhere = new Span(new Source("", ""), 0, 0);
    for (CheckedModel.NamedSet set : model.sets()) {
      int arity = set.elements().isEmpty() ? 1 : set.elements().get(0).size();
      sets.put(new Tuples(set.name(), arity, set.elements()), new Statement.Include("", nowhere));
    }
    // A holder is a sector, which need not be an element of any set.
    model.books().sectors().forEach(sets::element);
    model.inputs().forEach(i -> know(i.name(), kind(i.kind()), i.id(), nowhere));
    for (Variable v : model.variables()) {
      if (v.role() != Variable.Role.HIDDEN && v.role() != Variable.Role.OUTSTANDING) {
        know(v.name(), Symbol.Kind.EQUATION, v.id(), nowhere);
      }
    }
  }

  private static Symbol.Kind kind(Input.Kind kind) {
    return switch (kind) {
      case PARAMETER -> Symbol.Kind.PARAM;
      case PATH -> Symbol.Kind.PATH;
      case SWITCH -> Symbol.Kind.SWITCH;
    };
  }

  private void know(Name name, Symbol.Kind kind, int id, Span nowhere) {
    draft
        .symbols
        .computeIfAbsent(name.base(), b -> new Symbol(b, kind, name.elements().size(), nowhere))
        .cells
        .put(name.elements(), id);
  }

  /** A scenario file. */
  public static Checked<Scenario> check(String file, String text, CheckedModel model) {
    ScenarioChecker checker = new ScenarioChecker(model);
    Source source = new Source(file, text);
    StatementParser.Parsed parsed = StatementParser.scenario(source);
    parsed.findings().forEach(checker.report::add);
    checker.report.unread(parsed.unread());
    String id = "scenario";
    String title = "";
    boolean headed = false;
    for (Statement statement : parsed.statements()) {
      if (statement instanceof Statement.Scenario s) {
        headed = true;
        id = Called.by(file, s.name());
        title = s.title();
        if (s.of().isPresent() && !s.of().get().text().equals(Called.word(model.id()))) {
          checker.report.error(
              "E0280",
              s.of().get().span(),
              "named",
              s.of().get().text(),
              "model",
              Called.word(model.id()));
        }
      } else {
        checker.statement(statement);
      }
    }
    if (!headed && !checker.report.unread().kinds().contains("scenario")) {
      checker.report.error("E0281", new Span(source, 0, 0));
    }
    String hash = ModelChecker.hash(List.of(id), Map.of(id, text));
    return checker.result(id, title, hash);
  }

  /** Settings of a command line, each read as a line of a scenario. */
  public static Checked<Scenario> settings(List<String> settings, CheckedModel model) {
    ScenarioChecker checker = new ScenarioChecker(model);
    for (String setting : settings) {
      if (setting.indexOf('=') < 0) {
        checker.report.add(org.tiyun.words.Finding.error("E0106").with("setting", setting));
        continue;
      }
      StatementParser.Parsed parsed =
          StatementParser.scenario(new Source("--set", "set " + setting));
      parsed.findings().forEach(checker.report::add);
      parsed.statements().forEach(checker::statement);
    }
    String id = String.join(",", settings);
    return checker.result(id, "", ModelChecker.hash(List.of(id), Map.of(id, "")));
  }

  private Checked<Scenario> result(String id, String title, String hash) {
    Optional<Scenario> scenario =
        report.clean()
            ? Optional.of(
                new Scenario(id, title, hash, List.copyOf(changes), List.copyOf(initials)))
            : Optional.empty();
    return new Checked<>(scenario, List.copyOf(report.findings()));
  }

  private void statement(Statement statement) {
    switch (statement) {
      case Statement.Change c -> change(c.head(), c.value(), c.from(), c.to(), c.span());
      case Statement.Turn t -> {
        Statement.Head head =
            new Statement.Head(t.name().text(), List.of(), t.name().span(), t.name().span());
        change(head, new Ex.Num(t.on() ? 1 : 0, t.name().span()), t.from(), t.to(), t.span());
      }
      case Statement.Initial i -> initial(i);
      default -> throw new IllegalStateException("no statement of a scenario: " + statement);
    }
  }

  private void change(
      Statement.Head head, Ex value, Optional<Ex.Period> from, Optional<Ex.Period> to, Span span) {
    Optional<Symbol> symbol = input(head);
    OptionalInt first = from.map(this::within).orElse(OptionalInt.of(0));
    OptionalInt last = to.map(this::within).orElse(OptionalInt.of(FOREVER));
    if (symbol.isEmpty() || first.isEmpty() || last.isEmpty()) {
      return;
    }
    if (first.getAsInt() > last.getAsInt()) {
      report.error("E0283", span);
      return;
    }
    for (Target target : targets(symbol.get(), head)) {
      if (value instanceof Ex.Map map) {
        steps(target, map);
      } else {
        changes.add(
            new Scenario.Change(
                target.id(), value(target, value), first.getAsInt(), last.getAsInt()));
      }
    }
  }

  private record Target(int id, Scope scope) {}

  private Optional<Symbol> input(Statement.Head head) {
    Symbol symbol = draft.symbols.get(head.name());
    if (symbol == null || !symbol.kind.input()) {
      Set<String> known = new HashSet<>();
      model.inputs().forEach(i -> known.add(i.name().base()));
      report.error(
          "E0103",
          head.word(),
          "name",
          head.name(),
          "model",
          model.id(),
          "near",
          report.near(head.name(), known.stream().sorted().toList()));
      return Optional.empty();
    }
    return Optional.of(symbol);
  }

  /** The cells meant: all of them where no index is written. */
  private List<Target> targets(Symbol symbol, Statement.Head head) {
    List<Target> targets = new ArrayList<>();
    if (head.groups().isEmpty()) {
      symbol.cells.values().stream()
          .sorted()
          .forEach(id -> targets.add(new Target(id, new Scope())));
      return targets;
    }
    List<Ex.Binder> binders = head.groups().get(0);
    Scope scope = new Scope();
    if (lower.domains().sound(binders, scope, true)) {
      lower
          .domains()
          .each(
              binders,
              scope,
              tuple -> {
                Optional<Integer> cell = symbol.cell(tuple);
                if (cell.isPresent()) {
                  targets.add(new Target(cell.get(), scope.copy()));
                } else {
                  report.error(
                      "E0212",
                      head.span(),
                      "name",
                      head.name(),
                      "element",
                      String.join(", ", tuple),
                      "near",
                      near(symbol, tuple));
                }
              });
    }
    return targets;
  }

  private Optional<String> near(Symbol symbol, List<String> tuple) {
    return tuple.size() == 1 && symbol.arity == 1
        ? report.near(tuple.get(0), symbol.elementsAt(0))
        : Optional.empty();
  }

  private void steps(Target target, Ex.Map map) {
    for (Ex.Entry entry : map.entries()) {
      if (entry.key().size() != 1) {
        report.error("E0267", entry.span());
        continue;
      }
      Ex.Element key = entry.key().get(0);
      OptionalInt from = within(new Ex.Period(key.text(), key.span()));
      if (from.isPresent()) {
        changes.add(
            new Scenario.Change(
                target.id(), value(target, entry.value()), from.getAsInt(), FOREVER));
      }
    }
  }

  /** {@code base} is the input itself: what it would have been. */
  private Expr value(Target target, Ex ex) {
    Symbol base = new Symbol("base", Symbol.Kind.PARAM, 0, ex.span());
    base.cells.put(List.of(), target.id());
    draft.symbols.put("base", base);
    Expr value = lower.in(Lower.Mode.PATH, ex, target.scope());
    draft.symbols.remove("base");
    Input input = model.inputs().get(target.id());
    if (value instanceof Expr.Const c && input.low().isPresent() && input.high().isPresent()) {
      if (c.value() < input.low().get() || c.value() > input.high().get()) {
        report.outside(
            ex.span(),
            input.name().toString(),
            c.value(),
            input.low().get(),
            input.high().get(),
            Optional.of(input.place()));
      }
    }
    return value;
  }

  private OptionalInt within(Ex.Period period) {
    OptionalInt number = periods.number(period);
    if (number.isPresent()
        && (number.getAsInt() < 0 || number.getAsInt() > model.calendar().horizon())) {
      report.error(
          "E0282",
          period.span(),
          "period",
          period.label(),
          "first",
          model.calendar().label(1),
          "last",
          model.calendar().label(model.calendar().horizon()));
      return OptionalInt.empty();
    }
    return number;
  }

  private void initial(Statement.Initial i) {
    Symbol symbol = draft.symbols.get(i.head().name());
    if (symbol == null || symbol.kind.input()) {
      Set<String> known = new HashSet<>();
      model.variables().forEach(v -> known.add(v.name().base()));
      report.error(
          "E0210",
          i.head().word(),
          "name",
          i.head().name(),
          "near",
          report.near(i.head().name(), known.stream().sorted().toList()));
      return;
    }
    // A holding has the indices of its claim and its holder, in two pairs of brackets.
    List<Ex.Binder> binders = i.head().groups().stream().flatMap(List::stream).toList();
    Statement.Head flat =
        new Statement.Head(
            i.head().name(),
            binders.isEmpty() ? List.of() : List.of(binders),
            i.head().word(),
            i.head().span());
    for (Target target : targets(symbol, flat)) {
      Expr value = lower.in(Lower.Mode.PATH, i.value(), target.scope());
      double number = Constants.value(value, 0, id -> model.inputs().get(id).value());
      if (Double.isFinite(number)) {
        initials.add(new Scenario.InitialValue(target.id(), number));
      } else {
        report.error("E0234", i.value().span(), "name", i.head().name(), "value", number);
      }
    }
  }
}
