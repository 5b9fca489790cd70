package org.tiyun.view.json;

import org.tiyun.engine.Path;
import org.tiyun.language.model.Variable;
import org.tiyun.study.run.BatchRun;

/**
 * Paths of a batch as CSV, one at a time: {@code path,variable,entity,period,value}, one row for
 * each value. Paths count from 0. A path that failed has no rows from that period on.
 */
public final class BatchCsv {
  /** The first line. */
  public static final String HEAD = "path,variable,entity,period,value\n";

  private final int first;
  private final String[][] middle;

  /**
   * @param history whether period 0 is listed too
   */
  public BatchCsv(BatchRun batch, boolean history) {
    this.first = history ? 0 : 1;
    this.middle = new String[batch.variables().size()][batch.periods() + 1];
    for (int k = 0; k < middle.length; k++) {
      Variable variable = batch.opened().model().variables().get(batch.variables().get(k));
      for (int t = 0; t < middle[k].length; t++) {
        // Written once by the library that knows about quotation marks, then used for every path.
        String row =
            new Csv(
                    variable.name().base(),
                    variable.name().entity(),
                    batch.opened().model().calendar().label(t))
                .text();
        middle[k][t] = "," + row.substring(0, row.length() - 1) + ",";
      }
    }
  }

  /** The rows of a path. */
  public String of(Path path) {
    StringBuilder rows = new StringBuilder();
    for (int k = 0; k < middle.length; k++) {
      for (int t = first; t < middle[k].length; t++) {
        double value = path.values()[k][t];
        if (Double.isFinite(value)) {
          rows.append(path.number()).append(middle[k][t]).append(value).append('\n');
        }
      }
    }
    return rows.toString();
  }
}
