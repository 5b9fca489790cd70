package org.tiyun.circuit.network;

import java.util.Arrays;

/**
 * What can be part of a cycle, parties numbered anew from the busiest on (most payers times
 * payees). Who looks for cycles party by party and puts away each when done is then soon left with
 * little: the few hubs of a payment network hold most of it together.
 *
 * @param graph payments within strongly connected components, between new numbers
 * @param party by new number the old one
 */
record BusiestFirst(PaymentGraph graph, int[] party) {

  static BusiestFirst of(PaymentGraph graph) {
    int n = graph.parties();
    int[] component = Components.of(graph).of();
    PaymentGraph circular = graph.where((i, j, amount) -> component[i] == component[j]);
    int[] received = new int[n];
    for (int to : circular.target()) {
      received[to]++;
    }
    // Ascending by the least busy is descending by the most; ties by number.
    long[] key = new long[n];
    for (int i = 0; i < n; i++) {
      long paid = circular.rowStart()[i + 1] - circular.rowStart()[i];
      long ways = Math.min(Integer.MAX_VALUE, paid * received[i]);
      key[i] = (Integer.MAX_VALUE - ways) << 32 | i;
    }
    Arrays.sort(key);
    int[] party = new int[n];
    int[] number = new int[n];
    for (int k = 0; k < n; k++) {
      party[k] = (int) key[k];
      number[party[k]] = k;
    }
    int[] from = Arrays.stream(circular.sources()).map(i -> number[i]).toArray();
    int[] to = Arrays.stream(circular.target()).map(j -> number[j]).toArray();
    return new BusiestFirst(PaymentGraph.of(n, from, to, circular.amount(), from.length), party);
  }
}
