package org.tiyun.language.model;

import java.util.List;

/**
 * The clearing of a period: what is due is paid as far as resources reach. It stands between the
 * equations: it needs all OWED and RESOURCE variables and determines all PAID and SHORTFALL ones.
 *
 * @param sectors number of sectors that take part; positions below are within this number
 * @param resource for each position the variable with what it can pay with
 * @param shortfall for each position the variable that receives owed minus paid
 * @param obligations what is due
 * @param ofResources share of its own means that a payer who fails still pays out, 0 to 1
 * @param ofReceipts share of what it is paid in the clearing that a payer who fails still pays out,
 *     0 to 1
 */
public record Clearing(
    int sectors,
    List<Integer> resource,
    List<Integer> shortfall,
    List<Obligation> obligations,
    double ofResources,
    double ofReceipts) {

  /** Whoever fails pays out all it has. */
  public Clearing(
      int sectors, List<Integer> resource, List<Integer> shortfall, List<Obligation> obligations) {
    this(sectors, resource, shortfall, obligations, 1, 1);
  }

  /** The same with shares that a failed payer still pays out. */
  public Clearing recovering(double resources, double receipts) {
    return new Clearing(sectors, resource, shortfall, obligations, resources, receipts);
  }

  /** Payer and payee are positions; owed and paid are variables; rank 1 is paid first. */
  public record Obligation(int payer, int payee, int owed, int paid, int rank) {}
}
