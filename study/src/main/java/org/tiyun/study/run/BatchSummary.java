package org.tiyun.study.run;

import java.util.List;
import java.util.Optional;
import org.tiyun.engine.Batch;
import org.tiyun.engine.Path;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/**
 * Quantiles of a batch by variable and period, in memory that does not grow with the number of
 * paths. A path that fails counts up to the period before.
 *
 * @param quantiles by variable in the order of the batch, then by period from 0, then by {@link
 *     #SHARES}; NaN where no path has a value
 * @param means by variable and period likewise; of what is 1 or 0 the share of paths
 * @param rankError by how much a rank can be off, as a share of the paths; 0: quantiles are exact
 * @param failure of the first path that failed
 */
public record BatchSummary(
    BatchRun batch,
    Batch result,
    double[][][] quantiles,
    double[][] means,
    double rankError,
    Optional<Finding> failure) {

  /** The shares of paths below which the quantiles lie. */
  public static final List<Double> SHARES = List.of(0.05, 0.25, 0.5, 0.75, 0.95);

  /** Numbers kept at most: 64 MB. */
  private static final long ROOM = 8_000_000;

  private static final int LEAST = 200;

  /**
   * Runs a batch.
   *
   * @throws Failure E0341 where there are too many variables and periods
   */
  public static BatchSummary of(BatchRun batch) {
    int periods = batch.periods();
    long cells = (long) batch.variables().size() * (periods + 1);
    // A few levels of buffers may be full at once.
    long room = ROOM / Math.max(1, cells) / 2;
    if (room < LEAST && batch.request().paths() > room) {
      throw new Failure(Finding.error("E0341").with("asked", cells).with("most", ROOM / 2 / LEAST));
    }
    int each = (int) Math.min(room, Math.max(2, batch.request().paths() + 1));
    Quantiles[][] sketches = new Quantiles[batch.variables().size()][periods + 1];
    for (Quantiles[] row : sketches) {
      java.util.Arrays.setAll(row, t -> new Quantiles(each));
    }
    Finding[] first = new Finding[1];
    Batch result = batch.run(path -> take(path, sketches, first));
    double error = 0;
    double[][][] quantiles = new double[sketches.length][periods + 1][];
    double[][] means = new double[sketches.length][periods + 1];
    double[] shares = SHARES.stream().mapToDouble(Double::doubleValue).toArray();
    for (int k = 0; k < sketches.length; k++) {
      for (int t = 0; t <= periods; t++) {
        quantiles[k][t] = sketches[k][t].at(shares);
        means[k][t] = sketches[k][t].mean();
        error = Math.max(error, sketches[k][t].rankError());
      }
    }
    return new BatchSummary(batch, result, quantiles, means, error, Optional.ofNullable(first[0]));
  }

  private static void take(Path path, Quantiles[][] sketches, Finding[] first) {
    for (int k = 0; k < sketches.length; k++) {
      for (int t = 0; t < sketches[k].length; t++) {
        sketches[k][t].add(path.values()[k][t]);
      }
    }
    if (first[0] == null) {
      first[0] = path.failure().orElse(null);
    }
  }
}
