package org.tiyun.view.text;

import java.util.Optional;
import org.tiyun.circuit.Circuit;
import org.tiyun.circuit.Tracing;
import org.tiyun.circuit.network.Hubs;
import org.tiyun.circuit.network.NullModel;
import org.tiyun.circuit.range.Bands;

/**
 * What {@code tiyun map} shows of a ledger: the circuit, and what was asked for besides.
 *
 * @param ranges of the figures over balanced draws
 * @param chance the measures among networks of equal sums
 * @param bounds the figures when money is traced otherwise
 * @param hubs by party of the matrix's network
 */
public record MapAnswer(
    Circuit circuit,
    Optional<Bands> ranges,
    Optional<Tracing> bounds,
    Optional<NullModel> chance,
    Optional<Hubs> hubs) {

  /** The circuit alone. */
  public static MapAnswer of(Circuit circuit) {
    return new MapAnswer(
        circuit, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
