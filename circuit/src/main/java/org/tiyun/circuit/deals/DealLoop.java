package org.tiyun.circuit.deals;

import java.util.List;

/**
 * A loop of deals. It is as wide as its tightest link: no more than that can go round, however
 * large the other amounts.
 *
 * @param path ids in order of payment; the last pays the first
 * @param edges from each party to the next
 * @param tightest the smallest amount, in billions of US dollars
 * @param sum of the amounts
 */
public record DealLoop(List<String> path, List<DealEdge> edges, double tightest, double sum) {

  /** The edge with the smallest amount, the first of equals. */
  public DealEdge tightestLink() {
    return edges.stream().filter(edge -> edge.amount() == tightest).findFirst().orElseThrow();
  }

  /** True where it closes only by a row that is the other side of another one. */
  public boolean mirrored() {
    return edges.stream().anyMatch(DealEdge::mirrored);
  }
}
