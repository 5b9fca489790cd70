package org.tiyun.circuit.matrix;

import java.util.List;
import org.tiyun.ledger.ControlTotal;

/**
 * A control total after balancing.
 *
 * @param value what its cells sum to, billions of US dollars
 * @param cells positions of its cells in the matrix
 */
public record BalancedTotal(ControlTotal total, double value, List<Integer> cells) {
  /** How far the sum ended from the total's value, in billions: what the sources disagree about. */
  public double miss() {
    return value - total.value();
  }
}
