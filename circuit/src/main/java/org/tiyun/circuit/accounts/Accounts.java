package org.tiyun.circuit.accounts;

import java.util.ArrayList;
import java.util.List;
import org.tiyun.circuit.matrix.BalancedCell;
import org.tiyun.circuit.matrix.Conflict;
import org.tiyun.circuit.matrix.FlowMatrix;
import org.tiyun.circuit.matrix.PossibleRange;
import org.tiyun.circuit.range.Band;
import org.tiyun.circuit.range.Bands;
import org.tiyun.circuit.range.Figures;
import org.tiyun.ledger.Ledger;

/**
 * The balanced matrix as accounts, in billions of US dollars.
 *
 * @param cells in the ledger's order
 * @param conflicts what the sources disagree about, strongest first
 * @param residual largest difference between in and out of a firm
 */
public record Accounts(int year, List<Line> cells, List<Conflict> conflicts, double residual) {

  /**
   * A cell.
   *
   * @param cell value after balancing; the row has the source's value and range
   * @param band 5th and 95th percentile over balanced draws
   * @param possible the least and most that the ranges of all cells and the balances allow
   */
  public record Line(BalancedCell cell, Band band, PossibleRange possible) {
    /** True where balancing alone narrows the source's range. */
    public boolean narrowed() {
      double wide = 1e-6 * Math.max(1, cell.cell().high());
      return possible.low() > cell.cell().low() + wide
          || possible.high() < cell.cell().high() - wide;
    }
  }

  /** Balances, draws and bounds one year. */
  public static Accounts of(Ledger ledger, int year, int draws, long seed) {
    FlowMatrix matrix = FlowMatrix.balance(ledger, year);
    Bands bands = Bands.of(ledger, year, new Figures(List.of(), List.of()), draws, seed);
    List<PossibleRange> possible = PossibleRange.of(matrix);
    List<Line> cells = new ArrayList<>();
    for (int i = 0; i < matrix.cells().size(); i++) {
      cells.add(new Line(matrix.cells().get(i), bands.cells().get(i), possible.get(i)));
    }
    return new Accounts(year, List.copyOf(cells), Conflict.of(matrix), matrix.residual());
  }
}
