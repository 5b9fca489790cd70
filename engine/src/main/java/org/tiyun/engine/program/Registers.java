package org.tiyun.engine.program;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.tiyun.engine.plan.Op;

/** Lets values whose lives do not meet share a cell, so that a period's work stays in the cache. */
final class Registers {
  private Registers() {}

  /**
   * Renames registers in {@code code}.
   *
   * @param registers cells that hold intermediate values of this code
   * @param searches iterations whose cells are read at their AGAIN
   * @return the number of cells then
   */
  static int share(Code code, BitSet registers, int cells, List<Program.Search> searches) {
    int[] last = lastUses(code, registers, cells, searches);
    int[] name = new int[cells];
    Arrays.setAll(name, i -> i);
    Deque<Integer> free = new ArrayDeque<>();
    BitSet given = new BitSet();
    for (int i = 0; i < code.size; i++) {
      int to = code.d[i];
      // Reads first, so that a result may take the place of an operand that ends here.
      for (int x : reads(code, i)) {
        if (x >= 0 && registers.get(x) && last[x] == i && !given.get(x)) {
          given.set(x);
          free.push(name[x]);
        }
      }
      if (writes(code, i) && registers.get(to)) {
        if (last[to] < Integer.MAX_VALUE && !free.isEmpty()) {
          name[to] = free.pop();
        }
        if (last[to] <= i && !given.get(to)) {
          given.set(to);
          free.push(name[to]);
        }
      }
    }
    rename(code, name);
    return cells;
  }

  private static int[] lastUses(
      Code code, BitSet registers, int cells, List<Program.Search> searches) {
    int[] last = new int[cells];
    int[] made = new int[cells];
    for (int i = 0; i < code.size; i++) {
      if (writes(code, i)) {
        made[code.d[i]] = i;
        last[code.d[i]] = Math.max(last[code.d[i]], i);
      }
      for (int x : reads(code, i)) {
        if (x >= 0) {
          last[x] = i;
        }
      }
      if (code.op[i] == Code.AGAIN) {
        // A value from before the loop is needed in its next round too.
        int begin = searches.get(code.a[i]).begin();
        for (int k = begin; k < i; k++) {
          for (int x : reads(code, k)) {
            if (x >= 0 && registers.get(x) && made[x] < begin) {
              last[x] = i;
            }
          }
        }
      }
    }
    return last;
  }

  private static int[] reads(Code code, int i) {
    int op = code.op[i];
    if (op == Code.COPY || op == Code.PEAK) {
      return new int[] {code.a[i]};
    }
    if (op == Code.CHECK || op == Code.EVENT) {
      return new int[] {code.a[i], code.b[i]};
    }
    if (op >= Code.COPY) {
      return new int[0];
    }
    return switch (Op.values()[op].operands()) {
      case 1 -> new int[] {code.a[i]};
      case 2 -> new int[] {code.a[i], code.b[i]};
      default -> new int[] {code.a[i], code.b[i], code.c[i]};
    };
  }

  private static boolean writes(Code code, int i) {
    return code.op[i] < Code.COPY || code.op[i] == Code.COPY;
  }

  private static void rename(Code code, int[] name) {
    for (int i = 0; i < code.size; i++) {
      int op = code.op[i];
      if (op >= Code.SOLVE && op != Code.EVENT) {
        continue;
      }
      if (writes(code, i)) {
        code.d[i] = name[code.d[i]];
      }
      code.a[i] = name[code.a[i]];
      boolean second =
          op < Code.COPY ? Op.values()[op].operands() > 1 : op == Code.CHECK || op == Code.EVENT;
      if (second && code.b[i] >= 0) {
        code.b[i] = name[code.b[i]];
      }
      if (op < Code.COPY && Op.values()[op].operands() > 2) {
        code.c[i] = name[code.c[i]];
      }
    }
  }
}
