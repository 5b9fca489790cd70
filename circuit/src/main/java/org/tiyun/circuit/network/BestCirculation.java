package org.tiyun.circuit.network;

/**
 * A circulation of the most units and the proof that no other has more.
 *
 * <p>The maximum circulation is a least-cost circulation with a cost of -1 on every edge. That
 * makes potentials small whole numbers, which the method lives on: capacities are narrowed to what
 * can go round ({@link CircularCapacity}), potentials are brought near their best by a descent
 * ({@link PotentialDescent}), and then Ford and Fulkerson's primal-dual method finishes: a maximum
 * flow on tight edges ({@link TightFlow}), a dual step ({@link RaisedPotentials}), and so on until
 * nothing is left over. The number of turns is at most n times the parties that lack something, and
 * about a dozen in practice, each near O(E).
 *
 * @param flow by edge of the graph, in whole units
 * @param bound what no circulation can exceed; equals the sum of the flows
 */
record BestCirculation(long[] flow, long bound) {

  /** Of payments of whole amounts, by edge, which together stay below 2^62. */
  static BestCirculation of(PaymentGraph graph, long[] amount) {
    long[] flow = CircularCapacity.of(graph, amount);
    Circulating state = new Circulating(graph, flow);
    PotentialDescent.run(state);
    state.fill();
    TightFlow tight = new TightFlow(state);
    RaisedPotentials raised = new RaisedPotentials(state);
    while (!state.balanced()) {
      tight.run();
      if (!state.balanced()) {
        raised.step();
      }
    }
    int at = 0;
    for (int e = 0; e < flow.length; e++) {
      flow[e] = flow[e] > 0 ? state.flow[at++] : 0;
    }
    return new BestCirculation(flow, state.bound());
  }
}
