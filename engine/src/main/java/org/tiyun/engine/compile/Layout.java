package org.tiyun.engine.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tiyun.engine.program.Code;
import org.tiyun.engine.program.Part;
import org.tiyun.engine.program.Program;

/**
 * Where each cell stands in memory. Cells that last have a slot of their own; what only passes from
 * loop to loop shares slots. A lagged value that is not read any more once its successor is stored
 * has its successor's slot, so that nothing has to be moved between periods.
 *
 * <p>Outputs have the first slots, and these are not in the memory but in an array of each period:
 * there they stay, and last period's values are read there. The memory leaves these slots unused,
 * since HotSpot makes vectors of a loop over several arrays only if it would also be right were
 * they one and the same.
 */
final class Layout {
  private final Program program;
  private final Values values;
  private final BitSet resident;
  private final Map<Part, List<Item>> items;
  private final int[] slot;
  private final int kept;
  private final BitSet before = new BitSet();
  private final List<int[]> moves = new ArrayList<>();
  private final List<int[]> copies = new ArrayList<>();
  private int slots;

  private Layout(
      Program program, Values values, BitSet resident, int[] outputs, Map<Part, List<Item>> items) {
    this.program = program;
    this.values = values;
    this.resident = resident;
    this.items = items;
    this.slot = new int[values.cells()];
    Arrays.fill(slot, -1);
    for (int output : outputs) {
      slot[output] = slots++;
    }
    this.kept = slots;
  }

  /**
   * @param slot by cell; -1 where it has none
   * @param slots number of slots
   * @param kept slots below this stand in the array of a period
   * @param before cells that stand in that of the period before
   * @param moves from slot, to slot: in this order, between periods
   * @param copies from slot, to slot: after period 0
   * @param bad slot that marks lanes
   */
  record Slots(
      int[] slot,
      int slots,
      int kept,
      BitSet before,
      List<int[]> moves,
      List<int[]> copies,
      int bad) {}

  static Slots of(
      Program program, Values values, BitSet resident, int[] outputs, Map<Part, List<Item>> items) {
    Layout layout = new Layout(program, values, resident, outputs, items);
    layout.rings();
    for (int cell = resident.nextSetBit(0); cell >= 0; cell = resident.nextSetBit(cell + 1)) {
      if (layout.slot[cell] < 0) {
        layout.slot[cell] = layout.slots++;
      }
    }
    int bad = layout.slots++;
    int lasting = layout.slots;
    int most = lasting;
    for (List<Item> code : items.values()) {
      most = Math.max(most, layout.share(code, lasting));
    }
    return new Slots(
        layout.slot, most, layout.kept, layout.before, layout.moves, layout.copies, bad);
  }

  private void rings() {
    List<Item> period = items.getOrDefault(Part.PERIOD, List.of());
    Set<Integer> outside = new HashSet<>();
    for (Item item : period) {
      if (item instanceof Item.Other(Instruction i)) {
        Outside cells = Outside.of(program, i);
        outside.addAll(cells.read());
        outside.addAll(cells.written());
      }
    }
    for (int[] ring : program.rings()) {
      int deepest = ring.length - 1;
      while (deepest > 0 && !resident.get(ring[deepest])) {
        deepest--;
      }
      if (!values.varying(ring[0]) || deepest == 0) {
        continue;
      }
      if (slot[ring[0]] >= 0) {
        slot[ring[1]] = slot[ring[0]];
        before.set(ring[1]);
        older(ring, 2, deepest);
        continue;
      }
      slot[ring[0]] = slots++;
      if (deepest == 1
          && !outside.contains(ring[0])
          && !outside.contains(ring[1])
          && inPlace(period, ring[0], ring[1])) {
        slot[ring[1]] = slot[ring[0]];
        continue;
      }
      older(ring, 1, deepest);
    }
  }

  /** Slots for the lags from {@code first} on, and what is to be moved to them. */
  private void older(int[] ring, int first, int deepest) {
    for (int k = first; k <= deepest; k++) {
      slot[ring[k]] = slots++;
      copies.add(new int[] {slot[ring[0]], slot[ring[k]]});
    }
    for (int k = deepest; k >= first; k--) {
      moves.add(new int[] {slot[ring[k - 1]], slot[ring[k]]});
    }
  }

  /** Whether no loop reads the lagged value after the one that stores the new one. */
  private boolean inPlace(List<Item> period, int now, int before) {
    boolean stored = false;
    boolean iterating = false;
    for (Item item : period) {
      switch (item) {
        case Item.Other(Instruction i) ->
            iterating = i.op() == Code.BEGIN || iterating && i.op() != Code.AGAIN;
        case Item.Fused(Loop loop) -> {
          if (stored && reads(loop, before)) {
            return false;
          }
          if (loop.stored().contains(now)) {
            if (iterating) {
              return false;
            }
            stored = true;
          }
        }
      }
    }
    return stored;
  }

  private static boolean reads(Loop loop, int cell) {
    for (Instruction i : loop.body()) {
      for (int k = 0; k < i.operands(); k++) {
        if (i.operand(k) == cell) {
          return true;
        }
      }
    }
    return false;
  }

  /** Gives slots from {@code first} on to what passes between the loops of a code. */
  private int share(List<Item> code, int first) {
    int[] last = last(code);
    Deque<Integer> free = new ArrayDeque<>();
    int next = first;
    for (int at = 0; at < code.size(); at++) {
      if (!(code.get(at) instanceof Item.Fused(Loop loop))) {
        release(last, at, free, first);
        continue;
      }
      // What ends here may give its place to what begins here: a loop reads a lane before it
      // stores it.
      release(last, at, free, first);
      for (int cell : loop.stored()) {
        if (slot[cell] < 0) {
          slot[cell] = free.isEmpty() ? next++ : free.pop();
        }
      }
    }
    return next;
  }

  private void release(int[] last, int at, Deque<Integer> free, int first) {
    for (int cell : ending.getOrDefault(at, List.of())) {
      if (slot[cell] >= first && last[cell] == at) {
        free.push(slot[cell]);
      }
    }
  }

  private Map<Integer, List<Integer>> ending = Map.of();

  /** By cell: the last item that reads it; what an iteration reads again lasts to its end. */
  private int[] last(List<Item> code) {
    int[] last = new int[values.cells()];
    int[] made = new int[values.cells()];
    Arrays.fill(last, -1);
    Arrays.fill(made, -1);
    int begin = -1;
    Set<Integer> before = new HashSet<>();
    for (int at = 0; at < code.size(); at++) {
      switch (code.get(at)) {
        case Item.Other(Instruction i) -> {
          if (i.op() == Code.BEGIN) {
            begin = at;
          } else if (i.op() == Code.AGAIN) {
            int end = at;
            before.forEach(cell -> last[cell] = end);
            before.clear();
            begin = -1;
          }
        }
        case Item.Fused(Loop loop) -> {
          for (Instruction i : loop.body()) {
            for (int k = 0; k < i.operands(); k++) {
              last[i.operand(k)] = at;
              if (begin >= 0 && made[i.operand(k)] < begin) {
                before.add(i.operand(k));
              }
            }
          }
          int now = at;
          loop.stored().forEach(cell -> made[cell] = now);
        }
      }
    }
    ending = new java.util.HashMap<>();
    for (int cell = 0; cell < last.length; cell++) {
      if (last[cell] >= 0) {
        ending.computeIfAbsent(last[cell], at -> new ArrayList<>()).add(cell);
      }
    }
    return last;
  }
}
