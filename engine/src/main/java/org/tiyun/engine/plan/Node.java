package org.tiyun.engine.plan;

/**
 * A node of the graph. Operands are numbers of earlier nodes.
 *
 * @param a first operand; for VAR and IN the variable or input, for DRAWN the input, for UNIFORM
 *     and GAUSS the stream
 * @param b second operand; for VAR and IN the lag, for LOOKUP the table
 * @param c third operand
 * @param value of a CONST
 */
public record Node(Op op, int a, int b, int c, double value) {

  /** Operand number {@code i}. */
  public int operand(int i) {
    return i == 0 ? a : i == 1 ? b : c;
  }
}
