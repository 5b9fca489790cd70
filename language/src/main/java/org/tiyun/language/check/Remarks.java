package org.tiyun.language.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Origin;
import org.tiyun.language.syntax.Span;
import org.tiyun.language.syntax.Statement;

/**
 * What is odd in a sound model: things without use, sectors without flows, numbers from nowhere.
 */
final class Remarks {
  private static final int NAMED = 6;

  private final Draft draft;
  private final Accounts accounts;
  private final Report report;

  Remarks(Draft draft, Accounts accounts, Report report) {
    this.draft = draft;
    this.accounts = accounts;
    this.report = report;
  }

  void make(List<Statement> statements, OptionalInt settlement) {
    Set<String> mentioned = Mentions.of(statements);
    for (Statement statement : statements) {
      switch (statement) {
        case Statement.Param p -> unused(p.head().name(), p.head().word(), mentioned);
        case Statement.Path p -> unused(p.head().name(), p.head().word(), mentioned);
        case Statement.Switch s -> unused(s.name().text(), s.name().span(), mentioned);
        case Statement.SetDecl s -> unused(s.name().text(), s.name().span(), mentioned);
        case Statement.RelationDecl r -> unused(r.name().text(), r.name().span(), mentioned);
        case Statement.Claim c -> held(c, settlement);
        case Statement.Sector s -> idle(s);
        default -> {}
      }
    }
    unsourced(statements);
  }

  private void unused(String name, Span span, Set<String> mentioned) {
    if (!mentioned.contains(name)) {
      report.warning("W0203", span, "name", name);
    }
  }

  /** A claim that pays, or that anyone but its issuer ever holds. */
  private void held(Statement.Claim c, OptionalInt settlement) {
    Symbol symbol = draft.symbols.get(c.head().name());
    if (symbol == null) {
      return;
    }
    boolean held = symbol.cells.isEmpty();
    for (int claim : symbol.cells.values()) {
      Set<Integer> holders = new HashSet<>(accounts.holdings(claim).keySet());
      accounts.claims.get(claim).issuer().ifPresent(holders::remove);
      OptionalInt moved = OptionalInt.of(claim);
      held |=
          !holders.isEmpty()
              || settlement.equals(moved)
              || accounts.flows.stream().anyMatch(f -> f.claim().equals(moved));
    }
    if (!held) {
      report.warning("W0206", c.head().word(), "name", c.head().name());
    }
  }

  /** A single sector that nobody pays, that pays nobody, and that owes nothing. */
  private void idle(Statement.Sector s) {
    if (s.each() || accounts.flows.isEmpty()) {
      return;
    }
    int sector = accounts.sector(s.name().text()).orElse(-1);
    boolean busy =
        accounts.flows.stream().anyMatch(f -> f.payer() == sector || f.payee() == sector)
            || accounts.claims.stream()
                .anyMatch(c -> c.issuer().filter(i -> i == sector).isPresent())
            || accounts.changes.stream().anyMatch(c -> c.holder() == sector);
    if (!busy) {
      report.warning("W0205", s.name().span(), "name", s.name().text());
    }
  }

  /** All inputs without a source in one remark, at the first of them. */
  private void unsourced(List<Statement> statements) {
    Map<String, Span> words = new LinkedHashMap<>();
    for (Statement statement : statements) {
      if (statement instanceof Statement.Param p) {
        words.put(p.head().name(), p.head().word());
      } else if (statement instanceof Statement.Path p) {
        words.put(p.head().name(), p.head().word());
      }
    }
    List<String> names = new ArrayList<>();
    for (Input input : draft.inputs) {
      String name = input.name().base();
      if (input.origin() instanceof Origin.Unsourced
          && words.containsKey(name)
          && !names.contains(name)) {
        names.add(name);
      }
    }
    if (!names.isEmpty()) {
      String list = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
      report.warning(
          "W0204",
          words.getOrDefault(names.get(0), statements.get(0).span()),
          "count",
          names.size(),
          "names",
          names.size() > NAMED ? list + ", …" : list);
    }
  }
}
