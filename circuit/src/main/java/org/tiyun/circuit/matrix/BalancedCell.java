package org.tiyun.circuit.matrix;

import org.tiyun.ledger.FlowCell;

/**
 * A cell of the balanced matrix.
 *
 * @param cell the ledger's row: starting value, range, basis, grade, source
 * @param value billions of US dollars after balancing, within the row's range
 */
public record BalancedCell(FlowCell cell, double value) {

  /** Kinds that are a sale: what C3 and C10 call sales. */
  public boolean sale() {
    return switch (cell.kind()) {
      case "sales", "api", "cloud", "revenue_share", "chips", "servers", "foundry" -> true;
      default -> false;
    };
  }
}
