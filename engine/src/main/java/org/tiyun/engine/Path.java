package org.tiyun.engine;

import java.util.List;
import java.util.Optional;
import org.tiyun.words.Finding;

/**
 * One future of a batch.
 *
 * @param number of the path, from 0
 * @param values by output in the order asked, then by period from 0; of a failed path NaN from the
 *     period of failure on
 * @param drawn values of the drawn inputs, in the order of {@link Batch#drawn()}
 * @param residual largest gap of the path's accounting identities
 * @param largestStock what the gap is measured against
 * @param failure why the path could not be run to its end; empty where it could
 */
public record Path(
    long number,
    double[][] values,
    double[] drawn,
    List<Run.Happening> events,
    double residual,
    double largestStock,
    Optional<Finding> failure) {}
