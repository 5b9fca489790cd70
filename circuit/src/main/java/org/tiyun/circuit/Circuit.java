package org.tiyun.circuit;

import java.util.List;
import java.util.OptionalInt;
import org.tiyun.circuit.deals.DealMap;
import org.tiyun.circuit.deals.Layer;
import org.tiyun.circuit.matrix.FlowMatrix;
import org.tiyun.ledger.Ledger;

/**
 * Everything that a ledger says: the balanced matrix of one year with its measures, the deals as
 * layers and as a graph, and the headline.
 */
public record Circuit(
    Ledger ledger, MatrixMeasures cash, List<Layer> layers, DealMap deals, Headline headline) {
  /** The firm that the headline looks at. */
  public static final String HEADLINE_FIRM = "nvidia";

  /**
   * @param year of the matrix; the latest one where empty
   * @throws org.tiyun.words.Failure E0501 to E0503, see {@link FlowMatrix}; E0501 also where the
   *     ledger has no yearly flows at all
   */
  public static Circuit of(Ledger ledger, OptionalInt year) {
    return of(ledger, year, NetworkMeasures.Limits.USUAL);
  }

  public static Circuit of(Ledger ledger, OptionalInt year, NetworkMeasures.Limits limits) {
    int chosen =
        year.orElseGet(
            () -> FlowMatrix.years(ledger).stream().mapToInt(Integer::intValue).max().orElse(0));
    MatrixMeasures cash = MatrixMeasures.of(FlowMatrix.balance(ledger, chosen), limits);
    return new Circuit(
        ledger,
        cash,
        Layer.of(ledger.deals()),
        DealMap.of(ledger.deals(), DealMap.Choice.ALL),
        Headline.of(cash, ledger.deals(), HEADLINE_FIRM));
  }
}
