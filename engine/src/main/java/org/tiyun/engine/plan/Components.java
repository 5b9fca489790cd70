package org.tiyun.engine.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Strongly connected components (Tarjan 1972) with a stack of its own, so that a chain of any
 * length fits. Linear in vertices and arcs.
 */
public final class Components {
  private final int[][] needs;
  private final int[] number;
  private final int[] low;
  private final boolean[] open;
  private final int[] path;
  private final int[] call;
  private final int[] next;
  private final List<int[]> found = new ArrayList<>();
  private int pathSize;
  private int count;

  private Components(int[][] needs) {
    this.needs = needs;
    this.number = new int[needs.length];
    this.low = new int[needs.length];
    this.open = new boolean[needs.length];
    this.path = new int[needs.length];
    this.call = new int[needs.length];
    this.next = new int[needs.length];
  }

  /**
   * The components of a graph, each after those that it needs; members in ascending order.
   *
   * @param needs for each vertex the vertices that it needs
   */
  public static List<int[]> of(int[][] needs) {
    Components components = new Components(needs);
    for (int v = 0; v < needs.length; v++) {
      if (components.number[v] == 0) {
        components.visit(v);
      }
    }
    return components.found;
  }

  private void visit(int root) {
    int depth = 0;
    call[0] = enter(root);
    next[0] = 0;
    while (depth >= 0) {
      int v = call[depth];
      if (next[depth] < needs[v].length) {
        int w = needs[v][next[depth]++];
        if (number[w] == 0) {
          depth++;
          call[depth] = enter(w);
          next[depth] = 0;
        } else if (open[w]) {
          low[v] = Math.min(low[v], number[w]);
        }
        continue;
      }
      if (low[v] == number[v]) {
        close(v);
      }
      depth--;
      if (depth >= 0) {
        low[call[depth]] = Math.min(low[call[depth]], low[v]);
      }
    }
  }

  private int enter(int v) {
    number[v] = low[v] = ++count;
    open[v] = true;
    path[pathSize++] = v;
    return v;
  }

  private void close(int v) {
    int from = pathSize;
    do {
      from--;
      open[path[from]] = false;
    } while (path[from] != v);
    int[] members = Arrays.copyOfRange(path, from, pathSize);
    pathSize = from;
    Arrays.sort(members);
    found.add(members);
  }
}
