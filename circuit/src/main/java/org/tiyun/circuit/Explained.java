package org.tiyun.circuit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tiyun.circuit.matrix.BalancedCell;
import org.tiyun.ledger.Basis;
import org.tiyun.ledger.Deal;
import org.tiyun.ledger.Grade;
import org.tiyun.ledger.RowRef;
import org.tiyun.ledger.Source;

/**
 * A figure and the rows it rests on.
 *
 * @param key catalogue key of what the figure is
 * @param value the figure
 * @param unit {@code share} (0 to 1) or {@code usd_b} (billions of US dollars)
 * @param parts rows, largest contribution first; contributions add up to the value, to rounding,
 *     unless the key's text says otherwise
 */
public record Explained(String key, double value, String unit, List<Part> parts) {

  /**
   * One row's part in a figure.
   *
   * @param row the evidence
   * @param amount the row's amount as used, in billions of US dollars
   * @param contribution its part of the figure, in the figure's unit
   * @param basis how a cell of the matrix is known; empty for a deal
   */
  public record Part(
      RowRef row,
      String payer,
      String payee,
      double amount,
      double contribution,
      Grade grade,
      Optional<Basis> basis,
      Optional<Source> source) {

    static Part of(BalancedCell balanced, double contribution) {
      var cell = balanced.cell();
      return new Part(
          cell.row(),
          cell.payer(),
          cell.payee(),
          balanced.value(),
          contribution,
          cell.grade(),
          Optional.of(cell.basis()),
          cell.source());
    }

    static Part of(Deal deal) {
      double amount = deal.amountUsdB().orElse(0);
      return new Part(
          deal.row(),
          deal.payer(),
          deal.payee(),
          amount,
          amount,
          deal.source().grade(),
          Optional.empty(),
          Optional.of(deal.source()));
    }
  }

  public Explained {
    parts =
        parts.stream()
            .filter(part -> part.contribution() != 0)
            .sorted(
                Comparator.<Part>comparingDouble(part -> -part.contribution())
                    .thenComparing(part -> part.row().line()))
            .toList();
  }

  /** The same figure as a share: contributions in proportion. */
  Explained as(double share) {
    double factor = value == 0 ? 0 : share / value;
    return new Explained(
        key,
        share,
        "share",
        parts.stream()
            .map(part ->
                new Part(
                    part.row(),
                    part.payer(),
                    part.payee(),
                    part.amount(),
                    part.contribution() * factor,
                    part.grade(),
                    part.basis(),
                    part.source()))
            .toList());
  }

  /** The weakest grade among the rows that carry at least a twentieth of the figure. */
  public Optional<Grade> weakestGrade() {
    return parts.stream()
        .filter(part -> part.contribution() >= 0.05 * value)
        .map(Part::grade)
        .max(Comparator.naturalOrder());
  }
}
