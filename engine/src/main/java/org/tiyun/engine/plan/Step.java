package org.tiyun.engine.plan;

/** What is done at one point of a period. */
public sealed interface Step {

  /** Variable {@code variable} takes the value of {@code node}. */
  record Assign(int variable, int node) implements Step {}

  /**
   * Variables {@code tears} are the solution x of {@code matrix x = right}: the loop's linear
   * system after everything else in it has been substituted.
   */
  record Solve(int[] tears, int[][] matrix, int[] right) implements Step {}

  /**
   * A loop that is not linear: tears x with x = g(x), where {@code body} gives the other variables
   * of the loop from x in order.
   *
   * @param g node of each tear's equation
   * @param slope {@code slope[i][j]} node of the derivative of g[i] by tear j, through the body
   */
  record Newton(int[] tears, Assign[] body, int[] g, int[][] slope) implements Step {}

  /** The clearing of the period. */
  record Clear() implements Step {}
}
