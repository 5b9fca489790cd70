package org.tiyun.circuit.accounts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tiyun.circuit.Circuit;
import org.tiyun.circuit.matrix.BalancedCell;
import org.tiyun.circuit.matrix.Boundary;
import org.tiyun.circuit.matrix.FlowMatrix;
import org.tiyun.circuit.matrix.Reconstruction;
import org.tiyun.circuit.range.Figures;
import org.tiyun.ledger.Ledger;

/**
 * The main figures under each way of filling the unknown cells, side by side: how much rests on who
 * is paired with whom, as against the sums.
 *
 * @param unknown number of unknown cells, {@code money} in them, billions of US dollars
 */
public record Reconstructions(int unknown, double money, List<Column> columns) {
  private static final List<String> FIGURES =
      List.of(
          "entering.end_users",
          "sales.FIRM.end_users",
          "own_money_back.FIRM",
          "equity_return.FIRM",
          "finn",
          "circulation",
          "circulation.share");

  /**
   * One way of filling.
   *
   * @param used unknown cells that hold money, {@code beyond} those that leave their stated range
   * @param residual largest gap between in and out of a firm, in billions
   * @param figures by name as in {@link Figures}, of the headline firm where a figure is a firm's
   * @param least and {@code most}: of the sparse end the same over {@link Reconstruction#TRIES}
   *     extreme points; of the others the figures themselves
   */
  public record Column(
      Reconstruction method,
      int used,
      int beyond,
      double residual,
      Map<String, Double> figures,
      Map<String, Double> least,
      Map<String, Double> most) {}

  static Reconstructions of(Ledger ledger, FlowMatrix balanced, Boundary boundary) {
    int[] unknown = Reconstruction.unknown(balanced);
    double money = 0;
    for (int i : unknown) {
      money += balanced.cells().get(i).value();
    }
    List<Column> columns = new ArrayList<>();
    for (Reconstruction method : Reconstruction.values()) {
      FlowMatrix filled = method.at(balanced).apply(balanced);
      Map<String, Double> figures = figures(boundary.in(ledger).apply(filled));
      Map<String, Double> least = new LinkedHashMap<>(figures);
      Map<String, Double> most = new LinkedHashMap<>(figures);
      if (method == Reconstruction.MINIMUM_DENSITY) {
        for (int attempt = 0; attempt < Reconstruction.TRIES; attempt++) {
          FlowMatrix other = Reconstruction.extreme(balanced, attempt);
          figures(boundary.in(ledger).apply(other))
              .forEach((name, value) -> {
                least.merge(name, value, Math::min);
                most.merge(name, value, Math::max);
              });
        }
      }
      columns.add(
          new Column(
              method,
              Reconstruction.used(filled),
              beyond(filled, unknown),
              filled.residual(),
              figures,
              least,
              most));
    }
    return new Reconstructions(unknown.length, money, List.copyOf(columns));
  }

  private static Map<String, Double> figures(FlowMatrix matrix) {
    String firm = Circuit.HEADLINE_FIRM;
    boolean here = matrix.circle().contains(firm);
    Map<String, Double> all = new Figures(List.of(), here ? List.of(firm) : List.of()).of(matrix);
    Map<String, Double> some = new LinkedHashMap<>();
    for (String name : FIGURES) {
      String of = name.replace("FIRM", firm);
      if (all.containsKey(of)) {
        some.put(of, all.get(of));
      }
    }
    return some;
  }

  private static int beyond(FlowMatrix matrix, int[] unknown) {
    int beyond = 0;
    for (int i : unknown) {
      BalancedCell cell = matrix.cells().get(i);
      double wide = 1e-9 * Math.max(1, cell.cell().high());
      boolean out =
          cell.value() < cell.cell().low() - wide || cell.value() > cell.cell().high() + wide;
      beyond += out ? 1 : 0;
    }
    return beyond;
  }
}
