package org.tiyun.engine.program;

import java.util.Arrays;

/** Instructions as columns: what to do, where to, and from where. Places are cells of a frame. */
public final class Code {
  /**
   * Instructions beyond the arithmetic of the graph; their numbers follow those of its operations.
   */
  public static final int COPY = 100;

  /** Marks lanes in which a value is not finite: a = value, b = mask or -1. */
  public static final int CHECK = 101;

  /** Keeps the largest absolute value: d = where, a = value. */
  public static final int PEAK = 102;

  /** Solves linear system number a. */
  public static final int SOLVE = 103;

  /** Starts iteration number a. */
  public static final int BEGIN = 104;

  /** Goes back to just after the BEGIN of iteration a while a lane needs it. */
  public static final int AGAIN = 105;

  /** Clears the period. */
  public static final int CLEAR = 106;

  /** Looks whether event number d begins: a = condition, b = amount. */
  public static final int EVENT = 107;

  public int[] op = new int[64];
  public int[] d = new int[64];
  public int[] a = new int[64];
  public int[] b = new int[64];
  public int[] c = new int[64];
  public int size;

  void add(int operation, int to, int x, int y, int z) {
    if (size == op.length) {
      int more = 2 * size;
      op = Arrays.copyOf(op, more);
      d = Arrays.copyOf(d, more);
      a = Arrays.copyOf(a, more);
      b = Arrays.copyOf(b, more);
      c = Arrays.copyOf(c, more);
    }
    op[size] = operation;
    d[size] = to;
    a[size] = x;
    b[size] = y;
    c[size] = z;
    size++;
  }
}
