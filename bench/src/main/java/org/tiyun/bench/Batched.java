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
import org.tiyun.engine.lanes.Worker;

/** One block of futures on one thread: what a batch repeats. Includes checks and audit. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Batched {
  @Param({"bench/models/sim.tiyun", "sim", "insout", "ai-loop"})
  public String model;

  @Param({"128"})
  public int lanes;

  /** Whether as bytecode; then it says itself how many lanes. */
  @Param({"false"})
  public boolean compiled;

  @Param({"ALL"})
  public Way way;

  /** Whether futures are taken apart for a reader; else they stay in memory, as those of C do. */
  @Param({"false"})
  public boolean apart;

  private Worker worker;
  private long next;

  @Setup
  public void open() {
    Subject subject = Subject.of(model);
    worker = subject.worker(compiled, way);
    lanes = worker.lanes(lanes);
  }

  @Benchmark
  public Object block() {
    next += lanes;
    return apart ? worker.run(next, lanes) : worker.block(next, lanes);
  }
}
