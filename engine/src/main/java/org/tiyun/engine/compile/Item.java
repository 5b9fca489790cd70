package org.tiyun.engine.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.tiyun.engine.program.Code;

/** A loop, or something done outside, at one point of a code. */
sealed interface Item {

  record Fused(Loop loop) implements Item {}

  record Other(Instruction instruction) implements Item {}

  /** The operations of a code in loops, between what is done outside. */
  static List<Item> of(Values values, BitSet resident, List<Instruction> code) {
    int[] readers = Fusion.readers(values, code);
    List<Item> items = new ArrayList<>();
    List<Item> events = new ArrayList<>();
    List<Instruction> straight = new ArrayList<>();
    for (Instruction i : code) {
      if (!i.outside()) {
        straight.add(i);
      } else if (i.op() == Code.EVENT) {
        // Events only read, so that they can wait for the end of the period.
        events.add(new Other(i));
      } else {
        fuse(values, resident, straight, readers, items);
        items.add(new Other(i));
      }
    }
    fuse(values, resident, straight, readers, items);
    items.addAll(events);
    return items;
  }

  private static void fuse(
      Values values, BitSet resident, List<Instruction> straight, int[] readers, List<Item> items) {
    Fusion.of(values, resident, straight, readers).forEach(loop -> items.add(new Fused(loop)));
    straight.clear();
  }
}
