package org.tiyun.circuit.matrix;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The least and most that a cell can be while every cell and every control total stays in its range
 * and every firm balances. Usually no narrower than the source's range: balance says little where a
 * firm has a free balancing item.
 *
 * <p>A linear programme for each bound, solved by the balancing's own least squares: the cell is
 * pulled far beyond its bound while all others are held weakly where they are, again and again from
 * where that ended (proximal point; Rockafellar 1976, who shows that it ends after finitely many
 * turns for linear programmes). Where the ranges contradict each other nothing is narrowed.
 */
public record PossibleRange(double low, double high) {

  /** Ranges of all cells, in the matrix's order. */
  public static List<PossibleRange> of(FlowMatrix matrix) {
    Programme programme = new Programme(matrix);
    return IntStream.range(0, matrix.cells().size())
        .parallel()
        .mapToObj(i -> new PossibleRange(programme.bound(i, -1), programme.bound(i, 1)))
        .toList();
  }

  /** Cells, and behind them one variable for each total that stands for its sum. */
  private static final class Programme {
    private static final double SOFT = 2.5e-7;
    private static final double PULL = 1000;
    private static final int TURNS = 40;

    private final int rows;
    private final double[] start;
    private final double[] low;
    private final double[] high;
    private final BoundedLeastSquares squares;

    Programme(FlowMatrix matrix) {
      int cells = matrix.cells().size();
      int totals = matrix.totals().size();
      this.rows = totals + matrix.circle().size();
      this.start = new double[cells + totals];
      this.low = new double[cells + totals];
      this.high = new double[cells + totals];
      int[][] rowsOf = new int[cells + totals][];
      double[][] signOf = new double[cells + totals][];
      for (int i = 0; i < cells; i++) {
        BalancedCell cell = matrix.cells().get(i);
        start[i] = cell.value();
        low[i] = cell.cell().low();
        high[i] = cell.cell().high();
        int number = i;
        int[] in =
            IntStream.range(0, totals)
                .filter(r -> matrix.totals().get(r).cells().contains(number))
                .toArray();
        int to = matrix.circle().indexOf(cell.cell().payee());
        int from = matrix.circle().indexOf(cell.cell().payer());
        int sides = to == from ? 0 : (to >= 0 ? 1 : 0) + (from >= 0 ? 1 : 0);
        rowsOf[i] = Arrays.copyOf(in, in.length + sides);
        signOf[i] = new double[in.length + sides];
        Arrays.fill(signOf[i], 1);
        if (sides > 0 && to >= 0) {
          rowsOf[i][in.length] = totals + to;
        }
        if (sides > 0 && from >= 0) {
          rowsOf[i][in.length + sides - 1] = totals + from;
          signOf[i][in.length + sides - 1] = -1;
        }
      }
      for (int r = 0; r < totals; r++) {
        BalancedTotal total = matrix.totals().get(r);
        start[cells + r] = total.value();
        low[cells + r] = total.total().low();
        high[cells + r] = total.total().high();
        rowsOf[cells + r] = new int[] {r};
        signOf[cells + r] = new double[] {-1};
      }
      this.squares = new BoundedLeastSquares(rows, rowsOf, signOf);
    }

    /** The most ({@code side} 1) or least (-1) of one cell. */
    double bound(int cell, int side) {
      double far = side > 0 ? high[cell] : low[cell];
      double[] x = start;
      double reached = start[cell];
      double[] shift = new double[rows];
      double[] y = new double[rows];
      for (int turn = 0; turn < TURNS; turn++) {
        double[] p = x.clone();
        p[cell] += side * PULL;
        var solution = squares.solve(p, ones(p.length), low, high, shift, filled(rows, SOFT), y);
        double off = 0;
        double[] sums = squares.sums(solution.x());
        for (int r = 0; r < rows; r++) {
          shift[r] -= sums[r];
          off = Math.max(off, Math.abs(sums[r]));
        }
        y = solution.y();
        x = solution.x();
        boolean still = Math.abs(x[cell] - reached) <= 1e-9;
        reached = x[cell];
        if (off <= 1e-7 && (still || reached == far)) {
          return reached;
        }
      }
      return far;
    }

    private static double[] ones(int length) {
      return filled(length, 1);
    }

    private static double[] filled(int length, double value) {
      double[] all = new double[length];
      Arrays.fill(all, value);
      return all;
    }
  }
}
