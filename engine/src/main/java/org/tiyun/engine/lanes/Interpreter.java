package org.tiyun.engine.lanes;

import java.util.Arrays;
import org.tiyun.engine.plan.Arithmetic;
import org.tiyun.engine.plan.Op;
import org.tiyun.engine.program.Code;
import org.tiyun.engine.program.Part;
import org.tiyun.engine.program.Program;

/** Executes one instruction over all lanes at a time, each cell an array of its own. */
final class Interpreter implements Execution {
  private static final Op[] OPS = Op.values();

  private final Program program;
  private final int lanes;
  private final double[][] frame;
  private final double[] bad;
  private final int[] outputs;
  private double[][] kept = {};

  /**
   * @param outputs cells that are kept
   */
  Interpreter(Program program, int[] outputs, int lanes) {
    this.program = program;
    this.outputs = outputs;
    this.lanes = lanes;
    this.frame = new double[program.cells()][lanes];
    this.bad = new double[lanes];
    for (Program.Filled constant : program.leaves().constants()) {
      Arrays.fill(frame[constant.cell()], constant.value());
    }
  }

  @Override
  public int lanes() {
    return lanes;
  }

  @Override
  public void fill(int cell, double value) {
    Arrays.fill(frame[cell], value);
  }

  @Override
  public double[] read(int cell) {
    return frame[cell];
  }

  @Override
  public void put(int cell, double[] values) {
    if (frame[cell] != values) {
      System.arraycopy(values, 0, frame[cell], 0, lanes);
    }
  }

  @Override
  public void copy(int cell, double[] to, int at) {
    if (lanes == 1) {
      to[at] = frame[cell][0];
    } else {
      System.arraycopy(frame[cell], 0, to, at, lanes);
    }
  }

  @Override
  public void reset(double[][] where) {
    kept = where;
    Arrays.fill(bad, 0);
    Arrays.fill(frame[program.gap()], 0);
    Arrays.fill(frame[program.stock()], 0);
  }

  @Override
  public void keep(int period) {
    for (int k = 0; k < outputs.length; k++) {
      copy(outputs[k], kept[period], k * lanes);
    }
  }

  @Override
  public double[] bad() {
    return bad;
  }

  @Override
  public void rotate(int next) {
    for (int[] ring : program.rings()) {
      double[] oldest = frame[ring[ring.length - 1]];
      for (int k = ring.length - 1; k > 0; k--) {
        frame[ring[k]] = frame[ring[k - 1]];
      }
      frame[ring[0]] = oldest;
    }
  }

  @Override
  public void spread() {
    for (int[] ring : program.rings()) {
      for (int k = 1; k < ring.length; k++) {
        System.arraycopy(frame[ring[0]], 0, frame[ring[k]], 0, lanes);
      }
    }
  }

  @Override
  public void run(Part part, Outside outside) {
    Code code = program.code(part);
    for (int pc = 0; pc < code.size; pc++) {
      int op = code.op[pc];
      if (lanes == 1 && op <= Code.PEAK) {
        single(code, pc, op);
      } else if (op < Code.COPY) {
        compute(code, pc, OPS[op]);
      } else {
        switch (op) {
          case Code.COPY -> System.arraycopy(frame[code.a[pc]], 0, frame[code.d[pc]], 0, lanes);
          case Code.CHECK -> check(code, pc);
          case Code.PEAK -> Kernels.peak(frame[code.d[pc]], frame[code.a[pc]]);
          case Code.SOLVE -> outside.solve(code.a[pc]);
          case Code.BEGIN -> outside.begin(code.a[pc]);
          case Code.AGAIN -> {
            if (outside.again(code.a[pc])) {
              pc = program.searches().get(code.a[pc]).begin() - 1;
            }
          }
          case Code.CLEAR -> outside.clear();
          case Code.EVENT -> outside.event(code.d[pc], code.a[pc], code.b[pc]);
          default -> throw new IllegalStateException("instruction " + op);
        }
      }
    }
  }

  private void check(Code code, int pc) {
    if (code.b[pc] < 0) {
      Kernels.check(bad, frame[code.a[pc]]);
    } else {
      Kernels.check(bad, frame[code.a[pc]], frame[code.b[pc]]);
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
}
