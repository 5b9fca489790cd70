package org.tiyun.circuit.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.tiyun.ledger.ControlTotal;
import org.tiyun.ledger.FlowCell;
import org.tiyun.ledger.Grade;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;

/**
 * One year's cells and totals as a problem of bounded least squares: every cell near its value,
 * every binding total near its sum, in for out at every firm of the circle.
 *
 * <p>Spread of a cell: g * max((high - low) / 4, 0.01), of a total the same with floor max(0.01,
 * 0.005 * max(1, total)), both in billions; g is 0.6, 0.8, 1, 1.2 for grades A to D. A firm's
 * balance is a sum of zero with spread 1/2000. What is left of it is taken out by shifting the sum
 * by the residual and solving again (the method of multipliers, Hestenes 1969), twice: it then
 * holds to about 1e-12. A year whose ranges contradict each other still has an answer, with the
 * residual shown.
 */
final class MatrixProblem {
  private static final double BALANCE_SPREAD = 1 / 2000.0;
  private static final int CORRECTIONS = 2;

  final int year;
  final List<FlowCell> cells;
  final List<ControlTotal> totals;
  final List<String> circle;
  final int[][] membersOfTotal;
  final double[] value;
  final double[] low;
  final double[] high;
  final double[] spread;
  final double[] wanted;
  final double[] slack;
  final BoundedLeastSquares squares;

  MatrixProblem(List<FlowCell> flows, List<ControlTotal> controls, int year) {
    this.year = year;
    this.cells = flows.stream().filter(cell -> cell.year() == year).toList();
    if (cells.isEmpty()) {
      throw new Failure(Finding.error("E0501").with("year", year).with("years", years(flows)));
    }
    this.circle = circleOf(cells);
    List<ControlTotal> binding = new ArrayList<>();
    List<int[]> members = new ArrayList<>();
    for (ControlTotal total : controls) {
      if (total.year() == year && total.binding()) {
        int[] cellsOfTotal = members(total);
        if (cellsOfTotal.length > 0) {
          binding.add(total);
          members.add(cellsOfTotal);
        }
      }
    }
    this.totals = List.copyOf(binding);
    this.membersOfTotal = members.toArray(int[][]::new);
    int rows = totals.size() + circle.size();
    this.value = cells.stream().mapToDouble(FlowCell::value).toArray();
    this.low = cells.stream().mapToDouble(FlowCell::low).toArray();
    this.high = cells.stream().mapToDouble(FlowCell::high).toArray();
    this.spread = new double[cells.size()];
    for (int i = 0; i < spread.length; i++) {
      spread[i] = spread(cells.get(i).grade(), low[i], high[i], 0.01);
    }
    this.wanted = new double[rows];
    this.slack = new double[rows];
    Arrays.fill(slack, BALANCE_SPREAD * BALANCE_SPREAD);
    for (int r = 0; r < totals.size(); r++) {
      ControlTotal total = totals.get(r);
      double wide = spread(total.grade(), total.low(), total.high(), totalFloor(total.value()));
      wanted[r] = total.value();
      slack[r] = wide * wide;
    }
    this.squares = squares(rows);
  }

  /** Solves for starting values and totals that may differ from the ledger's. */
  double[] balance(double[] startingValues, double[] totalValues) {
    double[] sums = wanted.clone();
    System.arraycopy(totalValues, 0, sums, 0, totals.size());
    BoundedLeastSquares.Solution solution =
        squares.solve(startingValues, spread, low, high, sums, slack);
    for (int correction = 0; correction < CORRECTIONS; correction++) {
      double[] reached = squares.sums(solution.x());
      for (int r = totals.size(); r < sums.length; r++) {
        sums[r] -= reached[r];
      }
      solution = squares.solve(startingValues, spread, low, high, sums, slack, solution.y());
    }
    return solution.x();
  }

  /** Largest difference between what goes into and out of a firm of the circle, in billions. */
  double residual(double[] x) {
    double[] sums = squares.sums(x);
    double largest = 0;
    for (int r = totals.size(); r < sums.length; r++) {
      largest = Math.max(largest, Math.abs(sums[r]));
    }
    return largest;
  }

  static String years(List<FlowCell> flows) {
    TreeSet<Integer> years = new TreeSet<>();
    flows.forEach(cell -> years.add(cell.year()));
    return String.join(", ", years.stream().map(String::valueOf).toList());
  }

  private BoundedLeastSquares squares(int rows) {
    int[][] rowsOf = new int[cells.size()][];
    double[][] signOf = new double[cells.size()][];
    for (int i = 0; i < rowsOf.length; i++) {
      List<Integer> row = new ArrayList<>();
      List<Double> sign = new ArrayList<>();
      for (int r = 0; r < membersOfTotal.length; r++) {
        if (Arrays.binarySearch(membersOfTotal[r], i) >= 0) {
          row.add(r);
          sign.add(1.0);
        }
      }
      int to = circle.indexOf(cells.get(i).payee());
      int from = circle.indexOf(cells.get(i).payer());
      if (to != from) {
        addIfInside(row, sign, to, 1.0);
        addIfInside(row, sign, from, -1.0);
      }
      rowsOf[i] = row.stream().mapToInt(Integer::intValue).toArray();
      signOf[i] = sign.stream().mapToDouble(Double::doubleValue).toArray();
    }
    return new BoundedLeastSquares(rows, rowsOf, signOf);
  }

  private void addIfInside(List<Integer> row, List<Double> sign, int firm, double by) {
    if (firm >= 0) {
      row.add(totals.size() + firm);
      sign.add(by);
    }
  }

  private int[] members(ControlTotal total) {
    TotalItem item =
        TotalItem.of(total.item())
            .orElseThrow(() ->
                new Failure(
                    Finding.error(
                            "E0502", Place.cell(total.row().file(), total.row().line(), "item"))
                        .with("item", total.item())));
    List<Integer> members = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      FlowCell cell = cells.get(i);
      String self = total.received() ? cell.payee() : cell.payer();
      String partner = total.received() ? cell.payer() : cell.payee();
      if (self.equals(total.entity()) && item.counts(cell.kind(), partner)) {
        members.add(i);
      }
    }
    return members.stream().mapToInt(Integer::intValue).toArray();
  }

  private static List<String> circleOf(List<FlowCell> cells) {
    TreeSet<String> inside = new TreeSet<>();
    for (FlowCell cell : cells) {
      boolean from = Origin.of(cell.payer()).isEmpty();
      boolean to = Exit.of(cell.payee()).isEmpty();
      if (from) {
        inside.add(cell.payer());
      }
      if (to) {
        inside.add(cell.payee());
      }
      if (!from && !to) {
        throw new Failure(
            Finding.error("E0503", Place.cell(cell.row().file(), cell.row().line(), "payer"))
                .with("payer", cell.payer())
                .with("payee", cell.payee()));
      }
    }
    return List.copyOf(inside);
  }

  static double totalFloor(double total) {
    return Math.max(0.01, 0.005 * Math.max(1, total));
  }

  static double spread(Grade grade, double low, double high, double floor) {
    return weight(grade) * Math.max((high - low) / 4, floor);
  }

  private static double weight(Grade grade) {
    return switch (grade) {
      case A -> 0.6;
      case B -> 0.8;
      case C -> 1;
      case D -> 1.2;
    };
  }
}
