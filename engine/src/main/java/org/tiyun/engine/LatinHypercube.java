package org.tiyun.engine;

import java.util.List;
import org.tiyun.engine.random.Draws;
import org.tiyun.engine.random.Quantile;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Input;

/**
 * Points that fill the space of a model's uncertain inputs evenly: a Latin hypercube (McKay,
 * Beckman and Conover 1979). The range of each input is cut into as many strips of equal
 * probability as there are points; each strip holds exactly one of them, at a random place, in an
 * order that is shuffled for each input by itself. Order and places depend on the seed, the input's
 * name and the number of points only.
 */
public final class LatinHypercube {
  private LatinHypercube() {}

  /** Inputs that have a distribution, in the model's order. */
  public static List<Integer> inputs(CheckedModel model) {
    return model.inputs().stream().filter(i -> i.draws().isPresent()).map(Input::id).toList();
  }

  /** As many points over all inputs with a distribution. */
  public static Points of(CheckedModel model, int points, long seed) {
    List<Integer> inputs = inputs(model);
    return Points.of(inputs, rows(model, inputs, points, seed));
  }

  /** Values by point, then by input in the order given; every input must have a distribution. */
  public static double[][] rows(CheckedModel model, List<Integer> inputs, int points, long seed) {
    double[][] rows = new double[points][inputs.size()];
    for (int k = 0; k < inputs.size(); k++) {
      Input input = model.inputs().get(inputs.get(k));
      long key = Draws.key("latin " + input.name());
      int[] strip = shuffled(points, seed, key);
      for (int p = 0; p < points; p++) {
        double place = (strip[p] + Draws.inside(seed, key, p, 1)) / points;
        rows[p][k] = Quantile.of(input.draws().orElseThrow(), place);
      }
    }
    return rows;
  }

  /** The numbers below {@code count} in an order of the seed's (Fisher and Yates). */
  private static int[] shuffled(int count, long seed, long key) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int j = (int) (Draws.uniform(seed, key, i, 0) * (i + 1));
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
