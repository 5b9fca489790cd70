package org.tiyun.circuit.network;

import java.util.Arrays;

/**
 * Raises potentials so that new edges become tight and no flow has to change: the dual step of Ford
 * and Fulkerson's primal-dual method. A party is raised by as much as it is nearer, in losses along
 * open edges, to the parties with too much than the farthest party with too little. Losses are
 * small whole numbers, so Dijkstra's search goes by buckets (Dial 1969): O(n + E + longest
 * distance).
 */
final class RaisedPotentials {
  private final Circulating state;
  private final int[] distance;
  private final Buckets queue;

  RaisedPotentials(Circulating state) {
    this.state = state;
    this.distance = new int[state.parties];
    this.queue = new Buckets(state.parties);
  }

  /** One step; afterwards tight edges lead from excesses to lacks that they did not reach. */
  void step() {
    int longest = search();
    for (int i = 0; i < distance.length; i++) {
      state.potential[i] += longest - Math.min(distance[i], longest);
    }
  }

  /** Measures distances; returns that of the farthest party that lacks something. */
  private int search() {
    Arrays.fill(distance, Integer.MAX_VALUE);
    queue.clear();
    for (int i = 0; i < distance.length; i++) {
      if (state.excess[i] > 0) {
        distance[i] = 0;
        queue.add(i, 0);
      }
    }
    int longest = 0;
    for (int d = 0; d <= queue.highest(); d++) {
      for (int i = queue.first(d); i >= 0; i = queue.first(d)) {
        queue.remove(i, d);
        longest = state.excess[i] < 0 ? d : longest;
        reachFrom(i, d);
      }
    }
    return longest;
  }

  private void reachFrom(int i, int d) {
    int base = 1 + state.potential[i];
    for (int e = state.rowStart[i]; e < state.rowStart[i + 1]; e++) {
      int j = state.target[e];
      int loss = state.potential[j] - base;
      if (loss > 0 || (loss == 0 && state.flow[e] < state.capacity[e])) {
        reach(j, d + loss);
      }
    }
    for (int k = state.inStart[i]; k < state.inStart[i + 1]; k++) {
      int j = state.inSource[k];
      int gain = state.gain(j, i);
      if (gain > 0 || (gain == 0 && state.flow[state.inEdge[k]] > 0)) {
        reach(j, d + gain);
      }
    }
  }

  private void reach(int party, int found) {
    int known = distance[party];
    if (found < known) {
      if (known < Integer.MAX_VALUE) {
        queue.remove(party, known);
      }
      distance[party] = found;
      queue.add(party, found);
    }
  }
}
