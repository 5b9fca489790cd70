package org.tiyun.engine.lanes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tiyun.engine.compile.Compiled;
import org.tiyun.engine.compile.Compiler;
import org.tiyun.engine.plan.Drawing;
import org.tiyun.engine.plan.Oracle;
import org.tiyun.engine.plan.Setting;
import org.tiyun.engine.program.Lowering;
import org.tiyun.engine.program.Outputs;
import org.tiyun.engine.program.Program;

/**
 * Runs blocks of paths under one setting. Thread-safe: machines are made per thread. A lane that
 * meets trouble is run again by the oracle, which says what and where, or finds that all is well.
 */
public final class Worker {
  private final Setting setting;
  private final Program program;
  private final double[][] common;
  private final int[] drawn;
  private final int periods;
  private final long seed;
  private final int[] outputs;
  private final Outputs kept;
  private final List<Drawing.Draw> draws;
  private final Optional<Compiled> compiled;
  private final ThreadLocal<Machine> machine = new ThreadLocal<>();

  /** Who interprets. See {@link #compiled}. */
  public Worker(Setting setting, int periods, long seed, int[] outputs) {
    this(setting, periods, seed, outputs, false);
  }

  /**
   * Who runs bytecode made for the setting: the same bits, sooner where there is so much to do that
   * HotSpot's compilation of it (some milliseconds for each twenty operations) is soon repaid.
   *
   * @param outputs variables whose values are kept
   */
  public static Worker compiled(Setting setting, int periods, long seed, int[] outputs) {
    return new Worker(setting, periods, seed, outputs, true);
  }

  /** Who runs {@code program} with the inputs of {@code setting}. */
  private Worker(Worker like, Setting setting, int periods, long seed) {
    this.setting = setting;
    this.periods = periods;
    this.seed = seed;
    this.outputs = like.outputs;
    this.common = Oracle.common(setting, periods);
    this.program = like.program;
    this.kept = like.kept;
    this.compiled = Optional.empty();
    this.drawn = like.drawn;
    this.draws = like.draws;
  }

  /**
   * Who keeps the same variables under another setting of the same schedule, with the same start
   * values, where nothing is drawn. Where the same inputs move the program is the same, since it
   * holds places for the inputs and not their values, and need not be made again; where they do not
   * it is made.
   */
  public Worker under(Setting other, int otherPeriods, long otherSeed) {
    boolean same =
        compiled.isEmpty()
            && setting.schedule() == other.schedule()
            && setting.drawing() == Drawing.NONE
            && other.drawing() == Drawing.NONE
            && Arrays.equals(setting.moving(), other.moving());
    return same
        ? new Worker(this, other, otherPeriods, otherSeed)
        : new Worker(other, otherPeriods, otherSeed, outputs);
  }

  private Worker(Setting setting, int periods, long seed, int[] outputs, boolean compile) {
    this.setting = setting;
    this.periods = periods;
    this.seed = seed;
    this.outputs = outputs;
    this.common = Oracle.common(setting, periods);
    this.program = Lowering.lower(setting, !compile);
    this.kept = Outputs.of(program, outputs);
    this.compiled =
        compile
            ? Optional.of(Compiler.compile(program, common, kept.cells(), periods))
            : Optional.empty();
    List<Program.Filled> cells = program.leaves().drawn();
    this.drawn = cells.stream().mapToInt(Program.Filled::what).sorted().toArray();
    this.draws =
        cells.stream().map(c -> setting.drawing().of(setting.written(c.what()), seed)).toList();
  }

  /** Inputs that are drawn, ascending. */
  public int[] drawn() {
    return drawn.clone();
  }

  /**
   * Inputs that are the same on every path, by input, then by period; empty for those that are not.
   */
  public double[][] common() {
    return common;
  }

  /** How many paths to run side by side where {@code asked} have been asked for. */
  public int lanes(int asked) {
    return compiled.map(Compiled::lanes).orElse(asked);
  }

  /**
   * Paths {@code first} to before {@code first + lanes}, taken apart; of compiled ones at most as
   * many as {@link #lanes} says.
   */
  public List<Future> run(long first, int lanes) {
    Block block = block(first, lanes);
    double[][][] values = Sorting.byLane(block.values(), kept.at(), block.lanes(), lanes);
    List<Future> futures = new ArrayList<>(lanes);
    for (int lane = 0; lane < lanes; lane++) {
      boolean failed = block.failed()[lane];
      futures.add(failed ? again(first + lane) : future(block, lane, values[lane]));
    }
    return futures;
  }

  /** The same as it was computed, in memory that the thread's next block is computed in. */
  public Block block(long first, int lanes) {
    Machine mine = machine.get();
    if (mine == null || compiled.isEmpty() && mine.lanes() != lanes) {
      Execution cells =
          compiled
              .<Execution>map(c -> new Fused(program, c))
              .orElseGet(() -> new Interpreter(program, kept.cells(), lanes));
      mine = new Machine(program, cells, common, draws, periods, kept.cells().length);
      machine.set(mine);
    }
    return mine.run(seed, first, lanes);
  }

  private Future future(Block block, int lane, double[][] values) {
    double[] path = new double[drawn.length];
    for (int k = 0; k < path.length; k++) {
      int what = program.leaves().drawn().get(k).what();
      path[Arrays.binarySearch(drawn, what)] = block.drawn()[k][lane];
    }
    List<Block.Event> events = block.events()[lane];
    return new Future(
        block.first() + lane,
        values,
        path,
        events.isEmpty() ? List.of() : events.stream().map(Worker::happening).toList(),
        block.gap()[lane],
        block.stock()[lane],
        Optional.empty());
  }

  private static Future.Happening happening(Block.Event e) {
    return new Future.Happening(e.event(), e.period(), e.amount());
  }

  private Future again(long path) {
    Oracle.Outcome outcome = Oracle.run(setting, periods, seed, path);
    double[][] values = new double[outputs.length][];
    for (int k = 0; k < outputs.length; k++) {
      values[k] = outcome.values()[outputs[k]].clone();
      Arrays.fill(values[k], outcome.reached() + 1, periods + 1, Double.NaN);
    }
    double[] draws =
        Arrays.stream(drawn).mapToDouble(i -> Oracle.drawn(setting, seed, path, i)).toArray();
    return new Future(path, values, draws, happenings(outcome), 0, 0, outcome.failure());
  }

  /** The first period of each spell in which a condition holds. */
  public static List<Future.Happening> happenings(Oracle.Outcome outcome) {
    List<Future.Happening> events = new ArrayList<>();
    for (int t = 1; t <= outcome.reached(); t++) {
      for (int e = 0; e < outcome.when().length; e++) {
        if (outcome.when()[e][t] != 0 && outcome.when()[e][t - 1] == 0) {
          events.add(new Future.Happening(e, t, outcome.amount()[e][t]));
        }
      }
    }
    return events;
  }
}
