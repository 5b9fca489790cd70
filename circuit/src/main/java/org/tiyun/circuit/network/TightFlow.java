package org.tiyun.circuit.network;

import java.util.Arrays;

/**
 * Moves as much excess as possible to parties that lack something, along tight edges alone: a
 * maximum preflow by push and relabel (Goldberg and Tarjan 1988), highest label first, with gaps
 * and with labels measured anew from time to time (Cherkassky and Goldberg 1997). Only tight edges
 * are copied, which is a sixth of all on the networks of {@code bench/circuit}. Excess that gets
 * nowhere stays where it was pushed: any party may hold it. O(n^2 sqrt(E)) at worst, near O(E) in
 * practice.
 */
final class TightFlow {
  /** Labels are measured anew after looking at so many times as many edges as there are. */
  private static final int PATIENCE = 4;

  /** Looking at edges is not all that a new label costs. */
  private static final int RELABEL = 6;

  private final Circulating state;
  private final int parties;

  /** Arcs of each party: tight edges forth, and back again; {@code mate} is the same turned. */
  private final int[] start;

  private int[] head = new int[0];
  private int[] mate = new int[0];
  private long[] room = new long[0];

  /** The edge of a forward arc, or -1 less that of a backward one. */
  private int[] edge = new int[0];

  /** Hands to the nearest lack, at least; {@code parties} where there is no way. */
  private final int[] label;

  private final int[] arc;
  private final int[] queue;
  private final Buckets active;
  private final Buckets idle;
  private int top;
  private long looked;

  TightFlow(Circulating state) {
    this.state = state;
    this.parties = state.parties;
    this.start = new int[parties + 1];
    this.label = new int[parties];
    this.arc = new int[parties];
    this.queue = new int[parties];
    this.active = new Buckets(parties);
    this.idle = new Buckets(parties);
  }

  /** Changes flows and excesses of the state. */
  void run() {
    copyTightEdges();
    measure();
    while (top >= 0) {
      int party = active.first(top);
      if (party < 0) {
        top--;
        continue;
      }
      active.remove(party, top);
      discharge(party);
      if (looked > PATIENCE * ((long) head.length + parties)) {
        measure();
      }
    }
    for (int a = 0; a < edge.length; a++) {
      if (edge[a] < 0) {
        state.flow[-1 - edge[a]] = room[a];
      }
    }
  }

  private void copyTightEdges() {
    Arrays.fill(start, 0);
    for (int i = 0; i < parties; i++) {
      for (int e = state.rowStart[i]; e < state.rowStart[i + 1]; e++) {
        if (state.gain(i, state.target[e]) == 0) {
          start[i + 1]++;
          start[state.target[e] + 1]++;
        }
      }
    }
    for (int i = 0; i < parties; i++) {
      start[i + 1] += start[i];
      arc[i] = start[i];
    }
    int size = start[parties];
    head = new int[size];
    mate = new int[size];
    edge = new int[size];
    room = new long[size];
    for (int i = 0; i < parties; i++) {
      for (int e = state.rowStart[i]; e < state.rowStart[i + 1]; e++) {
        int j = state.target[e];
        if (state.gain(i, j) == 0) {
          int forth = arc[i]++;
          int back = arc[j]++;
          head[forth] = j;
          head[back] = i;
          mate[forth] = back;
          mate[back] = forth;
          edge[forth] = e;
          edge[back] = -1 - e;
          room[forth] = state.capacity[e] - state.flow[e];
          room[back] = state.flow[e];
        }
      }
    }
  }

  /** Exact labels: breadth first, backwards from all that lack something. */
  private void measure() {
    Arrays.fill(label, parties);
    active.clear();
    idle.clear();
    top = -1;
    looked = 0;
    int tail = 0;
    for (int i = 0; i < parties; i++) {
      if (state.excess[i] < 0) {
        label[i] = 0;
        queue[tail++] = i;
      }
    }
    for (int next = 0; next < tail; next++) {
      int j = queue[next];
      arc[j] = start[j];
      line(j);
      for (int a = start[j]; a < start[j + 1]; a++) {
        int i = head[a];
        if (label[i] == parties && room[mate[a]] > 0) {
          label[i] = label[j] + 1;
          queue[tail++] = i;
        }
      }
    }
  }

  /** Puts a party that can still reach a lack where it belongs. */
  private void line(int party) {
    if (state.excess[party] > 0) {
      active.add(party, label[party]);
      top = Math.max(top, label[party]);
    } else {
      idle.add(party, label[party]);
    }
  }

  /** Pushes a party's excess down and lifts the party until nothing is left or there is no way. */
  private void discharge(int party) {
    while (true) {
      if (push(party)) {
        idle.add(party, label[party]);
        return;
      }
      int old = label[party];
      int lifted = lowest(party) + 1;
      if (active.first(old) < 0 && idle.first(old) < 0) {
        // Nobody is left between those above and the lacks.
        cutOffAbove(old);
        lifted = parties;
      }
      label[party] = Math.min(lifted, parties);
      if (lifted >= parties) {
        return;
      }
      arc[party] = start[party];
    }
  }

  /** Pushes to parties one label lower; true once no excess is left. */
  private boolean push(int party) {
    int end = start[party + 1];
    int lower = label[party] - 1;
    long have = state.excess[party];
    int a = arc[party];
    while (a < end) {
      int to = head[a];
      if (room[a] > 0 && label[to] == lower) {
        long moved = Math.min(have, room[a]);
        room[a] -= moved;
        room[mate[a]] += moved;
        long had = state.excess[to];
        state.excess[to] = had + moved;
        if (had <= 0 && had + moved > 0) {
          idle.remove(to, lower);
          active.add(to, lower);
          top = Math.max(top, lower);
        }
        have -= moved;
        if (have == 0) {
          break;
        }
      }
      a++;
    }
    arc[party] = a;
    state.excess[party] = have;
    return have == 0;
  }

  private int lowest(int party) {
    int least = parties;
    for (int a = start[party]; a < start[party + 1]; a++) {
      if (room[a] > 0) {
        least = Math.min(least, label[head[a]]);
      }
    }
    looked += start[party + 1] - start[party] + RELABEL;
    return least;
  }

  /** Above a label that nobody has, nobody has a way; none of them is active. */
  private void cutOffAbove(int gap) {
    for (int l = gap + 1; l <= idle.highest(); l++) {
      for (int i = idle.first(l); i >= 0; i = idle.next(i)) {
        label[i] = parties;
      }
    }
    idle.emptyAbove(gap);
  }
}
