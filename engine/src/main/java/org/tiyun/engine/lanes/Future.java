package org.tiyun.engine.lanes;

import java.util.List;
import java.util.Optional;
import org.tiyun.words.Failure;

/**
 * One path, taken out of its block.
 *
 * @param values by output, then by period from 0; NaN after a failure
 * @param drawn values of the drawn inputs
 * @param failure why it ended early; empty where it did not
 */
public record Future(
    long path,
    double[][] values,
    double[] drawn,
    List<Happening> events,
    double gap,
    double stock,
    Optional<Failure> failure) {

  /** An event of the model that begins. */
  public record Happening(int event, int period, double amount) {}
}
