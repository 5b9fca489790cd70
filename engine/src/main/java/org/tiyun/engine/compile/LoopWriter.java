package org.tiyun.engine.compile;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.tiyun.engine.program.Code;

/**
 * Writes a loop over all lanes. The distance of two slots is a constant, in whatever array they
 * stand, so that HotSpot can tell slots apart; what a loop is given it loads at its first use, and
 * what it leaves it stores at the end of the lane, so that one slot may serve for both.
 */
final class LoopWriter {
  /** HotSpot inlines a method that is called often up to this size (FreqInlineSize). */
  private static final int INLINED = 325;

  /** Variables of a piece: its arrays, in the order of {@link Stages}. */
  private static final int MEMORY = 0;

  private static final int NOW = 1;
  private static final int BEFORE = 2;
  static final int SCALARS = 3;

  private final CodeBuilder to;
  private final Values values;
  private final Layout.Slots slots;
  private final int lanes;

  /** Variable that counts lanes. */
  private final int lane;

  private final Map<Integer, Integer> local = new HashMap<>();
  private final Map<Integer, Integer> peak = new HashMap<>();
  private int check = -1;

  LoopWriter(CodeBuilder to, Values values, Layout.Slots slots, int lanes) {
    this.to = to;
    this.values = values;
    this.slots = slots;
    this.lanes = lanes;
    this.lane = to.allocateLocal(TypeKind.INT);
  }

  void write(Loop loop) {
    // Together in one method loops are made vectors or not by chance; each alone always is. So
    // they are made too long to be taken into their caller.
    for (int i = 0; i <= INLINED; i++) {
      to.nop();
    }
    Operands operands = new Operands(to, values, local, SCALARS);
    loop.body().forEach(operands::loadScalars);
    Label next = to.newLabel();
    Label end = to.newLabel();
    to.iconst_0().istore(lane).labelBinding(next);
    to.iload(lane).loadConstant(lanes).if_icmpge(end);
    for (Instruction i : loop.body()) {
      for (int k = 0; k < i.operands(); k++) {
        load(i.operand(k));
      }
      instruction(i, operands);
    }
    if (check >= 0) {
      address(MEMORY, slots.bad());
      address(MEMORY, slots.bad()).daload().dload(check);
      to.dadd().dastore();
    }
    peak.forEach(this::store);
    for (int cell : loop.stored()) {
      store(cell, Objects.requireNonNull(local.get(cell)));
    }
    to.iinc(lane, 1).goto_(next).labelBinding(end).return_();
  }

  private void instruction(Instruction i, Operands operands) {
    switch (i.op()) {
      case Code.CHECK -> check(i, operands);
      case Code.PEAK -> {
        Integer known = peak.get(i.to());
        if (known == null) {
          address(i.to()).daload();
        } else {
          to.dload(known);
        }
        operands.push(i.a());
        Operands.math(to, "abs", 1);
        Operands.math(to, "max", 2);
        int at = known == null ? fresh() : known;
        to.dstore(at);
        peak.put(i.to(), at);
      }
      default -> {
        operands.compute(i);
        int at = fresh();
        to.dstore(at);
        local.put(i.to(), at);
      }
    }
  }

  /**
   * What is finite adds 0, what is not NaN. Each alone, since a sum may overflow where none does.
   */
  private void check(Instruction i, Operands operands) {
    boolean first = check < 0;
    if (first) {
      check = fresh();
    } else {
      to.dload(check);
    }
    Label skip = to.newLabel();
    if (i.b() >= 0) {
      operands.push(i.b());
      to.dconst_0().dcmpl().ifeq(skip);
    }
    operands.push(i.a());
    to.dconst_0().dmul();
    if (i.b() >= 0) {
      Label join = to.newLabel();
      to.goto_(join).labelBinding(skip).dconst_0().labelBinding(join);
    }
    (first ? to : to.dadd()).dstore(check);
  }

  private void load(int cell) {
    if (values.varying(cell) && !local.containsKey(cell)) {
      address(cell).daload();
      int at = fresh();
      to.dstore(at);
      local.put(cell, at);
    }
  }

  private int fresh() {
    return to.allocateLocal(TypeKind.DOUBLE);
  }

  private CodeBuilder address(int cell) {
    int slot = slots.slot()[cell];
    int array = slot >= slots.kept() ? MEMORY : slots.before().get(cell) ? BEFORE : NOW;
    return address(array, slot);
  }

  private CodeBuilder address(int array, int slot) {
    to.aload(array).iload(lane);
    return slot > 0 ? to.loadConstant(slot * lanes).iadd() : to;
  }

  private void store(int cell, int value) {
    address(cell).dload(value).dastore();
  }
}
