package org.tiyun.circuit.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.tiyun.ledger.ControlTotal;
import org.tiyun.ledger.Deal;
import org.tiyun.ledger.Ledger;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/**
 * The boundary with credits and goods on credit: what was delivered and not paid in cash counts as
 * paid by the buyer and as lent by the seller. Two kinds of row say so: a total for information
 * whose item is {@code paid_to_FIRM}, for what goes beyond the cells it would sum; and vendor
 * finance in kind, announced in the year, by the sellers of chips and servers to that buyer. Trade
 * receivables are not credits here: they are paid within weeks.
 */
final class Credits implements UnaryOperator<FlowMatrix> {
  private static final String PAID_TO = "paid_to_";
  private static final Set<String> GOODS = Set.of("chips", "servers");

  private final Ledger ledger;

  Credits(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public FlowMatrix apply(FlowMatrix matrix) {
    List<BalancedCell> cells = new ArrayList<>(matrix.cells());
    for (ControlTotal total : ledger.totals()) {
      if (total.year() == matrix.year() && !total.binding() && total.item().startsWith(PAID_TO)) {
        String seller = total.item().substring(PAID_TO.length());
        List<BalancedCell> sales =
            matrix.between(total.entity(), seller).stream().filter(BalancedCell::sale).toList();
        lend(cells, sales, total.value() - sum(sales));
      }
    }
    for (Deal deal : ledger.deals()) {
      if (deal.kind().equals("vendor_finance")
          && deal.settlement() == Deal.Settlement.IN_KIND
          && deal.scope() == Deal.Scope.FLOW
          && deal.announced().startsWith(String.valueOf(matrix.year()))) {
        List<BalancedCell> goods =
            matrix.cells().stream()
                .filter(cell -> cell.cell().payer().equals(deal.payee()))
                .filter(cell -> GOODS.contains(cell.cell().kind()))
                .toList();
        lend(cells, goods, deal.amountUsdB().orElse(0));
      }
    }
    if (cells.size() == matrix.cells().size()) {
      throw new Failure(Finding.error("E0539").with("year", matrix.year()));
    }
    return new FlowMatrix(
        matrix.year(), matrix.circle(), cells, matrix.totals(), matrix.residual());
  }

  /** Adds what was delivered on credit to both sides, in proportion to what was paid in cash. */
  private static void lend(List<BalancedCell> cells, List<BalancedCell> paid, double amount) {
    double all = sum(paid);
    for (BalancedCell cell : paid) {
      // Cells are added whatever the amount: every draw of a year must have the same ones.
      double credit = all > 0 ? Math.max(0, amount) * cell.value() / all : 0;
      String buyer = cell.cell().payer();
      String seller = cell.cell().payee();
      cells.add(new BalancedCell(cell.cell(), credit));
      cells.add(new BalancedCell(cell.between(seller, buyer, "debt").cell(), credit));
    }
  }

  private static double sum(List<BalancedCell> cells) {
    return cells.stream().mapToDouble(BalancedCell::value).sum();
  }
}
