package org.tiyun.engine.lanes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tiyun.clearing.Recovery;
import org.tiyun.engine.plan.Arithmetic;
import org.tiyun.engine.plan.Op;
import org.tiyun.engine.plan.Oracle;
import org.tiyun.engine.plan.Setting;
import org.tiyun.engine.random.Draws;
import org.tiyun.engine.solve.Iteration;
import org.tiyun.engine.solve.Lu;

/** Executes a program on a number of lanes. For one thread; can be used again. */
final class Machine {
  private static final Op[] OPS = Op.values();

  private final Program program;
  private final double[][] common;
  private final int lanes;
  private final int periods;
  private final double[][] frame;
  private final Iteration[] searches;
  private final long[] streams;
  private final double[][] eventBefore;
  private double[] bad;
  private Block block;
  private int period;

  /**
   * @param common inputs that are the same on every path, by input, then by period
   */
  @SuppressWarnings("NullAway.Init") // block is set before every step is run
  Machine(Program program, double[][] common, int lanes, int periods) {
    this.program = program;
    this.common = common;
    this.lanes = lanes;
    this.periods = periods;
    this.frame = new double[program.cells()][lanes];
    this.searches = new Iteration[program.searches().size()];
    for (int k = 0; k < searches.length; k++) {
      Program.Search search = program.searches().get(k);
      searches[k] = new Iteration(search.tears().length, search.others().length, lanes);
    }
    var model = program.setting().schedule().model();
    this.streams = model.streams().stream().mapToLong(s -> Draws.key("stream " + s)).toArray();
    this.eventBefore = new double[model.events().size()][lanes];
    this.bad = new double[lanes];
    for (Program.Filled constant : program.leaves().constants()) {
      Arrays.fill(frame[constant.cell()], constant.value());
    }
  }

  int lanes() {
    return lanes;
  }

  /** Runs paths {@code first} and on, one per lane, and keeps the values of {@code outputs}. */
  Block run(long seed, long first, int[] outputs) {
    block =
        new Block(
            first, new double[outputs.length][(periods + 1) * lanes], drawn(seed, first), lanes);
    bad = new double[lanes];
    for (double[] before : eventBefore) {
      Arrays.fill(before, 0);
    }
    Arrays.fill(frame[program.gap()], 0);
    Arrays.fill(frame[program.stock()], 0);
    fillInputs(0);
    execute(program.once());
    for (period = 0; period <= periods; period++) {
      if (period > 0) {
        rotate();
      }
      fillInputs(period);
      fillLeaves(seed, first);
      execute(program.inputs());
      if (period == 0) {
        execute(program.start());
        spread();
      } else {
        execute(program.period());
      }
      keep(outputs);
    }
    for (int lane = 0; lane < lanes; lane++) {
      block.failed()[lane] |= bad[lane] != 0;
      block.gap()[lane] = frame[program.gap()][lane];
      block.stock()[lane] = frame[program.stock()][lane];
    }
    return block;
  }

  private void keep(int[] outputs) {
    int from = period * lanes;
    for (int k = 0; k < outputs.length; k++) {
      double[] now = frame[program.variable()[outputs[k]]];
      if (lanes == 1) {
        block.values()[k][from] = now[0];
      } else {
        System.arraycopy(now, 0, block.values()[k], from, lanes);
      }
    }
  }

  private double[][] drawn(long seed, long first) {
    Setting setting = program.setting();
    double[][] drawn = new double[program.leaves().drawn().size()][lanes];
    for (int k = 0; k < drawn.length; k++) {
      Program.Filled cell = program.leaves().drawn().get(k);
      for (int lane = 0; lane < lanes; lane++) {
        drawn[k][lane] = Oracle.drawn(setting, seed, first + lane, cell.what());
      }
      System.arraycopy(drawn[k], 0, frame[cell.cell()], 0, lanes);
    }
    return drawn;
  }

  private void fillInputs(int t) {
    for (int i = 0; i < common.length; i++) {
      boolean changes = program.setting().moving()[i];
      if (common[i].length > 0 && (t == 0 || changes)) {
        Arrays.fill(frame[program.input()[i]], common[i][t]);
      }
    }
  }

  private void fillLeaves(long seed, long first) {
    for (Program.Filled cell : program.leaves().time()) {
      Arrays.fill(frame[cell.cell()], period);
    }
    for (Program.Filled cell : program.leaves().uniform()) {
      for (int lane = 0; lane < lanes; lane++) {
        frame[cell.cell()][lane] = Draws.uniform(seed, streams[cell.what()], first + lane, period);
      }
    }
    for (Program.Filled cell : program.leaves().gauss()) {
      for (int lane = 0; lane < lanes; lane++) {
        frame[cell.cell()][lane] = Draws.normal(seed, streams[cell.what()], first + lane, period);
      }
    }
  }

  private void rotate() {
    for (int[] ring : program.rings()) {
      double[] oldest = frame[ring[ring.length - 1]];
      for (int k = ring.length - 1; k > 0; k--) {
        frame[ring[k]] = frame[ring[k - 1]];
      }
      frame[ring[0]] = oldest;
    }
  }

  /** Before period 0 everything was as in period 0. */
  private void spread() {
    for (int[] ring : program.rings()) {
      for (int k = 1; k < ring.length; k++) {
        System.arraycopy(frame[ring[0]], 0, frame[ring[k]], 0, lanes);
      }
    }
  }

  private void execute(Code code) {
    for (int pc = 0; pc < code.size; pc++) {
      int op = code.op[pc];
      if (lanes == 1 && op <= Code.PEAK) {
        single(code, pc, op);
      } else if (op < Code.COPY) {
        compute(code, pc, OPS[op]);
      } else if (op == Code.AGAIN) {
        pc = again(code.a[pc]) ? program.searches().get(code.a[pc]).begin() - 1 : pc;
      } else {
        act(code, pc, op);
      }
    }
  }

  /** What the kernels do, without their loops: one lane alone is a run alone. */
  private void single(Code code, int pc, int op) {
    double x = frame[code.a[pc]][0];
    switch (op) {
      case Code.CHECK -> bad[0] += code.b[pc] < 0 || frame[code.b[pc]][0] != 0 ? x * 0.0 : 0.0;
      case Code.PEAK -> {
        double[] peak = frame[code.d[pc]];
        peak[0] = Math.max(peak[0], Math.abs(x));
      }
      case Code.COPY -> frame[code.d[pc]][0] = x;
      default -> frame[code.d[pc]][0] = single(code, pc, OPS[op], x);
    }
  }

  private double single(Code code, int pc, Op op, double x) {
    return switch (op) {
      case ADD -> x + frame[code.b[pc]][0];
      case SUB -> x - frame[code.b[pc]][0];
      case MUL -> x * frame[code.b[pc]][0];
      case DIV -> x / frame[code.b[pc]][0];
      case SELECT -> x != 0 ? frame[code.b[pc]][0] : frame[code.c[pc]][0];
      case LOOKUP -> program.setting().graph().table(code.b[pc]).at(x);
      case NEG, NOT, ABS, EXP, LOG, SQRT, LOGISTIC -> Arithmetic.of(op, x);
      default -> Arithmetic.of(op, x, frame[code.b[pc]][0]);
    };
  }

  private void compute(Code code, int pc, Op op) {
    double[] d = frame[code.d[pc]];
    double[] a = frame[code.a[pc]];
    switch (op) {
      case NEG -> Kernels.neg(d, a);
      case NOT -> Kernels.not(d, a);
      case ABS -> Kernels.abs(d, a);
      case EXP -> Kernels.exp(d, a);
      case LOG -> Kernels.log(d, a);
      case SQRT -> Kernels.sqrt(d, a);
      case LOGISTIC -> Kernels.logistic(d, a);
      case LOOKUP -> Kernels.lookup(d, a, program.setting().graph().table(code.b[pc]));
      case ADD -> Kernels.add(d, a, frame[code.b[pc]]);
      case SUB -> Kernels.sub(d, a, frame[code.b[pc]]);
      case MUL -> Kernels.mul(d, a, frame[code.b[pc]]);
      case DIV -> Kernels.div(d, a, frame[code.b[pc]]);
      case POW -> Kernels.pow(d, a, frame[code.b[pc]]);
      case MIN -> Kernels.min(d, a, frame[code.b[pc]]);
      case MAX -> Kernels.max(d, a, frame[code.b[pc]]);
      case LT -> Kernels.lt(d, a, frame[code.b[pc]]);
      case LE -> Kernels.le(d, a, frame[code.b[pc]]);
      case GT -> Kernels.lt(d, frame[code.b[pc]], a);
      case GE -> Kernels.le(d, frame[code.b[pc]], a);
      case EQ -> Kernels.eq(d, a, frame[code.b[pc]]);
      case NE -> Kernels.ne(d, a, frame[code.b[pc]]);
      case SELECT -> Kernels.select(d, a, frame[code.b[pc]], frame[code.c[pc]]);
      case CONST, VAR, IN, DRAWN, TIME, UNIFORM, GAUSS ->
          throw new IllegalStateException(op.name());
    }
  }

  private void act(Code code, int pc, int op) {
    switch (op) {
      case Code.COPY -> System.arraycopy(frame[code.a[pc]], 0, frame[code.d[pc]], 0, lanes);
      case Code.CHECK -> {
        if (code.b[pc] < 0) {
          Kernels.check(bad, frame[code.a[pc]]);
        } else {
          Kernels.check(bad, frame[code.a[pc]], frame[code.b[pc]]);
        }
      }
      case Code.PEAK -> Kernels.peak(frame[code.d[pc]], frame[code.a[pc]]);
      case Code.SOLVE -> solve(program.systems().get(code.a[pc]));
      case Code.BEGIN -> begin(code.a[pc]);
      case Code.CLEAR -> clear(program.clearing().orElseThrow());
      case Code.EVENT -> event(code.d[pc], frame[code.a[pc]], frame[code.b[pc]]);
      default -> throw new IllegalStateException("instruction " + op);
    }
  }

  private void solve(Program.System system) {
    int n = system.tears().length;
    double[][] matrix = new double[n][n];
    double[] right = new double[n];
    for (int lane = 0; lane < lanes; lane++) {
      for (int i = 0; i < n; i++) {
        right[i] = frame[system.right()[i]][lane];
        for (int j = 0; j < n; j++) {
          matrix[i][j] = frame[system.matrix()[i][j]][lane];
        }
      }
      boolean solved = Lu.solve(matrix, right);
      for (int i = 0; i < n; i++) {
        frame[system.tears()[i]][lane] = solved ? right[i] : Double.NaN;
      }
    }
  }

  private void begin(int number) {
    Program.Search search = program.searches().get(number);
    for (int i = 0; i < search.tears().length; i++) {
      for (int lane = 0; lane < lanes; lane++) {
        searches[number].start(i, lane, frame[search.before()[i]][lane]);
      }
    }
    place(search, searches[number]);
  }

  private void place(Program.Search search, Iteration iteration) {
    for (int i = 0; i < search.tears().length; i++) {
      System.arraycopy(iteration.trial[i], 0, frame[search.tears()[i]], 0, lanes);
    }
  }

  private boolean again(int number) {
    Program.Search search = program.searches().get(number);
    Iteration iteration = searches[number];
    double[][] g = cells(search.g());
    double[][][] slope = new double[search.slope().length][][];
    for (int i = 0; i < slope.length; i++) {
      slope[i] = cells(search.slope()[i]);
    }
    double[][] others = cells(search.others());
    boolean again = false;
    for (int lane = 0; lane < lanes; lane++) {
      again |= iteration.advance(lane, g, slope, others);
      block.failed()[lane] |= iteration.phase(lane) == Iteration.Phase.FAILED;
    }
    if (again) {
      place(search, iteration);
    }
    return again;
  }

  private double[][] cells(int[] cells) {
    double[][] arrays = new double[cells.length][];
    for (int i = 0; i < cells.length; i++) {
      arrays[i] = frame[cells[i]];
    }
    return arrays;
  }

  private void clear(Program.Clearing c) {
    c.kernel()
        .clear(
            lanes,
            cells(c.owed()),
            cells(c.resource()),
            Recovery.FULL,
            cells(c.paid()),
            cells(c.shortfall()));
  }

  private void event(int number, double[] when, double[] amount) {
    double[] before = eventBefore[number];
    for (int lane = 0; lane < lanes; lane++) {
      if (when[lane] != 0 && before[lane] == 0) {
        block.events().get(lane).add(new Block.Event(number, period, amount[lane]));
        block.failed()[lane] |= !Double.isFinite(amount[lane]);
      }
      before[lane] = when[lane];
    }
  }

  /** An empty list of events for each lane. */
  static List<List<Block.Event>> lists(int lanes) {
    List<List<Block.Event>> lists = new ArrayList<>(lanes);
    for (int lane = 0; lane < lanes; lane++) {
      lists.add(new ArrayList<>(0));
    }
    return lists;
  }
}
