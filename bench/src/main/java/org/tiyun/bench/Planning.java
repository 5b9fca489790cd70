package org.tiyun.bench;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.tiyun.engine.Plan;
import org.tiyun.language.Language;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.ModelTables;

/** Planning a model of a given number of equations, half of them in loops, some not linear. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Planning {
  @Param({"3000"})
  public int equations;

  private CheckedModel model;

  @Setup
  public void write() {
    StringBuilder text = new StringBuilder("model large \"large\"\nstep period\nhorizon 10\n");
    text.append("param a = 0.1 source \"none\"\n");
    for (int i = 0; i < equations; i++) {
      text.append("x").append(i).append(" = 1 + a * x").append(i).append("(-1)");
      if (i % 20 < 10) {
        // A ring of ten; every third is not linear.
        String next = "x" + (i - i % 20 + (i % 20 + 1) % 10);
        text.append(i % 60 < 20 ? " + a * sqrt(abs(" + next + "))" : " + a * " + next);
      } else {
        text.append(" + a * x").append(i - 10).append(" + max(x").append(i - 7).append(", 0) / 9");
      }
      text.append('\n');
    }
    var checked =
        Language.check("large.tiyun", Map.of("large.tiyun", text.toString()), ModelTables.none());
    model = checked.result().orElseThrow(() -> new IllegalStateException("" + checked.findings()));
  }

  @Benchmark
  public Plan plan() {
    return Plan.of(model);
  }
}
