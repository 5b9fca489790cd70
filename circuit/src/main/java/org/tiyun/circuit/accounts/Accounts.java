package org.tiyun.circuit.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tiyun.circuit.matrix.BalancedCell;
import org.tiyun.circuit.matrix.Boundary;
import org.tiyun.circuit.matrix.Conflict;
import org.tiyun.circuit.matrix.FlowMatrix;
import org.tiyun.circuit.matrix.MatrixDraws;
import org.tiyun.circuit.matrix.PossibleRange;
import org.tiyun.circuit.matrix.Reconstruction;
import org.tiyun.circuit.range.Band;
import org.tiyun.circuit.range.Bands;
import org.tiyun.ledger.Ledger;

/**
 * The balanced matrix as accounts, in billions of US dollars.
 *
 * @param method what stands in the unknown cells
 * @param cells in the ledger's order, as the boundary reads them
 * @param conflicts what the sources disagree about, strongest first; the boundary does not touch it
 * @param residual largest difference between in and out of a firm
 * @param draws behind the bands
 * @param compared the main figures under every method, side by side
 */
public record Accounts(
    int year,
    Boundary boundary,
    Reconstruction method,
    List<Line> cells,
    List<Conflict> conflicts,
    double residual,
    int draws,
    Reconstructions compared) {

  /**
   * A cell.
   *
   * @param cell value after balancing; the row has the source's value and range
   * @param band 5th and 95th percentile over balanced draws
   * @param possible the least and most that the ranges of all cells and the balances allow; empty
   *     with a boundary that reads cells differently, or with another method
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
    return of(ledger, year, boundary, Reconstruction.LEAST_SQUARES, draws, seed);
  }

  /** The same with another method for the unknown cells, at the point and in every draw. */
  public static Accounts of(
      Ledger ledger, int year, Boundary boundary, Reconstruction method, int draws, long seed) {
    FlowMatrix balanced = FlowMatrix.balance(ledger, year);
    UnaryOperator<FlowMatrix> filled = method.at(balanced);
    UnaryOperator<FlowMatrix> seen = matrix -> boundary.in(ledger).apply(filled.apply(matrix));
    FlowMatrix matrix = seen.apply(balanced);
    Bands bands =
        Bands.of(new MatrixDraws(ledger, year, seed), year, seen, _ -> Map.of(), draws, seed);
    boolean asBalanced = boundary == Boundary.AI_ACCOUNTS && method == Reconstruction.LEAST_SQUARES;
    List<PossibleRange> possible = asBalanced ? PossibleRange.of(balanced) : List.of();
    List<Line> cells = new ArrayList<>();
    for (int i = 0; i < matrix.cells().size(); i++) {
      cells.add(
          new Line(
              matrix.cells().get(i),
              bands.cells().get(i),
              possible.isEmpty() ? Optional.empty() : Optional.of(possible.get(i))));
    }
    return new Accounts(
        year,
        boundary,
        method,
        List.copyOf(cells),
        Conflict.of(balanced),
        filled.apply(balanced).residual(),
        draws,
        Reconstructions.of(ledger, balanced, boundary));
  }
}
