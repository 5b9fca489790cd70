package org.tiyun.circuit.network;

import java.util.Arrays;

/**
 * How much of each payment could at most be part of a circulation: nothing where it leads from one
 * component to another, and never more than its payer could have received or its payee could pay
 * on. Each round of the latter sharpens the next. No circulation is lost by it, and what is left is
 * often a small part of all payments, so that much less has to be moved afterwards. O(E) a round.
 */
final class CircularCapacity {
  private static final int MOST_ROUNDS = 20;

  /** Rounds go on while they change more than one edge in so many. */
  private static final int WORTH = 1000;

  private CircularCapacity() {}

  /** Bounds by edge, in whole units, not above the amounts. */
  static long[] of(PaymentGraph graph, long[] amount) {
    long[] most = new long[amount.length];
    int[] component = Components.of(graph).of();
    for (int i = 0; i < graph.parties(); i++) {
      for (int e = graph.rowStart()[i]; e < graph.rowStart()[i + 1]; e++) {
        most[e] = component[i] == component[graph.target()[e]] ? amount[e] : 0;
      }
    }
    long[] paid = new long[graph.parties()];
    long[] received = new long[graph.parties()];
    int round = 0;
    while (round++ < MOST_ROUNDS && narrow(graph, most, paid, received) > most.length / WORTH) {}
    return most;
  }

  /** One round; returns how many edges it changed. */
  private static int narrow(PaymentGraph graph, long[] most, long[] paid, long[] received) {
    Arrays.fill(paid, 0);
    Arrays.fill(received, 0);
    for (int i = 0; i < paid.length; i++) {
      for (int e = graph.rowStart()[i]; e < graph.rowStart()[i + 1]; e++) {
        paid[i] += most[e];
        received[graph.target()[e]] += most[e];
      }
    }
    int changed = 0;
    for (int i = 0; i < paid.length; i++) {
      for (int e = graph.rowStart()[i]; e < graph.rowStart()[i + 1]; e++) {
        long possible = Math.min(received[i], paid[graph.target()[e]]);
        if (possible < most[e]) {
          most[e] = possible;
          changed++;
        }
      }
    }
    return changed;
  }
}
