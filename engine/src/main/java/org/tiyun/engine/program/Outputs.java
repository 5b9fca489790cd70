package org.tiyun.engine.program;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Where the values of wanted variables are found. A variable that only repeats another, from the
 * start on, is read where that one stands, so that nothing is kept twice.
 *
 * @param cells of the program, each once
 * @param at by wanted variable: which of the cells holds it
 */
public record Outputs(int[] cells, int[] at) {

  public static Outputs of(Program program, int[] variables) {
    int[] same = same(program);
    int[] wanted = Arrays.stream(variables).map(v -> same[program.variable()[v]]).toArray();
    int[] cells = Arrays.stream(wanted).distinct().toArray();
    int[] place = new int[program.cells()];
    for (int k = 0; k < cells.length; k++) {
      place[cells[k]] = k;
    }
    return new Outputs(cells, Arrays.stream(wanted).map(cell -> place[cell]).toArray());
  }

  /** By cell: the first variable's cell that holds the same in every period; itself where none. */
  private static int[] same(Program program) {
    int[] start = own(program.cells());
    copies(program.start(), start);
    BitSet variable = new BitSet();
    Arrays.stream(program.variable()).forEach(variable::set);
    int[] same = own(program.cells());
    Code period = program.period();
    boolean iterating = false;
    for (int i = 0; i < period.size; i++) {
      iterating = period.op[i] == Code.BEGIN || iterating && period.op[i] != Code.AGAIN;
      int to = period.d[i];
      int from = period.a[i];
      if (period.op[i] == Code.COPY
          && !iterating
          && variable.get(from)
          && variable.get(to)
          && start[to] == start[same[from]]) {
        same[to] = same[from];
      }
    }
    return same;
  }

  private static void copies(Code code, int[] same) {
    for (int i = 0; i < code.size; i++) {
      if (code.op[i] == Code.COPY) {
        same[code.d[i]] = same[code.a[i]];
      }
    }
  }

  private static int[] own(int cells) {
    int[] own = new int[cells];
    Arrays.setAll(own, i -> i);
    return own;
  }
}
