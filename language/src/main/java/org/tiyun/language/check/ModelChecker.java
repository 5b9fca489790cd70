package org.tiyun.language.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.tiyun.language.model.Books;
import org.tiyun.language.model.Checked;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Clearing;
import org.tiyun.language.model.Equation;
import org.tiyun.language.model.Event;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.LookUp;
import org.tiyun.language.model.ModelTables;
import org.tiyun.language.model.SwitchRule;
import org.tiyun.language.model.Variable;
import org.tiyun.language.syntax.Span;
import org.tiyun.language.syntax.Statement;

/**
 * Checks a model, phase by phase: files, header, sets, sectors, names, values, right sides, books.
 */
public final class ModelChecker {
  private ModelChecker() {}

  /** The model where it is sound, and every independent finding. */
  public static Checked<CheckedModel> check(
      String main, Map<String, String> texts, ModelTables tables, Consumer<LookUp> heard) {
    Report report = new Report();
    Files files = new Files(texts, report);
    Optional<CheckedModel> model = Optional.empty();
    try {
      files.read(main);
      model = model(files, main, texts, new Rows(tables, report, heard), report);
    } catch (Draft.TooLarge large) {
      // Its finding is in the report.
    }
    List<org.tiyun.words.Finding> findings = List.copyOf(report.findings());
    return new Checked<>(report.clean() ? model : Optional.empty(), findings);
  }

  private static Optional<CheckedModel> model(
      Files files, String main, Map<String, String> texts, Rows rows, Report report) {
    List<Statement> statements = files.statements();
    Span whole = new Span(files.source(main), 0, 0);
    Header header = Header.of(statements, whole, report);
    Periods periods = new Periods(header.calendar(), report);
    Draft draft = new Draft();
    Sets sets = new Sets(rows, report);
    declareSets(statements, sets, report);
    Accounts accounts = new Accounts(draft);
    Lower lower = new Lower(draft, sets, accounts, rows, periods, report);
    Inputs inputs = new Inputs(draft, lower, periods, report);
    Declarations declarations = new Declarations(draft, sets, accounts, lower, inputs, report);
    declarations.sectors(statements);
    declarations.claims(statements);
    declarations.all(statements);
    inputs.finish();
    Bodies bodies = new Bodies(draft, lower, periods, report);
    bodies.read(declarations.bodies());
    List<Event> events = bodies.events(statements);
    List<SwitchRule> switches = bodies.switches(statements);
    Starts starts = new Starts(draft, accounts, lower, report);
    starts.read(statements);
    OptionalInt settlement = settlement(statements, draft, accounts, report);
    if (report.clean()) {
      String pays =
          settlement.isPresent() ? accounts.claims.get(settlement.getAsInt()).name().base() : "";
      Units.check(statements, draft, header.calendar().step(), pays, report);
    }
    if (!report.clean()) {
      return Optional.empty();
    }
    new Remarks(draft, accounts, report).make(statements, settlement);
    accounts.close(settlement);
    Optional<Clearing> clearing =
        new ClearingMaker(draft, accounts, report)
            .make(settlement)
            .map(c -> recovering(c, statements));
    Books books =
        accounts.flows.isEmpty() && accounts.claims.isEmpty()
            ? Books.none()
            : accounts.books(settlement);
    List<Variable> variables = variables(draft, starts, inputs);
    List<Equation> equations = new ArrayList<>(draft.equations.values());
    return Optional.of(
        new CheckedModel(
            Called.by(main, header.id()),
            header.title(),
            hash(files.order(), texts),
            header.calendar(),
            variables,
            List.copyOf(draft.inputs),
            List.copyOf(equations),
            clearing,
            books,
            events,
            switches,
            List.copyOf(draft.streams),
            sets.all().values().stream()
                .map(t -> new CheckedModel.NamedSet(t.name(), t.rows()))
                .toList()));
  }

  private static Clearing recovering(Clearing clearing, List<Statement> statements) {
    return statements.stream()
        .filter(Statement.Settle.class::isInstance)
        .map(Statement.Settle.class::cast)
        .findFirst()
        .map(s -> clearing.recovering(s.ofResources().value(), s.ofReceipts().value()))
        .orElse(clearing);
  }

  private static void declareSets(List<Statement> statements, Sets sets, Report report) {
    for (Statement statement : statements) {
      switch (statement) {
        case Statement.SetDecl s -> {
          if (sets.has(s.name().text())) {
            report.error("E0211", s.name().span(), "name", s.name().text());
          }
          sets.declare(s.name(), s);
        }
        case Statement.RelationDecl r -> {
          if (sets.has(r.name().text())) {
            report.error("E0211", r.name().span(), "name", r.name().text());
          }
          sets.declare(r.name(), r);
        }
        default -> {}
      }
    }
    // All are worked out now, so that every element is known by name before expressions are read.
    sets.all();
  }

  /** The claim that pays: the one named, else the one called money. */
  private static OptionalInt settlement(
      List<Statement> statements, Draft draft, Accounts accounts, Report report) {
    for (Statement statement : statements) {
      if (statement instanceof Statement.Settle s) {
        Symbol symbol = draft.symbols.get(s.claim().text());
        if (symbol == null && report.unread().may(s.claim().text())) {
          return OptionalInt.empty();
        }
        if (symbol == null || symbol.kind != Symbol.Kind.CLAIM || symbol.arity > 0) {
          report.error("E0214", s.claim().span(), "name", s.claim().text());
          return OptionalInt.empty();
        }
        symbol.used = true;
        return symbol.cell(List.of()).map(OptionalInt::of).orElse(OptionalInt.empty());
      }
    }
    Symbol money = draft.symbols.get("money");
    if (money != null && money.kind == Symbol.Kind.CLAIM && money.arity == 0) {
      return money.cell(List.of()).map(OptionalInt::of).orElse(OptionalInt.empty());
    }
    boolean missing = report.unread().kind("claim") || report.unread().kind("settle");
    if (!accounts.flows.isEmpty() && !missing) {
      report.add(org.tiyun.words.Finding.error("E0245", accounts.flows.get(0).place()));
    }
    return OptionalInt.empty();
  }

  private static List<Variable> variables(Draft draft, Starts starts, Inputs inputs) {
    List<Variable> variables = new ArrayList<>();
    for (int id = 0; id < draft.variables.size(); id++) {
      Draft.Sketch s = draft.variables.get(id);
      Expr start = starts.start(id);
      variables.add(
          new Variable(
              id,
              s.name(),
              s.role(),
              s.unit(),
              Constants.value(start, 0, inputs::number),
              start instanceof Expr.Const ? Optional.empty() : Optional.of(start),
              s.doc(),
              s.place()));
    }
    return List.copyOf(variables);
  }

  /** First 12 hexadecimal digits of the SHA-256 of names and texts, in include order. */
  static String hash(List<String> order, Map<String, String> texts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String name : order) {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(texts.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
