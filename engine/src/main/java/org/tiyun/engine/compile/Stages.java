package org.tiyun.engine.compile;

import org.tiyun.engine.plan.Table;

/** What a compiled program looks like from outside. */
public interface Stages {
  /**
   * Runs the loops of one stage.
   *
   * @param memory slots one after another, each with one number per lane
   * @param now the first slots of this period
   * @param before those of the period before
   * @param scalars numbers that are the same in all lanes
   */
  void run(
      int stage, double[] memory, double[] now, double[] before, double[] scalars, Table[] tables);
}
