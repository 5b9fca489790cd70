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
    return new Search(graph).run();
  }

  /**
   * Tarjan's search in Pearce's form (2016): one number for each party that is 0 before it is seen,
   * its place in the search while it is open, and beyond all places once its component is known. So
   * each edge looks at one number only.
   */
  private static final class Search {
    private final int parties;
    private final int[] rowStart;
    private final int[] target;
    private final int[] mark;
    private final int[] next;
    private final int[] low;
    private final int[] path;
    private final int[] open;
    private int[] sizes = new int[16];
    private int count;
    private int seen;
    private int height;

    Search(PaymentGraph graph) {
      this.parties = graph.parties();
      this.rowStart = graph.rowStart();
      this.target = graph.target();
      this.mark = new int[parties];
      this.next = new int[parties];
      this.low = new int[parties];
      this.path = new int[parties];
      this.open = new int[parties];
    }

    Components run() {
      for (int root = 0; root < parties; root++) {
        if (mark[root] == 0) {
          visit(root);
        }
      }
      for (int i = 0; i < parties; i++) {
        mark[i] = Integer.MAX_VALUE - mark[i];
      }
      return new Components(count, mark, Arrays.copyOf(sizes, count));
    }

    /** All that the root reaches and that was not seen yet. */
    private void visit(int root) {
      int depth = 0;
      path[0] = root;
      next[0] = rowStart[root];
      low[0] = mark[root] = ++seen;
      while (depth >= 0) {
        int v = path[depth];
        int e = next[depth];
        int end = rowStart[v + 1];
        int least = low[depth];
        int fresh = -1;
        while (e < end) {
          int w = target[e++];
          int known = mark[w];
          if (known == 0) {
            fresh = w;
            break;
          }
          // A closed component lies beyond all places and never lowers.
          least = Math.min(least, known);
        }
        low[depth] = least;
        if (fresh >= 0) {
          next[depth++] = e;
          path[depth] = fresh;
          next[depth] = rowStart[fresh];
          low[depth] = mark[fresh] = ++seen;
          continue;
        }
        close(v, least);
        depth--;
        if (depth >= 0) {
          low[depth] = Math.min(low[depth], least);
        }
      }
    }

    /** Done with a party: it waits for the head of its component, or is the head. */
    private void close(int v, int least) {
      if (least < mark[v]) {
        open[height++] = v;
        return;
      }
      if (count == sizes.length) {
        sizes = Arrays.copyOf(sizes, 2 * count);
      }
      int place = mark[v];
      int number = Integer.MAX_VALUE - count;
      mark[v] = number;
      int size = 1;
      while (height > 0 && mark[open[height - 1]] > place) {
        mark[open[--height]] = number;
        size++;
      }
      sizes[count++] = size;
    }
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
