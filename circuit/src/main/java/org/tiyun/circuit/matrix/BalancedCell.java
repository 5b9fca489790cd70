package org.tiyun.circuit.matrix;

import org.tiyun.ledger.FlowCell;

/**
 * A cell of the balanced matrix.
 *
 * @param cell the ledger's row: starting value, range, basis, grade, source
 * @param value billions of US dollars after balancing, within the row's range
 */
public record BalancedCell(FlowCell cell, double value) {

  /** The same amount and row read as another payment. */
  BalancedCell between(String payer, String payee, String kind) {
    FlowCell read =
        new FlowCell(
            cell.year(),
            payer,
            payee,
            kind,
            cell.value(),
            cell.low(),
            cell.high(),
            cell.basis(),
            cell.grade(),
            cell.source(),
            cell.note(),
            cell.row());
    return new BalancedCell(read, value);
  }

  /** Kinds that are a sale: what C3 and C10 call sales. */
  public boolean sale() {
    return switch (cell.kind()) {
      case "sales", "api", "cloud", "revenue_share", "chips", "servers", "foundry" -> true;
      default -> false;
    };
  }
}
