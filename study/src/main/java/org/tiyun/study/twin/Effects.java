package org.tiyun.study.twin;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tiyun.engine.Run;
import org.tiyun.language.model.Scenario;
import org.tiyun.study.quantity.Ensemble;
import org.tiyun.study.run.ModelRun;
import org.tiyun.study.twin.Correspondence.Row;
import org.tiyun.study.twin.TwinResult.Effect;
import org.tiyun.study.twin.TwinResult.Failing;
import org.tiyun.study.twin.TwinResult.Spread;

/**
 * What a change makes of one machine: the quantities at the end of its run over those of the run
 * without it, and the same draw by draw.
 */
final class Effects {
  private final List<Row> rows;
  private final List<OptionalInt> variables;
  private final Machine machine;
  private final Optional<Ensemble> draws;
  private final Optional<Futures> base;

  /**
   * @param draws the same points under the base run and under every change; empty: no ranges
   */
  Effects(List<Row> rows, Machine machine, Optional<Ensemble> draws) {
    this.rows = rows;
    this.machine = machine;
    this.variables = rows.stream().map(row -> row.variable(machine)).toList();
    this.draws = draws;
    this.base = draws.map(d -> futures(d, Scenario.base()));
  }

  /** Ends of the quantities by row, then by draw, and whether a draw has a failure. */
  private record Futures(double[][] ends, boolean[] fails) {
    double often() {
      int count = 0;
      for (boolean fails : fails) {
        count += fails ? 1 : 0;
      }
      return (double) count / fails.length;
    }
  }

  private Futures futures(Ensemble draws, Scenario scenario) {
    double[][] ends = new double[rows.size()][draws.draws()];
    boolean[] fails = new boolean[draws.draws()];
    for (double[] end : ends) {
      Arrays.fill(end, Double.NaN);
    }
    List<Integer> read = variables.stream().flatMap(v -> v.stream().boxed()).distinct().toList();
    draws.run(
        scenario,
        read,
        OptionalInt.empty(),
        path -> {
          int draw = (int) path.number();
          for (int i = 0; i < ends.length; i++) {
            if (variables.get(i).isPresent()) {
              double[] values = path.values()[read.indexOf(variables.get(i).getAsInt())];
              ends[i][draw] = values[values.length - 1];
            }
          }
          fails[draw] = machine.failures(path.events()) > 0;
        });
    return new Futures(ends, fails);
  }

  /** What a changed run comes to. */
  record Change(Map<String, Effect> effects, Failing failing) {}

  Change of(ModelRun changed) {
    Optional<Futures> futures = draws.map(d -> futures(d, changed.run().scenario()));
    Map<String, Effect> effects = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      effects.put(rows.get(i).cell("id"), effect(i, changed.run(), futures));
    }
    return new Change(effects, failing(changed.run(), futures));
  }

  /** What fails in the base run. */
  Failing base() {
    return failing(machine.base().run(), base);
  }

  private Failing failing(Run run, Optional<Futures> futures) {
    return new Failing(
        run.events().size(), machine.failures(run.events()), futures.map(Futures::often));
  }

  private Effect effect(int row, Run changed, Optional<Futures> futures) {
    OptionalInt variable = variables.get(row);
    if (variable.isEmpty()) {
      return Effect.NONE;
    }
    boolean level = rows.get(row).level();
    double before = Machine.end(machine.base().run(), variable.getAsInt());
    double after = Machine.end(changed, variable.getAsInt());
    return new Effect(
        level ? after / before : after - before,
        level ? Move.between(1, after / before) : Move.between(before, after),
        futures.map(f -> spread(level, base.orElseThrow().ends()[row], f.ends()[row])));
  }

  private static Spread spread(boolean level, double[] before, double[] after) {
    double[] sorted =
        java.util.stream.IntStream.range(0, before.length)
            .mapToDouble(i -> level ? after[i] / before[i] : after[i] - before[i])
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    return new Spread(
        Ensemble.quantile(sorted, 0.05),
        Ensemble.quantile(sorted, 0.5),
        Ensemble.quantile(sorted, 0.95));
  }
}
