package org.tiyun.engine.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which variables of a loop to solve for: a small set whose values make the rest a straight line of
 * evaluations (a feedback vertex set; the smallest is hard to find, so this is greedy: the variable
 * with the most arcs in times arcs out, until no cycle is left).
 */
final class Tearing {
  private final int[][] needs;
  private final int[][] feeds;

  /**
   * @param needs for each member of the loop the members that its equation needs, each once, itself
   *     included where it does
   */
  Tearing(int[][] needs) {
    this.needs = needs;
    int[] size = new int[needs.length];
    for (int[] row : needs) {
      for (int w : row) {
        size[w]++;
      }
    }
    this.feeds = new int[needs.length][];
    for (int v = 0; v < needs.length; v++) {
      feeds[v] = new int[size[v]];
    }
    Arrays.fill(size, 0);
    for (int v = 0; v < needs.length; v++) {
      for (int w : needs[v]) {
        feeds[w][size[w]++] = v;
      }
    }
  }

  /** Every member that cuts all cycles alone. */
  List<Integer> alone() {
    List<Integer> found = new ArrayList<>();
    for (int v = 0; v < needs.length; v++) {
      boolean[] torn = new boolean[needs.length];
      torn[v] = true;
      if (order(torn).length == needs.length - 1) {
        found.add(v);
      }
    }
    return found;
  }

  /** A set that cuts all cycles. */
  boolean[] greedy() {
    int n = needs.length;
    boolean[] torn = new boolean[n];
    boolean[] gone = new boolean[n];
    int[] in = new int[n];
    int[] out = new int[n];
    for (int v = 0; v < n; v++) {
      in[v] = needs[v].length;
      out[v] = feeds[v].length;
      if (Arrays.stream(needs[v]).anyMatch(Integer.valueOf(v)::equals)) {
        torn[v] = true;
      }
    }
    for (int v = 0; v < n; v++) {
      if (torn[v]) {
        remove(v, gone, in, out);
      }
    }
    while (true) {
      int best = -1;
      for (int v = 0; v < n; v++) {
        if (!gone[v] && (best < 0 || (long) in[v] * out[v] > (long) in[best] * out[best])) {
          best = v;
        }
      }
      if (best < 0) {
        return torn;
      }
      torn[best] = true;
      remove(best, gone, in, out);
    }
  }

  /** Takes a member out, and with it all that then lie on no cycle. */
  private void remove(int first, boolean[] gone, int[] in, int[] out) {
    List<Integer> todo = new ArrayList<>(List.of(first));
    while (!todo.isEmpty()) {
      int v = todo.removeLast();
      if (gone[v]) {
        continue;
      }
      gone[v] = true;
      for (int w : needs[v]) {
        if (!gone[w] && --out[w] == 0) {
          todo.add(w);
        }
      }
      for (int w : feeds[v]) {
        if (!gone[w] && --in[w] == 0) {
          todo.add(w);
        }
      }
    }
  }

  /** The members that are not torn, each after those it needs; fewer where a cycle is left. */
  int[] order(boolean[] torn) {
    int n = needs.length;
    int[] waits = new int[n];
    int[] result = new int[n];
    int count = 0;
    for (int v = 0; v < n; v++) {
      for (int w : needs[v]) {
        waits[v] += torn[w] ? 0 : 1;
      }
      if (!torn[v] && waits[v] == 0) {
        result[count++] = v;
      }
    }
    for (int at = 0; at < count; at++) {
      for (int w : feeds[result[at]]) {
        if (--waits[w] == 0 && !torn[w]) {
          result[count++] = w;
        }
      }
    }
    return Arrays.copyOf(result, count);
  }
}
