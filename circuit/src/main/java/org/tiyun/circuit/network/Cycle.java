package org.tiyun.circuit.network;

import java.util.Arrays;

/**
 * A simple cycle of payments.
 *
 * @param parties in order of payment; the last pays the first; the lowest number stands first
 * @param tightest its smallest payment: what could go round
 * @param sum of its payments
 */
public record Cycle(int[] parties, double tightest, double sum) {

  public int hands() {
    return parties.length;
  }

  /** Part of a path turned so that its lowest party stands first. */
  static int[] fromLowest(int[] path, int first, int hands) {
    int lowest = first;
    for (int d = first; d < first + hands; d++) {
      lowest = path[d] < path[lowest] ? d : lowest;
    }
    int[] parties = new int[hands];
    for (int k = 0; k < hands; k++) {
      parties[k] = path[first + (lowest - first + k) % hands];
    }
    return parties;
  }

  /** Order for lists: widest first, then fewer hands, then by parties. */
  static int compare(Cycle a, Cycle b) {
    int byWidth = Double.compare(b.tightest, a.tightest);
    if (byWidth != 0) {
      return byWidth;
    }
    int byHands = Integer.compare(a.parties.length, b.parties.length);
    return byHands != 0 ? byHands : Arrays.compare(a.parties, b.parties);
  }
}
