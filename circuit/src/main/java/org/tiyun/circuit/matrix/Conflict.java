package org.tiyun.circuit.matrix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tiyun.ledger.Grade;
import org.tiyun.ledger.RowRef;

/**
 * A row that the balanced matrix could not honour: all of them together contradict it.
 *
 * @param row a cell or a control total of the ledger
 * @param parties payer and payee of a cell, or the firm of a total, by id
 * @param what the cell's kind or the total's item
 * @param stated its value in the ledger, {@code reached} its value after balancing, in billions of
 *     US dollars
 * @param strain the difference in units of the row's spread: what ranks conflicts
 */
public record Conflict(
    RowRef row,
    List<String> parties,
    String what,
    Grade grade,
    double stated,
    double reached,
    double strain) {

  /** Both in one line, such as {@code openai > microsoft cloud} or {@code openai revenue}. */
  public String subject() {
    return String.join(" > ", parties) + " " + what;
  }

  /** Rows moved by more than a tenth of their spread, strongest strain first. */
  public static List<Conflict> of(FlowMatrix matrix) {
    List<Conflict> conflicts = new ArrayList<>();
    for (BalancedCell balanced : matrix.cells()) {
      var cell = balanced.cell();
      double spread = MatrixProblem.spread(cell.grade(), cell.low(), cell.high(), 0.01);
      conflicts.add(
          new Conflict(
              cell.row(),
              List.of(cell.payer(), cell.payee()),
              cell.kind(),
              cell.grade(),
              cell.value(),
              balanced.value(),
              Math.abs(balanced.value() - cell.value()) / spread));
    }
    for (BalancedTotal balanced : matrix.totals()) {
      var total = balanced.total();
      double spread =
          MatrixProblem.spread(
              total.grade(), total.low(), total.high(), MatrixProblem.totalFloor(total.value()));
      conflicts.add(
          new Conflict(
              total.row(),
              List.of(total.entity()),
              total.item(),
              total.grade(),
              total.value(),
              balanced.value(),
              Math.abs(balanced.miss()) / spread));
    }
    conflicts.removeIf(conflict -> conflict.strain() < 0.1);
    conflicts.sort(
        Comparator.<Conflict>comparingDouble(conflict -> -conflict.strain())
            .thenComparing(conflict -> conflict.row().file())
            .thenComparing(conflict -> conflict.row().line()));
    return List.copyOf(conflicts);
  }
}
