package org.tiyun.circuit.range;

import java.util.List;
import org.tiyun.circuit.Circuit;
import org.tiyun.circuit.Loop;

/** The ranges that go with a circuit's headline: its figures, and its widest loops. */
public final class Ranges {
  private static final int LOOPS = 5;

  private Ranges() {}

  /** By the circuit's own year and boundary, with the usual seed. */
  public static Bands of(Circuit circuit, int draws) {
    List<List<String>> loops =
        circuit.cash().network().loops().stream().limit(LOOPS).map(Loop::path).toList();
    List<String> circle = circuit.cash().matrix().circle();
    List<String> investors =
        circle.contains(circuit.headline().firm()) ? List.of(circuit.headline().firm()) : List.of();
    return Bands.of(
        circuit.ledger(),
        circuit.cash().matrix().year(),
        circuit.choice().boundary(),
        new Figures(loops, investors),
        draws,
        Bands.USUAL_SEED);
  }
}
