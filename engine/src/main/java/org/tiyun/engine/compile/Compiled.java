package org.tiyun.engine.compile;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.tiyun.engine.plan.Table;
import org.tiyun.engine.program.Part;

/**
 * A program as bytecode, for a fixed number of lanes. Holds no numbers of a run: any number of
 * threads may use it.
 *
 * @param slots of its memory, each with one number per lane
 * @param scalars numbers that are the same in all lanes
 * @param kept slots below this stand not in the memory but in the array of a period, which keeps
 *     its outputs
 * @param slot by cell of the program; -1 where it stands elsewhere
 * @param before cells that stand in the array of the period before
 * @param scalar by cell: its place among the scalars; -1 where it has none
 * @param constant by cell: its value where it has neither slot nor scalar
 * @param moves from slot, to slot: in this order, between periods
 * @param copies from slot, to slot: after period 0
 * @param shifts the same between periods for scalars
 * @param bad slot that marks lanes with something not finite
 */
public record Compiled(
    int lanes,
    int slots,
    int scalars,
    int kept,
    int[] slot,
    BitSet before,
    int[] scalar,
    double[] constant,
    int[][] moves,
    int[][] copies,
    int[][] shifts,
    int bad,
    Map<Part, List<Action>> actions,
    Stages stages,
    Table[] tables) {

  /**
   * One point of a code: a stage to run, or where there is none an instruction of {@link
   * org.tiyun.engine.program.Code} to be done outside.
   *
   * @param stage -1 where there is none
   * @param back of AGAIN: the action after its BEGIN
   */
  public record Action(int stage, int op, int to, int a, int b, int back) {}
}
