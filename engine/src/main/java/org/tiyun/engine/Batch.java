package org.tiyun.engine;

import java.util.List;

/**
 * What a batch came to.
 *
 * @param paths handed to the consumer
 * @param failed of these, paths that did not reach their end
 * @param cancelled whether it was ended early
 * @param drawn inputs that were drawn, ascending
 * @param largestRelativeResidual greatest identity gap of any path that reached its end, in units
 *     of that path's largest stock
 */
public record Batch(
    long paths,
    long failed,
    boolean cancelled,
    List<Integer> drawn,
    double largestRelativeResidual) {}
