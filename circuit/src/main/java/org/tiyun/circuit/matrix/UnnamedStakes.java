package org.tiyun.circuit.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.tiyun.ledger.Deal;
import org.tiyun.ledger.Entity;
import org.tiyun.ledger.Ledger;

/**
 * The boundary in which stakes without a known receiver went to other labs, which still hold the
 * money: of a firm's investments outside the circle, what its paid deals with firms outside do not
 * explain.
 */
final class UnnamedStakes implements UnaryOperator<FlowMatrix> {
  private static final String LABS = "other-labs";
  private static final Set<String> STAKES =
      Set.of("equity", "licence", "asset_sale", "convertible");

  /** Firms of these roles stand within groups of the circle. */
  private static final Set<String> GROUPED = Set.of("lab", "neocloud");

  private final Ledger ledger;

  UnnamedStakes(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public FlowMatrix apply(FlowMatrix matrix) {
    List<BalancedCell> cells = new ArrayList<>();
    for (BalancedCell cell : matrix.cells()) {
      boolean stake =
          cell.cell().kind().equals("investment") && matrix.circle().contains(cell.cell().payer());
      double unnamed = stake ? Math.max(0, cell.value() - named(cell.cell().payer(), matrix)) : 0;
      cells.add(new BalancedCell(cell.cell(), cell.value() - unnamed));
      if (stake) {
        cells.add(
            new BalancedCell(cell.between(cell.cell().payer(), LABS, "equity").cell(), unnamed));
        cells.add(new BalancedCell(cell.between(LABS, "cash", "cash").cell(), unnamed));
      }
    }
    return new FlowMatrix(
        matrix.year(), matrix.circle(), cells, matrix.totals(), matrix.residual());
  }

  private double named(String payer, FlowMatrix matrix) {
    Set<String> grouped =
        ledger.entities().stream()
            .filter(entity -> GROUPED.contains(entity.role()))
            .map(Entity::id)
            .collect(Collectors.toSet());
    String year = String.valueOf(matrix.year());
    return ledger.deals().stream()
        .filter(deal -> deal.payer().equals(payer) && STAKES.contains(deal.kind()))
        .filter(deal -> deal.countable() && deal.stage() == Deal.Stage.PAID)
        .filter(deal -> deal.start().orElse(deal.announced()).startsWith(year))
        .filter(deal -> !matrix.circle().contains(deal.payee()))
        .filter(deal -> !grouped.contains(deal.payee()))
        .mapToDouble(deal -> deal.amountUsdB().orElse(0))
        .sum();
  }
}
