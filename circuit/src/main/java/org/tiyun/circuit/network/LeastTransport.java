package org.tiyun.circuit.network;

import java.util.Arrays;

/**
 * The fewest payments (amount times hands) that leave every party's net position as it is:
 * least-cost transport with cost 1 on every edge, by the primal-dual method of Ford and Fulkerson
 * with integer distances.
 */
final class LeastTransport {
  private final int parties;
  private final PaymentGraph graph;
  private final int[] source;
  private final long[] capacity;
  private final long[] flow;
  private final long[] excess;

  /** Edges into each party: {@code incoming[inStart[i]]} and on are edge numbers. */
  private final int[] inStart;

  private final int[] incoming;
  private final int[] potential;
  private final int[] level;
  private final int[] arc;
  private long open;

  LeastTransport(PaymentGraph graph, long[] capacity) {
    this.parties = graph.parties();
    this.graph = graph;
    this.source = graph.sources();
    this.capacity = capacity;
    this.flow = new long[capacity.length];
    this.excess = new long[parties];
    this.potential = new int[parties];
    this.level = new int[parties];
    this.arc = new int[parties];
    this.inStart = new int[parties + 1];
    for (int to : graph.target()) {
      inStart[to + 1]++;
    }
    for (int i = 0; i < parties; i++) {
      inStart[i + 1] += inStart[i];
    }
    this.incoming = new int[capacity.length];
    int[] at = inStart.clone();
    for (int e = 0; e < capacity.length; e++) {
      incoming[at[graph.target()[e]]++] = e;
      excess[source[e]] += capacity[e];
      excess[graph.target()[e]] -= capacity[e];
    }
    for (long x : excess) {
      open += Math.max(0, x);
    }
  }

  /** The transport by edge, in whole units. */
  long[] flow() {
    while (open > 0) {
      lengthen();
      while (layer()) {
        push();
      }
    }
    return flow;
  }

  /** Reduced-cost distances from all parties with something to send, by buckets. */
  private void lengthen() {
    int far = Integer.MAX_VALUE;
    int[] distance = level;
    Arrays.fill(distance, far);
    Buckets buckets = new Buckets(parties);
    for (int i = 0; i < parties; i++) {
      if (excess[i] > 0) {
        distance[i] = 0;
        buckets.add(i, 0);
      }
    }
    int longest = 0;
    for (int d = 0; d <= buckets.last(); d++) {
      for (int at = 0; at < buckets.size(d); at++) {
        int i = buckets.get(d, at);
        if (distance[i] != d) {
          continue;
        }
        longest = d;
        for (int e = graph.rowStart()[i]; e < graph.rowStart()[i + 1]; e++) {
          if (flow[e] < capacity[e]) {
            relax(
                distance,
                buckets,
                graph.target()[e],
                d + 1 + potential[i] - potential[graph.target()[e]]);
          }
        }
        for (int k = inStart[i]; k < inStart[i + 1]; k++) {
          int e = incoming[k];
          if (flow[e] > 0) {
            relax(distance, buckets, source[e], d - 1 + potential[i] - potential[source[e]]);
          }
        }
      }
    }
    for (int i = 0; i < parties; i++) {
      potential[i] += Math.min(distance[i], longest);
    }
  }

  private static void relax(int[] distance, Buckets buckets, int party, int reached) {
    if (reached < distance[party]) {
      distance[party] = reached;
      buckets.add(party, reached);
    }
  }

  /** Layers of the network of tight edges; false where nothing more can be sent along them. */
  private boolean layer() {
    Arrays.fill(level, -1);
    int[] queue = arc;
    int tail = 0;
    boolean found = false;
    for (int i = 0; i < parties; i++) {
      if (excess[i] > 0) {
        level[i] = 0;
        queue[tail++] = i;
      }
    }
    for (int head = 0; head < tail; head++) {
      int i = queue[head];
      found |= excess[i] < 0;
      for (int e = graph.rowStart()[i]; e < graph.rowStart()[i + 1]; e++) {
        int to = graph.target()[e];
        if (level[to] < 0 && forwardOpen(e, i, to)) {
          level[to] = level[i] + 1;
          queue[tail++] = to;
        }
      }
      for (int k = inStart[i]; k < inStart[i + 1]; k++) {
        int to = source[incoming[k]];
        if (level[to] < 0 && backOpen(incoming[k], i, to)) {
          level[to] = level[i] + 1;
          queue[tail++] = to;
        }
      }
    }
    return found;
  }

  private boolean forwardOpen(int e, int from, int to) {
    return flow[e] < capacity[e] && 1 + potential[from] == potential[to];
  }

  private boolean backOpen(int e, int from, int to) {
    return flow[e] > 0 && potential[from] - 1 == potential[to];
  }

  /** A blocking flow through the layers: depth first, each edge given up once. */
  private void push() {
    for (int i = 0; i < parties; i++) {
      arc[i] = 0;
    }
    int[] path = new int[parties];
    int[] by = new int[parties];
    for (int start = 0; start < parties; start++) {
      while (excess[start] > 0) {
        int depth = walk(start, path, by);
        if (depth < 0) {
          break;
        }
        send(path, by, depth);
      }
    }
  }

  /** Walks from a sender to a receiver; {@code by} holds edges, backward ones as -1 - e. */
  private int walk(int start, int[] path, int[] by) {
    int depth = 0;
    path[0] = start;
    while (true) {
      int i = path[depth];
      if (excess[i] < 0) {
        return depth;
      }
      int forward = graph.rowStart()[i + 1] - graph.rowStart()[i];
      int degree = forward + inStart[i + 1] - inStart[i];
      int next = -1;
      while (arc[i] < degree) {
        int a = arc[i];
        int e = a < forward ? graph.rowStart()[i] + a : incoming[inStart[i] + a - forward];
        int to = a < forward ? graph.target()[e] : source[e];
        if (level[to] == level[i] + 1
            && (a < forward ? forwardOpen(e, i, to) : backOpen(e, i, to))) {
          by[depth] = a < forward ? e : -1 - e;
          next = to;
          break;
        }
        arc[i]++;
      }
      if (next >= 0) {
        path[++depth] = next;
      } else if (depth == 0) {
        return -1;
      } else {
        depth--;
        arc[path[depth]]++;
      }
    }
  }

  private void send(int[] path, int[] by, int depth) {
    long most = Math.min(excess[path[0]], -excess[path[depth]]);
    for (int d = 0; d < depth; d++) {
      most = Math.min(most, by[d] >= 0 ? capacity[by[d]] - flow[by[d]] : flow[-1 - by[d]]);
    }
    for (int d = 0; d < depth; d++) {
      if (by[d] >= 0) {
        flow[by[d]] += most;
      } else {
        flow[-1 - by[d]] -= most;
      }
    }
    excess[path[0]] -= most;
    excess[path[depth]] += most;
    open -= most;
  }
}
