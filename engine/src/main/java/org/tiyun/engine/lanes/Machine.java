package org.tiyun.engine.lanes;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tiyun.engine.plan.Drawing;
import org.tiyun.engine.plan.Interruption;
import org.tiyun.engine.program.Part;
import org.tiyun.engine.program.Program;
import org.tiyun.engine.random.Draws;
import org.tiyun.engine.solve.Iteration;
import org.tiyun.engine.solve.Lu;

/** Runs a program on a number of lanes, period by period. For one thread; can be used again. */
final class Machine implements Execution.Outside {
  private final Program program;
  private final Execution cells;
  private final double[][] common;
  private final List<Drawing.Draw> draws;
  private final int lanes;
  private final int periods;

  /** Inputs that are the same on every path, and those among them that change. */
  private final int[] given;

  private final int[] moving;

  /** Whether there is neither time nor noise to be filled in, so that a period begins at once. */
  private final boolean still;

  private final Iteration[] searches;
  private final long[] streams;
  private final double[][] eventBefore;
  private final double[][] kept;
  private Block block;
  private int period;

  /**
   * @param common inputs that are the same on every path, by input, then by period
   * @param draws what fills each drawn cell
   * @param outputs number of cells that are kept
   */
  @SuppressWarnings("NullAway.Init") // block is set before every step is run
  Machine(
      Program program,
      Execution cells,
      double[][] common,
      List<Drawing.Draw> draws,
      int periods,
      int outputs) {
    this.program = program;
    this.cells = cells;
    this.common = common;
    this.draws = draws;
    this.lanes = cells.lanes();
    this.periods = periods;
    this.given = IntStream.range(0, common.length).filter(i -> common[i].length > 0).toArray();
    this.moving = Arrays.stream(given).filter(i -> program.setting().moving()[i]).toArray();
    this.kept = new double[periods + 1][outputs * lanes];
    Program.Leaves leaves = program.leaves();
    this.still = leaves.time().isEmpty() && leaves.uniform().isEmpty() && leaves.gauss().isEmpty();
    this.searches = new Iteration[program.searches().size()];
    for (int k = 0; k < searches.length; k++) {
      Program.Search search = program.searches().get(k);
      searches[k] = new Iteration(search.tears().length, search.others().length, lanes);
    }
    var model = program.setting().schedule().model();
    this.streams = model.streams().stream().mapToLong(s -> Draws.key("stream " + s)).toArray();
    this.eventBefore = new double[model.events().size()][lanes];
  }

  int lanes() {
    return lanes;
  }

  /**
   * Runs paths {@code first} and on, one per lane. Lanes from {@code count} on repeat the last
   * path. The block's values are those of this machine, and overwritten by the next run.
   *
   * @throws java.util.concurrent.CancellationException where the thread is interrupted
   */
  Block run(long seed, long first, int count) {
    block = new Block(first, kept, drawn(first, count), lanes);
    for (double[] before : eventBefore) {
      Arrays.fill(before, 0);
    }
    cells.reset(kept);
    fillInputs(given, 0);
    cells.run(Part.ONCE, this);
    for (period = 0; period <= periods; period++) {
      Interruption.heed();
      if (period > 0) {
        cells.rotate(period);
      }
      fillInputs(moving, period);
      fillLeaves(seed, first, count);
      if (program.inputs().size > 0) {
        cells.run(Part.INPUTS, this);
      }
      if (period == 0) {
        cells.run(Part.START, this);
        cells.spread();
      } else {
        cells.run(Part.PERIOD, this);
      }
      cells.keep(period);
    }
    cells.run(Part.END, this);
    double[] bad = cells.bad();
    for (int lane = 0; lane < lanes; lane++) {
      block.failed()[lane] |= bad[lane] != 0;
    }
    cells.copy(program.gap(), block.gap(), 0);
    cells.copy(program.stock(), block.stock(), 0);
    return block;
  }

  private double[][] drawn(long first, int count) {
    double[][] drawn = new double[draws.size()][lanes];
    for (int k = 0; k < drawn.length; k++) {
      Program.Filled cell = program.leaves().drawn().get(k);
      for (int lane = 0; lane < lanes; lane++) {
        drawn[k][lane] = draws.get(k).on(path(first, count, lane));
      }
      cells.put(cell.cell(), drawn[k]);
    }
    return drawn;
  }

  private static long path(long first, int count, int lane) {
    return first + Math.min(lane, count - 1);
  }

  private void fillInputs(int[] which, int t) {
    for (int i : which) {
      cells.fill(program.input()[i], common[i][t]);
    }
  }

  private void fillLeaves(long seed, long first, int count) {
    if (still) {
      return;
    }
    for (Program.Filled cell : program.leaves().time()) {
      cells.fill(cell.cell(), period);
    }
    for (Program.Filled cell : program.leaves().uniform()) {
      double[] values = cells.read(cell.cell());
      for (int lane = 0; lane < lanes; lane++) {
        long path = path(first, count, lane);
        values[lane] = Draws.uniform(seed, streams[cell.what()], path, period);
      }
      cells.put(cell.cell(), values);
    }
    for (Program.Filled cell : program.leaves().gauss()) {
      double[] values = cells.read(cell.cell());
      for (int lane = 0; lane < lanes; lane++) {
        long path = path(first, count, lane);
        values[lane] = Draws.normal(seed, streams[cell.what()], path, period);
      }
      cells.put(cell.cell(), values);
    }
  }

  @Override
  public void solve(int number) {
    Program.System system = program.systems().get(number);
    int n = system.tears().length;
    double[][] a = new double[n][n];
    double[] b = new double[n];
    double[][] right = read(system.right());
    double[][][] matrix = read(system.matrix());
    double[][] tears = read(system.tears());
    for (int lane = 0; lane < lanes; lane++) {
      for (int i = 0; i < n; i++) {
        b[i] = right[i][lane];
        for (int j = 0; j < n; j++) {
          a[i][j] = matrix[i][j][lane];
        }
      }
      boolean solved = Lu.solve(a, b);
      for (int i = 0; i < n; i++) {
        tears[i][lane] = solved ? b[i] : Double.NaN;
      }
    }
    put(system.tears(), tears);
  }

  @Override
  public void begin(int number) {
    Program.Search search = program.searches().get(number);
    double[][] before = read(search.before());
    for (int i = 0; i < before.length; i++) {
      for (int lane = 0; lane < lanes; lane++) {
        searches[number].start(i, lane, before[i][lane]);
      }
    }
    put(search.tears(), searches[number].trial);
  }

  @Override
  public boolean again(int number) {
    Program.Search search = program.searches().get(number);
    Iteration iteration = searches[number];
    double[][] g = read(search.g());
    double[][][] slope = read(search.slope());
    double[][] others = read(search.others());
    boolean again = false;
    for (int lane = 0; lane < lanes; lane++) {
      again |= iteration.advance(lane, g, slope, others);
      block.failed()[lane] |= iteration.phase(lane) == Iteration.Phase.FAILED;
    }
    if (again) {
      put(search.tears(), iteration.trial);
    }
    return again;
  }

  @Override
  public void clear() {
    Program.Clearing c = program.clearing().orElseThrow();
    double[][] paid = read(c.paid());
    double[][] shortfall = read(c.shortfall());
    c.kernel().clear(lanes, read(c.owed()), read(c.resource()), c.recovery(), paid, shortfall);
    put(c.paid(), paid);
    put(c.shortfall(), shortfall);
  }

  @Override
  public void event(int number, int whenCell, int amountCell) {
    double[] when = cells.read(whenCell);
    double[] amount = cells.read(amountCell);
    double[] before = eventBefore[number];
    for (int lane = 0; lane < lanes; lane++) {
      if (when[lane] != 0 && before[lane] == 0) {
        block.happens(lane, new Block.Event(number, period, amount[lane]));
        block.failed()[lane] |= !Double.isFinite(amount[lane]);
      }
      before[lane] = when[lane];
    }
  }

  private double[][] read(int[] which) {
    double[][] arrays = new double[which.length][];
    for (int i = 0; i < which.length; i++) {
      arrays[i] = cells.read(which[i]);
    }
    return arrays;
  }

  private double[][][] read(int[][] which) {
    double[][][] arrays = new double[which.length][][];
    for (int i = 0; i < which.length; i++) {
      arrays[i] = read(which[i]);
    }
    return arrays;
  }

  private void put(int[] which, double[][] values) {
    for (int i = 0; i < which.length; i++) {
      cells.put(which[i], values[i]);
    }
  }
}
