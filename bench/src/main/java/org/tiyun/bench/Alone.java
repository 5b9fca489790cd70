package org.tiyun.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.tiyun.engine.Engine;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Run;
import org.tiyun.engine.RunRequest;

/** One run, every variable and period kept and audited, as {@code tiyun run} does it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Alone {
  @Param({"bench/models/sim.tiyun", "sim", "insout", "ai-loop"})
  public String model;

  private Plan plan;

  @Setup
  public void open() {
    plan = Plan.of(Subject.of(model).model());
  }

  @Benchmark
  public Run run() {
    return Engine.run(plan, RunRequest.base());
  }
}
