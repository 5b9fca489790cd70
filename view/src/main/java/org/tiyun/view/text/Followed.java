package org.tiyun.view.text;

import org.tiyun.circuit.follow.Follow;
import org.tiyun.circuit.follow.FollowRange;
import org.tiyun.circuit.matrix.Boundary;
import org.tiyun.circuit.matrix.FlowMatrix;
import org.tiyun.ledger.Ledger;

/**
 * What {@code tiyun follow} shows.
 *
 * @param matrix as the boundary reads it
 * @param amount dollars followed; any unit of money
 * @param paid a dollar paid for anything, {@code invested} one put in as equity
 * @param first which of the two is asked about
 */
public record Followed(
    Ledger ledger,
    FlowMatrix matrix,
    Boundary boundary,
    double amount,
    FollowRange paid,
    FollowRange invested,
    Follow.Start first) {

  /** The one asked about. */
  public FollowRange chosen() {
    return first == Follow.Start.PAID ? paid : invested;
  }
}
