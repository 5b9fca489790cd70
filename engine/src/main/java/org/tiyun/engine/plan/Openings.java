package org.tiyun.engine.plan;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tiyun.language.model.Books;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Scenario;

/** Opening balances under a scenario that changes what somebody holds. */
final class Openings {
  private Openings() {}

  /**
   * Where a holding is given a new start, its issuer owes that much more or less from the start and
   * so much is outstanding, so that the opening balance sheet balances as every later one. An
   * issuer whose own start the scenario gives keeps it.
   *
   * @param initial node of each variable's start; changed in place
   */
  static void balance(CheckedModel model, Graph graph, Scenario scenario, int[] initial) {
    Set<Integer> given =
        scenario.initials().stream()
            .map(Scenario.InitialValue::variable)
            .collect(Collectors.toSet());
    if (given.isEmpty()) {
      return;
    }
    for (Books.Claim claim : model.books().claims()) {
      if (claim.holdings().stream().noneMatch(h -> given.contains(h.variable()))) {
        continue;
      }
      int held = graph.constant(0);
      Optional<Books.Holding> issuer = Optional.empty();
      for (Books.Holding holding : claim.holdings()) {
        String sector = model.books().sectors().get(holding.sector());
        if (claim.issuer().equals(Optional.of(sector))) {
          issuer = Optional.of(holding);
        } else {
          held = graph.binary(Op.ADD, held, initial[holding.variable()]);
        }
      }
      if (issuer.isPresent() && !given.contains(issuer.get().variable())) {
        initial[issuer.get().variable()] = graph.minus(graph.constant(0), held);
      }
      int total = held;
      model.variable(claim.name()).ifPresent(v -> initial[v] = total);
    }
  }
}
