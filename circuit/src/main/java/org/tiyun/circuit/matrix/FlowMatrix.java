package org.tiyun.circuit.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.tiyun.circuit.network.FlowNetwork;
import org.tiyun.ledger.ControlTotal;
import org.tiyun.ledger.FlowCell;
import org.tiyun.ledger.Ledger;

/**
 * Cash paid in one year between the firms of the circle and with the outside, every firm balanced:
 * what comes in goes out or is banked. Amounts in billions of US dollars.
 *
 * @param circle firms inside, sorted by id
 * @param cells in the ledger's order
 * @param totals the binding control totals, in the ledger's order
 * @param residual largest difference between in and out over the firms, in billions
 */
public record FlowMatrix(
    int year,
    List<String> circle,
    List<BalancedCell> cells,
    List<BalancedTotal> totals,
    double residual) {

  public FlowMatrix {
    circle = List.copyOf(circle);
    cells = List.copyOf(cells);
    totals = List.copyOf(totals);
  }

  /** The years that a ledger has cells for, ascending. */
  public static List<Integer> years(Ledger ledger) {
    return ledger.flows().stream().map(FlowCell::year).distinct().sorted().toList();
  }

  /**
   * Balances one year of a ledger by weighted least squares within each cell's range.
   *
   * @throws org.tiyun.words.Failure E0501 no cells of that year, E0502 a binding total of unknown
   *     item, E0503 a cell between two outsiders
   */
  public static FlowMatrix balance(Ledger ledger, int year) {
    return balance(ledger.flows(), ledger.totals(), year);
  }

  /** The same from bare cells and totals. */
  public static FlowMatrix balance(List<FlowCell> flows, List<ControlTotal> totals, int year) {
    MatrixProblem problem = new MatrixProblem(flows, totals, year);
    return of(problem, problem.balance(problem.value, problem.wanted));
  }

  static FlowMatrix of(MatrixProblem problem, double[] x) {
    List<BalancedCell> cells = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      cells.add(new BalancedCell(problem.cells.get(i), x[i]));
    }
    List<BalancedTotal> totals = new ArrayList<>();
    for (int r = 0; r < problem.totals.size(); r++) {
      int[] members = problem.membersOfTotal[r];
      double sum = IntStream.of(members).mapToDouble(i -> x[i]).sum();
      totals.add(
          new BalancedTotal(problem.totals.get(r), sum, IntStream.of(members).boxed().toList()));
    }
    return new FlowMatrix(problem.year, problem.circle, cells, totals, problem.residual(x));
  }

  /** The network to measure: payments between firms, money in by origin, money out by exit. */
  public FlowNetwork network() {
    FlowNetwork.Builder builder = FlowNetwork.builder(circle, Origin.keys(), Exit.keys());
    for (BalancedCell balanced : cells) {
      FlowCell cell = balanced.cell();
      int from = circle.indexOf(cell.payer());
      int to = circle.indexOf(cell.payee());
      if (from >= 0 && to >= 0) {
        builder.payment(from, to, balanced.value());
      } else if (to >= 0) {
        builder.inflow(Origin.of(cell.payer()).orElseThrow().ordinal(), to, balanced.value());
      } else {
        builder.outflow(Exit.of(cell.payee()).orElseThrow().ordinal(), from, balanced.value());
      }
    }
    return builder.build();
  }

  /** The same rows with other amounts: sums and residual follow. */
  FlowMatrix withCells(List<BalancedCell> other) {
    List<BalancedTotal> sums =
        totals.stream()
            .map(total ->
                new BalancedTotal(
                    total.total(),
                    total.cells().stream().mapToDouble(i -> other.get(i).value()).sum(),
                    total.cells()))
            .toList();
    double[] net = new double[circle.size()];
    for (BalancedCell cell : other) {
      int from = circle.indexOf(cell.cell().payer());
      int to = circle.indexOf(cell.cell().payee());
      if (from >= 0) {
        net[from] -= cell.value();
      }
      if (to >= 0) {
        net[to] += cell.value();
      }
    }
    double largest = DoubleStream.of(net).map(Math::abs).max().orElse(0);
    return new FlowMatrix(year, circle, other, sums, largest);
  }

  /** Cells of one payer to one payee. */
  public List<BalancedCell> between(String payer, String payee) {
    return cells.stream()
        .filter(c -> c.cell().payer().equals(payer) && c.cell().payee().equals(payee))
        .toList();
  }
}
