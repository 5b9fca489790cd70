package org.tiyun.circuit.network;

import java.util.Arrays;

/**
 * Strongly connected components (C9): groups within which money can get from anyone to anyone.
 *
 * <p>Tarjan 1972 without recursion, so depth is bounded by memory and not by the call stack. O(n +
 * E) time, five int arrays of n.
 *
 * @param count number of components, single parties included
 * @param of component of each party; an edge between two components leads to the lower number
 * @param sizes parties of each component
 */
public record Components(int count, int[] of, int[] sizes) {

  public static Components of(PaymentGraph graph) {
    int n = graph.parties();
    int[] rowStart = graph.rowStart();
    int[] target = graph.target();
    int[] component = new int[n];
    int[] index = new int[n];
    int[] low = new int[n];
    int[] next = new int[n];
    int[] stack = new int[n];
    int[] path = new int[n];
    Arrays.fill(component, -1);
    int[] sizes = new int[16];
    int count = 0;
    int seen = 0;
    int height = 0;
    for (int root = 0; root < n; root++) {
      if (index[root] != 0) {
        continue;
      }
      int depth = 0;
      path[0] = root;
      index[root] = low[root] = ++seen;
      next[root] = rowStart[root];
      stack[height++] = root;
      while (depth >= 0) {
        int v = path[depth];
        if (next[v] < rowStart[v + 1]) {
          int w = target[next[v]++];
          if (index[w] == 0) {
            index[w] = low[w] = ++seen;
            next[w] = rowStart[w];
            stack[height++] = w;
            path[++depth] = w;
          } else if (component[w] < 0 && index[w] < low[v]) {
            low[v] = index[w];
          }
        } else {
          if (low[v] == index[v]) {
            if (count == sizes.length) {
              sizes = Arrays.copyOf(sizes, 2 * count);
            }
            int w;
            do {
              w = stack[--height];
              component[w] = count;
              sizes[count]++;
            } while (w != v);
            count++;
          }
          depth--;
          if (depth >= 0 && low[v] < low[path[depth]]) {
            low[path[depth]] = low[v];
          }
        }
      }
    }
    return new Components(count, component, Arrays.copyOf(sizes, count));
  }

  /** Parties of the largest component. */
  public int largest() {
    return Arrays.stream(sizes).max().orElse(0);
  }

  /** Components of more than one party: those in which money can go round. */
  public int circular() {
    return (int) Arrays.stream(sizes).filter(size -> size > 1).count();
  }

  /** Share of all payments made within components, 0 to 1; 0 without payments. */
  public double shareInside(PaymentGraph graph) {
    double within = 0;
    for (int i = 0; i < graph.parties(); i++) {
      for (int e = graph.rowStart()[i]; e < graph.rowStart()[i + 1]; e++) {
        within += of[i] == of[graph.target()[e]] ? graph.amount()[e] : 0;
      }
    }
    double total = graph.total();
    return total == 0 ? 0 : within / total;
  }

  /** Parties by component, ascending within each. */
  int[][] members() {
    int[][] members = new int[count][];
    int[] filled = new int[count];
    for (int c = 0; c < count; c++) {
      members[c] = new int[sizes[c]];
    }
    for (int i = 0; i < of.length; i++) {
      members[of[i]][filled[of[i]]++] = i;
    }
    return members;
  }
}
