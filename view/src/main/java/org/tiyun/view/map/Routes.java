package org.tiyun.view.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tiyun.view.map.MoneyMap.Pipe;

/**
 * The ways of all pipes: each bends to its own left, so that the two of a pair part, and as much as
 * it must to keep clear of third parties.
 */
final class Routes {
  private static final double[] BENDS = {0.12, 0.18, 0.07, 0.25, 0.33, 0.42};
  private static final double[] FREE_BENDS = {
    0.1, 0.05, -0.08, 0.18, -0.16, 0.26, -0.24, 0.36, -0.34
  };

  private final Map<String, Body> bodies;
  private final Frame frame;
  private final double widest;

  private Routes(Map<String, Body> bodies, Frame frame, double widest) {
    this.bodies = bodies;
    this.frame = frame;
    this.widest = widest;
  }

  /** The widest pipe's width follows the frame; area, not width, would mislead: width is a root. */
  static double width(double amount, double widest, Frame frame) {
    double least = frame.narrow() ? 2 : 2.6;
    return least + (frame.pipe() - least) * Math.sqrt(amount / widest);
  }

  /** In order of drawing: everything else, hairlines, then wide before slim, the loop last. */
  static List<Route> of(MoneyMap map, Map<String, Body> bodies, Frame frame) {
    Routes routes = new Routes(bodies, frame, Math.max(map.widest(), 1e-9));
    List<Pipe> order =
        map.pipes().stream()
            .sorted(
                Comparator.<Pipe, Boolean>comparing(
                        p -> map.loop().filter(l -> l.has(p)).isPresent())
                    .thenComparing(p -> p.category() != MoneyMap.Category.OTHER)
                    .thenComparing(p -> p.amount().isPresent())
                    .thenComparing(p -> -p.width()))
            .toList();
    List<Route> out = new ArrayList<>();
    Map<List<String>, Integer> seen = new HashMap<>();
    for (Pipe pipe : order) {
      boolean back =
          map.pipes().stream()
              .anyMatch(p -> p.payer().equals(pipe.payee()) && p.payee().equals(pipe.payer()));
      int nth = seen.merge(List.of(pipe.payer(), pipe.payee()), 1, Integer::sum) - 1;
      out.add(routes.best(pipe, back, nth));
    }
    return List.copyOf(out);
  }

  private Route best(Pipe pipe, boolean back, int nth) {
    Body payer = Objects.requireNonNull(bodies.get(pipe.payer()));
    Body payee = Objects.requireNonNull(bodies.get(pipe.payee()));
    double width = pipe.amount().isPresent() ? width(pipe.width(), widest, frame) : 1.2;
    Route best = null;
    double least = Double.POSITIVE_INFINITY;
    double[] bends = back || nth > 0 ? BENDS : FREE_BENDS;
    for (int i = 0; i < bends.length; i++) {
      Route route = Route.of(pipe, payer, payee, bends[i] + 0.13 * nth, width);
      double cost = i * 0.8 + trouble(route);
      if (cost < least) {
        least = cost;
        best = route;
      }
    }
    return Objects.requireNonNull(best);
  }

  /** How deep the way runs into others, or out of the picture. */
  private double trouble(Route route) {
    double trouble = 0;
    for (int i = 1; i < 24; i++) {
      Point point = route.curve().at(i / 24.0);
      if (!frame.map().contains(point)) {
        trouble += 5;
      }
      for (Map.Entry<String, Body> entry : bodies.entrySet()) {
        if (entry.getKey().equals(route.pipe().payer())
            || entry.getKey().equals(route.pipe().payee())) {
          continue;
        }
        double gap = entry.getValue().distance(point) - route.width() / 2 - 5;
        if (gap < 0) {
          trouble += 2 - gap / 3;
        }
      }
    }
    return trouble;
  }
}
