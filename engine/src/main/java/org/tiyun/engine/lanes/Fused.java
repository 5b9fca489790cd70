package org.tiyun.engine.lanes;

import java.util.Arrays;
import java.util.List;
import org.tiyun.engine.compile.Compiled;
import org.tiyun.engine.program.Code;
import org.tiyun.engine.program.Part;
import org.tiyun.engine.program.Program;

/** Runs a compiled program over memory of its own. */
final class Fused implements Execution {
  private final Program program;
  private final Compiled compiled;
  private final int lanes;
  private final double[] memory;
  private final double[] scalars;

  /** By cell: a copy of its numbers, made where something outside reads it. */
  private final double[][] copy;

  private double[][] kept = {};
  private double[] now = {};
  private double[] before = {};

  Fused(Program program, Compiled compiled) {
    this.program = program;
    this.compiled = compiled;
    this.lanes = compiled.lanes();
    this.memory = new double[compiled.slots() * lanes];
    this.scalars = new double[compiled.scalars()];
    this.copy = new double[compiled.slot().length][];
  }

  @Override
  public int lanes() {
    return lanes;
  }

  @Override
  public void fill(int cell, double value) {
    if (compiled.scalar()[cell] >= 0) {
      scalars[compiled.scalar()[cell]] = value;
    }
  }

  @Override
  public double[] read(int cell) {
    double[] numbers = copy[cell];
    if (numbers == null) {
      numbers = new double[lanes];
      copy[cell] = numbers;
    }
    copy(cell, numbers, 0);
    return numbers;
  }

  @Override
  public void put(int cell, double[] numbers) {
    int slot = compiled.slot()[cell];
    if (slot >= 0) {
      System.arraycopy(numbers, 0, array(cell), slot * lanes, lanes);
    }
  }

  private double[] array(int cell) {
    boolean keeps = compiled.slot()[cell] < compiled.kept();
    return keeps ? compiled.before().get(cell) ? before : now : memory;
  }

  @Override
  public void copy(int cell, double[] to, int at) {
    int slot = compiled.slot()[cell];
    int scalar = compiled.scalar()[cell];
    if (slot >= 0) {
      System.arraycopy(array(cell), slot * lanes, to, at, lanes);
    } else {
      double value = scalar >= 0 ? scalars[scalar] : compiled.constant()[cell];
      Arrays.fill(to, at, at + lanes, value);
    }
  }

  @Override
  public void reset(double[][] where) {
    kept = where;
    now = kept[0];
    before = now;
    clear(compiled.bad());
    clear(compiled.slot()[program.gap()]);
    clear(compiled.slot()[program.stock()]);
  }

  /** Outputs are computed where they are kept. */
  @Override
  public void keep(int period) {}

  private void clear(int slot) {
    Arrays.fill(memory, slot * lanes, (slot + 1) * lanes, 0);
  }

  @Override
  public double[] bad() {
    return Arrays.copyOfRange(memory, compiled.bad() * lanes, (compiled.bad() + 1) * lanes);
  }

  @Override
  public void rotate(int next) {
    for (int[] move : compiled.moves()) {
      move(move, before);
    }
    for (int[] shift : compiled.shifts()) {
      scalars[shift[1]] = scalars[shift[0]];
    }
    before = now;
    now = kept[next];
  }

  @Override
  public void spread() {
    for (int[] move : compiled.copies()) {
      move(move, now);
    }
    int[][] shifts = compiled.shifts();
    // From the newest on: what was copied first is copied further.
    for (int k = shifts.length - 1; k >= 0; k--) {
      scalars[shifts[k][1]] = scalars[shifts[k][0]];
    }
  }

  /** Moves a slot of the memory, or one of {@code outputs}, to one of the memory. */
  private void move(int[] move, double[] outputs) {
    double[] from = move[0] < compiled.kept() ? outputs : memory;
    System.arraycopy(from, move[0] * lanes, memory, move[1] * lanes, lanes);
  }

  @Override
  public void run(Part part, Outside outside) {
    List<Compiled.Action> actions = java.util.Objects.requireNonNull(compiled.actions().get(part));
    for (int at = 0; at < actions.size(); at++) {
      Compiled.Action action = actions.get(at);
      if (action.stage() >= 0) {
        compiled.stages().run(action.stage(), memory, now, before, scalars, compiled.tables());
        continue;
      }
      switch (action.op()) {
        case Code.SOLVE -> outside.solve(action.a());
        case Code.BEGIN -> outside.begin(action.a());
        case Code.AGAIN -> {
          if (outside.again(action.a())) {
            at = action.back() - 1;
          }
        }
        case Code.CLEAR -> outside.clear();
        case Code.EVENT -> outside.event(action.to(), action.a(), action.b());
        default -> throw new IllegalStateException("instruction " + action.op());
      }
    }
  }
}
