package org.tiyun.engine.compile;

import org.tiyun.engine.plan.Op;
import org.tiyun.engine.program.Code;

/**
 * One operation. Cells are those of the program, each standing for the one value it is given.
 *
 * @param op number of an {@link Op}, or COPY, CHECK, PEAK, SOLVE, BEGIN, AGAIN, CLEAR, EVENT of
 *     {@link Code}
 * @param to cell of the result; -1 where there is none
 */
record Instruction(int op, int to, int a, int b, int c) {
  private static final Op[] OPS = Op.values();

  /** Whether it is one of the things that {@link Outside} does. */
  boolean outside() {
    return op >= Code.SOLVE;
  }

  /** Operands that are read as cells. */
  int operands() {
    if (op < Code.COPY) {
      return OPS[op].operands();
    }
    return switch (op) {
      case Code.COPY, Code.PEAK -> 1;
      case Code.CHECK -> b < 0 ? 1 : 2;
      case Code.EVENT -> 2;
      default -> 0;
    };
  }

  int operand(int i) {
    return i == 0 ? a : i == 1 ? b : c;
  }

  Op arithmetic() {
    return OPS[op];
  }

  /** Whether HotSpot makes vector instructions of it. Choices and calls it does not. */
  boolean vector() {
    if (op >= Code.COPY) {
      return op != Code.CHECK || b < 0;
    }
    return switch (arithmetic()) {
      case NEG, ABS, SQRT, ADD, SUB, MUL, DIV, MIN, MAX -> true;
      default -> false;
    };
  }
}
