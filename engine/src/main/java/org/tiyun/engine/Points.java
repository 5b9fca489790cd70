package org.tiyun.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tiyun.engine.plan.Drawing;
import org.tiyun.language.model.Input;

/**
 * Values of some inputs path by path, chosen by whoever asks: points of a design, cells of a grid,
 * guesses of a root. They stand in place of the engine's own draws; inputs that are not listed have
 * the values that the model states, also where they have a distribution. What a scenario changes is
 * changed on top of a point.
 *
 * @param inputs positions in the model
 * @param values must depend on its arguments only, and be finite; called from several threads
 */
public record Points(List<Integer> inputs, Values values) {

  /** The value of the {@code which}-th listed input on a path. */
  @FunctionalInterface
  public interface Values {
    double at(long path, int which);
  }

  public Points {
    inputs = List.copyOf(inputs);
  }

  /** Given values: {@code rows[path][which]}. */
  public static Points of(List<Integer> inputs, double[][] rows) {
    return new Points(inputs, (path, which) -> rows[(int) path][which]);
  }

  Drawing drawing() {
    Map<Integer, Integer> which = new HashMap<>();
    for (int k = 0; k < inputs.size(); k++) {
      which.put(inputs.get(k), k);
    }
    return new Drawing() {
      @Override
      public boolean draws(Input input) {
        return which.containsKey(input.id());
      }

      @Override
      public Draw of(Input input, long seed) {
        int position = java.util.Objects.requireNonNull(which.get(input.id()));
        return path -> values.at(path, position);
      }
    };
  }
}
