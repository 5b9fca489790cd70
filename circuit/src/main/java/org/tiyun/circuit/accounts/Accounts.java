package org.tiyun.circuit.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tiyun.circuit.matrix.BalancedCell;
import org.tiyun.circuit.matrix.Boundary;
import org.tiyun.circuit.matrix.Conflict;
import org.tiyun.circuit.matrix.FlowMatrix;
import org.tiyun.circuit.matrix.PossibleRange;
import org.tiyun.circuit.range.Band;
import org.tiyun.circuit.range.Bands;
import org.tiyun.ledger.Ledger;

/**
 * The balanced matrix as accounts, in billions of US dollars.
 *
 * @param cells in the ledger's order, as the boundary reads them
 * @param conflicts what the sources disagree about, strongest first; the boundary does not touch it
 * @param residual largest difference between in and out of a firm
 * @param draws behind the bands
 */
public record Accounts(
    int year,
    Boundary boundary,
    List<Line> cells,
    List<Conflict> conflicts,
    double residual,
    int draws) {

  /**
   * A cell.
   *
   * @param cell value after balancing; the row has the source's value and range
   * @param band 5th and 95th percentile over balanced draws
   * @param possible the least and most that the ranges of all cells and the balances allow; empty
   *     with a boundary that reads cells differently
   */
  public record Line(BalancedCell cell, Band band, Optional<PossibleRange> possible) {
    /** True where balancing alone narrows the source's range. */
    public boolean narrowed() {
      double wide = 1e-6 * Math.max(1, cell.cell().high());
      return possible.isPresent()
          && (possible.get().low() > cell.cell().low() + wide
              || possible.get().high() < cell.cell().high() - wide);
    }
  }

  /** Balances, draws and bounds one year. */
  public static Accounts of(Ledger ledger, int year, Boundary boundary, int draws, long seed) {
    FlowMatrix balanced = FlowMatrix.balance(ledger, year);
    FlowMatrix matrix = boundary.read(balanced);
    Bands bands = Bands.of(ledger, year, boundary, _ -> Map.of(), draws, seed);
    List<PossibleRange> possible =
        boundary == Boundary.AI_ACCOUNTS ? PossibleRange.of(balanced) : List.of();
    List<Line> cells = new ArrayList<>();
    for (int i = 0; i < matrix.cells().size(); i++) {
      cells.add(
          new Line(
              matrix.cells().get(i),
              bands.cells().get(i),
              possible.isEmpty() ? Optional.empty() : Optional.of(possible.get(i))));
    }
    return new Accounts(
        year, boundary, List.copyOf(cells), Conflict.of(balanced), balanced.residual(), draws);
  }
}
