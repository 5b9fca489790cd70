package org.tiyun.study.quantity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tiyun.circuit.network.FlowNetwork;
import org.tiyun.circuit.network.MaximumCirculation;
import org.tiyun.study.circle.Firm;
import org.tiyun.study.circle.Year;

/** D2: the largest circulation in the payments inside the circle, over all of them. */
final class CircularShare implements Reading {
  private static final double CENTS_PER_UNIT = 1e7;
  private static final List<String> OUTSIDE = List.of("outside");

  @Override
  public double of(Year year, int[] firms) {
    return MaximumCirculation.of(network(year).inside(), CENTS_PER_UNIT).value() / inside(year);
  }

  private static FlowNetwork network(Year year) {
    double[][] paid = year.paid();
    List<String> names = year.book().firms().stream().map(Firm::name).toList();
    FlowNetwork.Builder builder = FlowNetwork.builder(names, OUTSIDE, OUTSIDE);
    for (int i = 0; i < paid.length; i++) {
      for (int j = 0; j < paid.length; j++) {
        builder.payment(i, j, Math.max(0, paid[i][j]));
      }
    }
    return builder.balanceFromOutside().build();
  }

  private static double inside(Year year) {
    double sum = 0;
    for (double[] row : year.paid()) {
      for (double paid : row) {
        sum += Math.max(0, paid);
      }
    }
    return sum;
  }

  @Override
  public Map<String, Figure> explained(Year year) {
    FlowNetwork network = network(year);
    MaximumCirculation most = MaximumCirculation.of(network.inside(), CENTS_PER_UNIT);
    List<Firm> firms = year.book().firms();
    double[] circular = new double[firms.size()];
    int[] targets = network.inside().target();
    for (int e = 0; e < targets.length; e++) {
      circular[targets[e]] += most.circulation()[e] / most.unitsPerAmount();
    }
    double inside = inside(year);
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put(
        CIRCLE,
        new Figure(
            "circulation_in_payments",
            most.value() / inside,
            List.of(Figure.leaf("circulation", most.value()), Figures.inside(year))));
    for (int j = 0; j < circular.length; j++) {
      double inflow = year.over(firms.get(j).received());
      figures.put(
          firms.get(j).name(),
          new Figure(
              "circular_in_inflow",
              circular[j] / inflow,
              List.of(
                  Figure.leaf("circular_inflow", circular[j]),
                  Figures.over("inflow", year, firms.get(j).received(), "flow"))));
    }
    return figures;
  }
}
