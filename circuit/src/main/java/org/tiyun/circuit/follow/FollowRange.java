package org.tiyun.circuit.follow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tiyun.circuit.matrix.Boundary;
import org.tiyun.circuit.matrix.FlowMatrix;
import org.tiyun.circuit.network.FlowNetwork;
import org.tiyun.circuit.range.Band;
import org.tiyun.circuit.range.Bands;
import org.tiyun.ledger.Ledger;

/**
 * A dollar followed, with ranges over balanced draws.
 *
 * @param follow as the balanced matrix has it
 * @param back share that comes back sooner or later
 * @param within share that has come back within 1, 2, ... payments
 * @param routes share of each route, in the order of {@link Follow#routes}
 */
public record FollowRange(Follow follow, Band back, List<Band> within, List<Band> routes) {

  /**
   * Follows the dollar through the matrix and through every draw.
   *
   * @throws org.tiyun.words.Failure as {@link FlowMatrix#balance}
   */
  public static FollowRange of(
      Ledger ledger,
      int year,
      Boundary boundary,
      String firm,
      Follow.Start start,
      int longest,
      int draws,
      long seed) {
    FlowMatrix point = boundary.in(ledger).apply(FlowMatrix.balance(ledger, year));
    Follow follow = Follow.of(point, firm, start, longest);
    Bands bands =
        Bands.of(
            ledger,
            year,
            boundary,
            matrix -> figures(matrix, firm, start, longest, follow.routes()),
            draws,
            seed);
    List<Band> within = new ArrayList<>();
    for (int hand = 1; hand <= longest; hand++) {
      within.add(band(bands, "within." + hand));
    }
    List<Band> routes = new ArrayList<>();
    for (int r = 0; r < follow.routes().size(); r++) {
      routes.add(band(bands, "route." + r));
    }
    return new FollowRange(follow, band(bands, "back"), List.copyOf(within), List.copyOf(routes));
  }

  private static Band band(Bands bands, String name) {
    return Objects.requireNonNull(bands.figures().get(name));
  }

  private static Map<String, Double> figures(
      FlowMatrix matrix, String firm, Follow.Start start, int longest, List<Follow.Route> routes) {
    Follow drawn = Follow.bare(matrix, firm, start, longest);
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("back", drawn.amount() > 0 ? drawn.back() : Double.NaN);
    double sum = 0;
    for (int hand = 1; hand <= longest; hand++) {
      sum += drawn.byHands()[hand - 1];
      figures.put("within." + hand, drawn.amount() > 0 ? sum : Double.NaN);
    }
    FlowNetwork network = matrix.network();
    double[] inflow = network.inflow();
    double[] first = new double[network.size()];
    double amount = Follow.firstPayment(matrix, firm, start, first);
    for (int r = 0; r < routes.size(); r++) {
      figures.put(
          "route." + r,
          amount > 0 ? share(network, inflow, first, routes.get(r).path()) : Double.NaN);
    }
    return figures;
  }

  private static double share(
      FlowNetwork network, double[] inflow, double[] first, List<String> path) {
    int at = network.parties().indexOf(path.get(1));
    double share = first[at];
    for (int k = 2; k < path.size(); k++) {
      int to = network.parties().indexOf(path.get(k));
      share *= inflow[at] > 0 ? network.inside().amount(at, to) / inflow[at] : 0;
      at = to;
    }
    return share;
  }
}
