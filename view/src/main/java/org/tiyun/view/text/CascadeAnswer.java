package org.tiyun.view.text;

import java.util.Optional;
import org.tiyun.circuit.cascade.Cascade;
import org.tiyun.circuit.cascade.Shortfall;

/**
 * What {@code tiyun cascade} shows.
 *
 * @param keystones by party what all others lose when it alone stops paying
 * @param shortfall over draws of what the parties own
 */
public record CascadeAnswer(
    Cascade cascade, Optional<double[]> keystones, Optional<Shortfall> shortfall) {}
