package org.tiyun.circuit;

import java.util.Map;
import java.util.Optional;

/**
 * One firm's place in the circuit. Amounts in the network's unit, shares 0 to 1.
 *
 * @param inflow all money received, {@code outflow} all money paid
 * @param ownMoneyBack C2: chance that a dollar the firm pays returns to it; also (N_ii - 1)/N_ii,
 *     its cycling; NaN where the network does not balance enough to say
 * @param paidBy C3: shares of the inflow by origin, in the network's order; empty without inflow
 * @param unattributed share of the inflow that goes round without ever having entered
 * @param level C7: place in the chain of payments, 0 for who pays first, see {@link
 *     org.tiyun.circuit.network.TrophicLevels}; NaN where it was not computed
 * @param sales C10, where the network knows which payments are sales and the firm has any
 */
public record FirmMeasures(
    String id,
    double inflow,
    double outflow,
    double ownMoneyBack,
    Map<String, Double> paidBy,
    double unattributed,
    double level,
    Optional<Sales> sales) {

  /**
   * Revenue in three columns, never one "true revenue": gross; less the firm's own money that came
   * back through others; and the part that was an end user's money in the end.
   *
   * @param gross sales, {@code lessOwnMoney} and {@code fromEndUsers} parts of it, one unit
   * @param paidBy shares of sales by who paid in the end
   */
  public record Sales(
      double gross, double lessOwnMoney, double fromEndUsers, Map<String, Double> paidBy) {}
}
