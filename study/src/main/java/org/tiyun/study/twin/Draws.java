package org.tiyun.study.twin;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.tiyun.engine.BatchRequest;
import org.tiyun.engine.Engine;
import org.tiyun.engine.LatinHypercube;
import org.tiyun.engine.Path;
import org.tiyun.engine.Points;
import org.tiyun.language.model.Scenario;

/**
 * Draws of a machine's uncertain parameters: the points of a Latin hypercube, the same that {@code
 * tiyun verdict} uses for that number and seed.
 *
 * @param inputs that are uncertain; {@code rows} their values by draw
 * @param threads that work on them; nothing depends on it
 */
record Draws(Machine machine, List<Integer> inputs, double[][] rows, int threads) {

  static Draws of(Machine machine, int count, int threads) {
    List<Integer> inputs = LatinHypercube.inputs(machine.opened().model());
    double[][] rows = LatinHypercube.rows(machine.opened().model(), inputs, count, machine.seed());
    return new Draws(machine, inputs, rows, threads);
  }

  int count() {
    return rows.length;
  }

  /** An input's value on a draw. */
  double input(int draw, int input, int period) {
    int at = inputs.indexOf(input);
    return at >= 0 ? rows[draw][at] : machine.base().run().inputs()[input][period];
  }

  /** Runs all draws under a scenario, to a period or to the end. */
  void run(List<Integer> wanted, Scenario scenario, OptionalInt until, Consumer<Path> consumer) {
    BatchRequest request =
        BatchRequest.of(count(), machine.seed(), wanted)
            .scenario(scenario)
            .points(Points.of(inputs, rows))
            .threads(threads);
    Engine.batch(
        machine.plan(), until.isPresent() ? request.until(until.getAsInt()) : request, consumer);
  }
}
