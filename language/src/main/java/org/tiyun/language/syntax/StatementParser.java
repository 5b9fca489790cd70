package org.tiyun.language.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tiyun.words.Finding;
import org.tiyun.words.Term;

/** A file of statements: one result, and every fault, each statement being read on its own. */
public final class StatementParser {
  private static final int MOST_FAULTS = 300;

  /** What was read, and what of it could not be. */
  public record Parsed(List<Statement> statements, List<Finding> findings, Unread unread) {}

  /** A reserved word where a name was wanted; declares: where it was to be declared. */
  private record Reserved(String word, boolean declares, Finding finding) {}

  private final Cursor in;
  private final ExpressionParser expressions;
  private final ClauseParser clauses;
  private final FlowParser flows;
  private final ScenarioParser scenarios;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private final List<Reserved> reserved = new ArrayList<>();
  private final boolean scenario;
  private Unread unread = Unread.NOTHING;

  private StatementParser(Source source, boolean scenario) {
    this.in = new Cursor(Lexer.read(source), findings);
    this.expressions = new ExpressionParser(in);
    this.clauses = new ClauseParser(in, expressions);
    this.flows = new FlowParser(in, expressions, clauses);
    this.scenarios = new ScenarioParser(in, expressions, clauses);
    this.scenario = scenario;
  }

  /** Reads a model, or a file that a model includes. */
  public static Parsed model(Source source) {
    return new StatementParser(source, false).read();
  }

  /** Reads a scenario. */
  public static Parsed scenario(Source source) {
    return new StatementParser(source, true).read();
  }

  private Parsed read() {
    while (!in.atEnd()) {
      int before = in.position();
      try {
        in.restart();
        if (scenario) {
          statements.add(scenarios.statement());
        } else {
          statement();
        }
      } catch (Cursor.Lost lost) {
        giveUp(before);
      }
      if (findings.size() >= MOST_FAULTS) {
        findings.add(
            Finding.error("E0200", in.peek().span().place()).with("count", findings.size()));
        unread = unread.and(Unread.ANYTHING);
        break;
      }
    }
    return new Parsed(List.copyOf(statements), rootCauses(), unread);
  }

  private void giveUp(int before) {
    int stuck = in.position();
    Token word = in.peek();
    skip(before);
    List<Token> tokens = in.between(before, Math.max(in.position(), stuck + 1));
    if (word.is(Token.Kind.KEYWORD)
        && !findings.isEmpty()
        && findings.getLast().code().equals("E0204")) {
      boolean declares = Unread.heads(tokens).contains(stuck - before);
      reserved.add(new Reserved(word.text(), declares, findings.getLast()));
    }
    unread = unread.and(Unread.of(in.between(before, in.position())));
  }

  /** A reserved word that was to be a name is said once, and not wherever the name is used. */
  private List<Finding> rootCauses() {
    List<Finding> kept = new ArrayList<>(findings);
    for (Reserved r : reserved) {
      Optional<Reserved> root =
          reserved.stream().filter(o -> o.declares() && o.word().equals(r.word())).findFirst();
      if (root.isPresent() && root.get() != r) {
        kept.removeIf(f -> f == r.finding());
      }
    }
    return List.copyOf(kept);
  }

  /** To where the next statement seems to begin. */
  private void skip(int before) {
    if (in.position() == before) {
      in.take();
    }
    while (!in.atEnd()) {
      Token token = in.peek();
      Token next = in.peek(1);
      // A reserved word that is used as a name has a sign after it, or nothing on its line.
      boolean starts =
          token.is(Token.Kind.KEYWORD)
              && Lexer.STATEMENTS.contains(token.text())
              && (token.firstOnLine() ? !next.sign("=") : begins(next));
      boolean equation =
          token.firstOnLine() && token.named() && (in.peek(1).sign("=") || in.peek(1).sign("["));
      if (starts || equation) {
        return;
      }
      in.take();
    }
  }

  private static boolean begins(Token next) {
    return !next.firstOnLine() && !next.is(Token.Kind.SIGN) && !next.is(Token.Kind.END);
  }

  private void statement() {
    Token start = in.peek();
    if (start.named()) {
      statements.add(equation(start));
      return;
    }
    if (!start.is(Token.Kind.KEYWORD) || !Lexer.STATEMENTS.contains(start.text())) {
      in.expected(new Term("language.expected.statement"));
    }
    if (in.peek(1).sign("=")) {
      in.expected(new Term("language.expected.name"));
    }
    in.take();
    switch (start.text()) {
      case "model" -> {
        Ex.Element name = in.name();
        String title = in.peek().is(Token.Kind.TEXT) ? in.text().text() : "";
        statements.add(new Statement.Model(name.text(), title, in.since(start)));
      }
      case "step" -> {
        Ex.Element step = in.name();
        statements.add(new Statement.Step(step.text(), step.span()));
      }
      case "horizon" -> horizon(start);
      case "use" -> {
        in.word("ledger");
        statements.add(new Statement.UseLedger(in.text().text(), in.since(start)));
      }
      case "include" -> {
        Ex.Text file = in.text();
        statements.add(new Statement.Include(file.text(), file.span()));
      }
      case "set" -> set(start);
      case "relation" -> relation(start);
      case "sector" -> sectors(start);
      case "claim" -> claim(start);
      case "settle" -> settle(start);
      case "param" -> inputs(start, true);
      case "path" -> inputs(start, false);
      case "switch" -> statements.add(flows.switchDecl(start));
      case "flow" -> statements.add(flows.flow(start));
      case "let" -> statements.add(equation(start));
      case "initial" -> {
        Statement.Head head = clauses.head();
        in.sign("=");
        statements.add(new Statement.Initial(head, expressions.expression(), in.since(start)));
      }
      case "revalue" -> statements.add(flows.revalue(start));
      case "event" -> statements.add(flows.event(start));
      default -> {
        in.report(Finding.error("E0250", start.span().place()));
        throw new Cursor.Lost();
      }
    }
  }

  private Statement equation(Token start) {
    Statement.Head head = clauses.head();
    in.sign("=");
    Ex right = expressions.expression();
    return new Statement.Equation(head, right, clauses.clauses(), in.since(start));
  }

  private void horizon(Token start) {
    Ex.Period first = in.period();
    if (in.takeSign("..")) {
      Ex.Period last = in.period();
      statements.add(
          new Statement.Horizon(Optional.of(first.label()), last.label(), in.since(start)));
    } else {
      statements.add(new Statement.Horizon(Optional.empty(), first.label(), in.since(start)));
    }
  }

  private void set(Token start) {
    Ex.Element name = in.name();
    Optional<Ex.Element> of = in.takeWord("of") ? Optional.of(in.name()) : Optional.empty();
    in.sign("=");
    statements.add(new Statement.SetDecl(name, of, expressions.sets().set(), in.since(start)));
  }

  private void relation(Token start) {
    Ex.Element name = in.name();
    in.sign("(");
    List<Ex.Element> over = new ArrayList<>();
    do {
      over.add(in.name());
    } while (in.takeSign(","));
    in.sign(")");
    in.sign("=");
    statements.add(
        new Statement.RelationDecl(name, over, expressions.sets().set(), in.since(start)));
  }

  private void sectors(Token start) {
    do {
      boolean each = in.peek().word("each") && in.peek(1).named();
      if (each) {
        in.take();
      }
      Ex.Element name = in.name();
      statements.add(new Statement.Sector(name, each, in.since(start)));
    } while (in.takeSign(","));
  }

  private void claim(Token start) {
    Statement.Head head = clauses.head();
    Optional<Ex> issuer = Optional.empty();
    if (in.takeWord("issued")) {
      in.word("by");
      issuer = Optional.of(expressions.expression());
    }
    statements.add(new Statement.Claim(head, issuer, clauses.clauses(), in.since(start)));
  }

  private void settle(Token start) {
    Ex.Element claim = in.name();
    Ex.Num full = new Ex.Num(1, claim.span());
    if (!in.peek().word("recovery") || in.peek().firstOnLine()) {
      statements.add(new Statement.Settle(claim, full, full, in.since(start)));
      return;
    }
    in.take();
    Ex.Num ofResources = share();
    Ex.Num ofReceipts = in.takeSign(",") ? share() : ofResources;
    statements.add(new Statement.Settle(claim, ofResources, ofReceipts, in.since(start)));
  }

  private Ex.Num share() {
    Token number =
        in.peek().is(Token.Kind.NUMBER)
            ? in.take()
            : in.expected(new Term("language.expected.number"));
    if (number.value() > 1) {
      in.report(Finding.error("E0290", number.span().place()).with("value", number.span().text()));
    }
    return new Ex.Num(number.value(), number.span());
  }

  private void inputs(Token start, boolean parameters) {
    Token first = start;
    List<Input> list = new ArrayList<>();
    do {
      Statement.Head head = clauses.head();
      in.sign("=");
      Ex value = clauses.value();
      // In the list "a = 1, b = 2" each declaration has its own place.
      list.add(new Input(head, value, clauses.clauses(), in.since(first)));
      first = in.peek(1);
    } while (in.takeSign(","));
    Optional<Ex.Text> source = list.getLast().ends().source();
    for (Input input : list) {
      Statement.Clauses ends = input.ends().orSource(source);
      statements.add(
          parameters
              ? new Statement.Param(input.head(), input.value(), ends, input.span())
              : new Statement.Path(input.head(), input.value(), ends, input.span()));
    }
  }

  /** One of a list of parameters or paths; the source of the last holds for all that have none. */
  private record Input(Statement.Head head, Ex value, Statement.Clauses ends, Span span) {}
}
