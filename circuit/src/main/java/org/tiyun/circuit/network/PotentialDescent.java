package org.tiyun.circuit.network;

import java.util.Arrays;

/**
 * Potentials to begin with: each party in turn takes one at which {@link Circulating#bound} is
 * least while the others stay. The bound is convex and piecewise linear in a party's potential, so
 * its least point is a weighted median of its partners' potentials, one less for those it pays and
 * one more for those who pay it. A descent by coordinates may stop above the optimum, and does; a
 * few passes of O(E) bring most of the way for a small part of the time (on the networks of {@code
 * bench/circuit} from seven times the optimum to 1.2 times).
 */
final class PotentialDescent {
  private static final int MOST_PASSES = 20;

  /** Passes go on while they move more than one party in so many. */
  private static final int WORTH = 50;

  /** Steps that a party may take up or down in one turn. */
  private static final int REACH = 8;

  private final Circulating state;

  /** Weight of the partners by the place where they bend the bound, from the lowest step on. */
  private final long[] bends = new long[2 * REACH];

  private PotentialDescent(Circulating state) {
    this.state = state;
  }

  /** Moves the potentials of a state. */
  static void run(Circulating state) {
    PotentialDescent descent = new PotentialDescent(state);
    int pass = 0;
    while (pass++ < MOST_PASSES && descent.pass() > state.parties / WORTH) {}
  }

  private int pass() {
    int moved = 0;
    for (int i = 0; i < state.parties; i++) {
      int best = best(i);
      moved += best == state.potential[i] ? 0 : 1;
      state.potential[i] = best;
    }
    return moved;
  }

  /** The nearest potential at which the slope of the bound changes its sign. */
  private int best(int party) {
    int[] potential = state.potential;
    int lowest = potential[party] - REACH;
    Arrays.fill(bends, 0);
    long slope = 0;
    for (int e = state.rowStart[party]; e < state.rowStart[party + 1]; e++) {
      bend(potential[state.target[e]] - 1 - lowest, state.capacity[e]);
    }
    for (int k = state.inStart[party]; k < state.inStart[party + 1]; k++) {
      long weight = state.capacity[state.inEdge[k]];
      bend(potential[state.inSource[k]] + 1 - lowest, weight);
      slope -= weight;
    }
    // From here slope is that of the step up from lowest + at.
    int at = 0;
    slope += bends[0];
    while (at < REACH) {
      slope += bends[++at];
    }
    if (slope < 0) {
      while (slope < 0 && at < bends.length - 1) {
        slope += bends[++at];
      }
    } else {
      while (at > 0 && slope - bends[at] > 0) {
        slope -= bends[at--];
      }
    }
    return lowest + at;
  }

  private void bend(int place, long weight) {
    if (place < bends.length) {
      bends[Math.max(0, place)] += weight;
    }
  }
}
