package org.tiyun.language.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tiyun.language.model.Clearing;
import org.tiyun.language.model.Equation;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.Expr.BinaryOp;
import org.tiyun.language.model.Leaves;
import org.tiyun.language.model.Name;
import org.tiyun.language.model.Variable.Role;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;

/**
 * Puts the clearing between the equations: what each sector can pay its dues with, and which plain
 * flows come before.
 */
final class ClearingMaker {
  private final Draft draft;
  private final Accounts accounts;
  private final Report report;

  ClearingMaker(Draft draft, Accounts accounts, Report report) {
    this.draft = draft;
    this.accounts = accounts;
    this.report = report;
  }

  Optional<Clearing> make(OptionalInt settlement) {
    List<Accounts.FlowCell> dues =
        accounts.flows.stream().filter(f -> f.owed().isPresent()).toList();
    if (dues.isEmpty() || settlement.isEmpty()) {
      return Optional.empty();
    }
    Map<Integer, Integer> positions = new LinkedHashMap<>();
    for (Accounts.FlowCell due : dues) {
      positions.putIfAbsent(due.payer(), positions.size());
      positions.putIfAbsent(due.payee(), positions.size());
    }
    for (int sector : positions.keySet()) {
      accounts
          .shortfalls()
          .computeIfAbsent(
              sector, s -> variable("shortfall", Role.SHORTFALL, s, dues.get(0).place()));
    }
    Set<Integer> after = after(dues);
    for (Accounts.FlowCell due : dues) {
      if (after.contains(due.owed().getAsInt())) {
        report.add(Finding.error("E0241", due.place()).with("name", due.name().toString()));
      }
    }
    List<Integer> resources = new ArrayList<>();
    List<Integer> shortfalls = new ArrayList<>();
    for (int sector : positions.keySet()) {
      resources.add(resource(sector, settlement.getAsInt(), after, dues.get(0).place()));
      shortfalls.add(Objects.requireNonNull(accounts.shortfalls().get(sector)));
    }
    int last = accounts.flows.stream().mapToInt(f -> f.senior().orElse(0)).max().orElse(0) + 1;
    List<Clearing.Obligation> obligations =
        dues.stream()
            .map(d ->
                new Clearing.Obligation(
                    Objects.requireNonNull(positions.get(d.payer())),
                    Objects.requireNonNull(positions.get(d.payee())),
                    d.owed().getAsInt(),
                    d.amount(),
                    d.senior().orElse(last)))
            .toList();
    return Optional.of(
        new Clearing(
            positions.size(), List.copyOf(resources), List.copyOf(shortfalls), obligations));
  }

  private int variable(String base, Role role, int sector, Place place) {
    return draft.variable(
        Name.of(base, accounts.names().get(sector)),
        role,
        Optional.empty(),
        Optional.empty(),
        place);
  }

  /** Variables whose value of this period needs to know what was paid. */
  private Set<Integer> after(List<Accounts.FlowCell> dues) {
    Map<Integer, List<Integer>> readers = new LinkedHashMap<>();
    for (Equation equation : draft.equations.values()) {
      for (int read : now(equation.right())) {
        readers.computeIfAbsent(read, r -> new ArrayList<>()).add(equation.variable());
      }
    }
    Set<Integer> after = new HashSet<>();
    Deque<Integer> waiting = new ArrayDeque<>();
    dues.forEach(d -> waiting.add(d.amount()));
    waiting.addAll(accounts.shortfalls().values());
    while (!waiting.isEmpty()) {
      int variable = waiting.poll();
      if (after.add(variable)) {
        waiting.addAll(readers.getOrDefault(variable, List.of()));
      }
    }
    return after;
  }

  /** Variables of this period that an expression reads. */
  private static Set<Integer> now(Expr root) {
    Set<Integer> found = new HashSet<>();
    Leaves.each(
        root,
        leaf -> {
          if (leaf instanceof Expr.Var v && v.lag() == 0) {
            found.add(v.id());
          }
        });
    return found;
  }

  /**
   * Opening money plus the plain flows before the clearing. The issuer of the money pays whatever
   * it owes: its own money is what it pays with.
   */
  private int resource(int sector, int settlement, Set<Integer> after, Place place) {
    int id = variable("resource", Role.RESOURCE, sector, place);
    if (accounts.claims.get(settlement).issuer().equals(Optional.of(sector))) {
      draft.equation(id, accounts.owedBy(sector), place);
      return id;
    }
    List<Expr> in = new ArrayList<>(List.of(new Expr.Var(accounts.holding(settlement, sector), 1)));
    List<Expr> out = new ArrayList<>();
    for (Accounts.FlowCell flow : accounts.flows) {
      boolean before = flow.owed().isEmpty() && !flow.last() && !after.contains(flow.amount());
      if (before && flow.payee() == sector) {
        in.add(draft.now(flow.amount()));
      }
      if (before && flow.payer() == sector) {
        out.add(draft.now(flow.amount()));
      }
    }
    Expr value =
        new Expr.Binary(
            BinaryOp.SUB, Fold.balanced(BinaryOp.ADD, in, 0), Fold.balanced(BinaryOp.ADD, out, 0));
    // An overdraft is no means of payment; the audit reports it where it stands.
    draft.equation(id, new Expr.Binary(BinaryOp.MAX, value, Lower.ZERO), place);
    return id;
  }
}
