package org.tiyun.circuit.network;

import java.util.Arrays;

/**
 * A circulation under construction: whole flows on the edges that can carry any, and a whole
 * potential for each party. An edge from i to j gains {@code 1 + potential[i] - potential[j]} for
 * each unit: where that is positive it is full, where negative empty, and only where it is zero
 * (the edge is <em>tight</em>) may it be in between. Flows of that kind are best among all with the
 * same excesses (complementary slackness); once no party has an excess, they are a maximum
 * circulation and {@link #bound} equals their sum.
 *
 * <p>Edges without capacity are left out. Each edge stands in its payer's row, and its number in
 * its payee's row of {@code inEdge}, whose payer is {@code inSource}.
 */
final class Circulating {
  final int parties;
  final int[] rowStart;
  final int[] target;
  final long[] capacity;
  final long[] flow;
  final int[] inStart;
  final int[] inSource;
  final int[] inEdge;

  /** What a party receives beyond what it pays. */
  final long[] excess;

  final int[] potential;

  /** Starts with no flow and all potentials at zero. */
  Circulating(PaymentGraph graph, long[] most) {
    this.parties = graph.parties();
    this.rowStart = new int[parties + 1];
    this.inStart = new int[parties + 1];
    int size = 0;
    for (long capacity : most) {
      size += capacity > 0 ? 1 : 0;
    }
    this.target = new int[size];
    this.capacity = new long[size];
    this.flow = new long[size];
    this.inSource = new int[size];
    this.inEdge = new int[size];
    this.excess = new long[parties];
    this.potential = new int[parties];
    int at = 0;
    for (int i = 0; i < parties; i++) {
      for (int e = graph.rowStart()[i]; e < graph.rowStart()[i + 1]; e++) {
        if (most[e] > 0) {
          target[at] = graph.target()[e];
          capacity[at++] = most[e];
          inStart[graph.target()[e] + 1]++;
        }
      }
      rowStart[i + 1] = at;
    }
    index();
  }

  private void index() {
    for (int i = 0; i < parties; i++) {
      inStart[i + 1] += inStart[i];
    }
    int[] at = Arrays.copyOf(inStart, parties);
    for (int i = 0; i < parties; i++) {
      for (int e = rowStart[i]; e < rowStart[i + 1]; e++) {
        int place = at[target[e]]++;
        inSource[place] = i;
        inEdge[place] = e;
      }
    }
  }

  /** What a unit on an edge gains at the potentials. */
  int gain(int from, int to) {
    return 1 + potential[from] - potential[to];
  }

  /** Sets the flows that the potentials ask for, tight edges empty, and the excesses they leave. */
  void fill() {
    Arrays.fill(excess, 0);
    for (int i = 0; i < parties; i++) {
      for (int e = rowStart[i]; e < rowStart[i + 1]; e++) {
        flow[e] = gain(i, target[e]) > 0 ? capacity[e] : 0;
        excess[i] -= flow[e];
        excess[target[e]] += flow[e];
      }
    }
  }

  boolean balanced() {
    for (long x : excess) {
      if (x != 0) {
        return false;
      }
    }
    return true;
  }

  /** No circulation is worth more than this: the dual of the linear programme. */
  long bound() {
    long bound = 0;
    for (int i = 0; i < parties; i++) {
      for (int e = rowStart[i]; e < rowStart[i + 1]; e++) {
        bound += Math.max(0, gain(i, target[e])) * capacity[e];
      }
    }
    return bound;
  }
}
