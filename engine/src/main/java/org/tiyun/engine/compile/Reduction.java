package org.tiyun.engine.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tiyun.engine.plan.Arithmetic;
import org.tiyun.engine.plan.Op;
import org.tiyun.engine.program.Code;
import org.tiyun.engine.program.Part;
import org.tiyun.engine.program.Program;

/**
 * Takes out of a program what need not be done in every lane and period: constants and numbers that
 * are the same in all lanes, copies, and what nobody reads. Nothing is changed that could change a
 * bit: of algebra only {@code x * 1}, {@code x / 1} and {@code x - 0}.
 */
final class Reduction {
  private final Program program;
  private final Values values;

  /** Cells of variables that must stand in memory at the end of a period. */
  private final BitSet kept = new BitSet();

  private final BitSet resident = new BitSet();
  private final Map<Part, Flow> flows = new EnumMap<>(Part.class);
  private List<Instruction> scalar = new ArrayList<>();
  private List<Instruction> lanes = new ArrayList<>();

  private Reduction(Program program, double[][] common, int[] outputs) {
    this.program = program;
    this.values = new Values(program, common);
    for (int[] ring : program.rings()) {
      if (values.varying(ring[0])) {
        kept.set(ring[0]);
      }
    }
    for (int cell : outputs) {
      kept.set(cell);
    }
  }

  /**
   * @param resident cells that must stand in memory between loops and codes
   */
  record Reduced(Values values, Map<Part, Flow> flows, BitSet resident) {}

  static Reduced of(Program program, double[][] common, int[] outputs) {
    Reduction reduction = new Reduction(program, common, outputs);
    for (Part part : Part.values()) {
      reduction.reduce(part);
    }
    reduction.sweep();
    return new Reduced(reduction.values, reduction.flows, reduction.resident);
  }

  private void reduce(Part part) {
    scalar = new ArrayList<>();
    lanes = new ArrayList<>();
    if (part != Part.END) {
      // What a variable repeats in one code says nothing of the next; after the last period it
      // does.
      Arrays.stream(program.variable()).forEach(values::varies);
    }
    Code code = program.code(part);
    for (int i = 0; i < code.size; i++) {
      Instruction next = new Instruction(code.op[i], code.d[i], code.a[i], code.b[i], code.c[i]);
      if (next.outside()) {
        outside(next);
      } else {
        inside(next);
      }
    }
    flows.put(part, new Flow(scalar, lanes));
  }

  private void outside(Instruction next) {
    Outside outside = Outside.of(program, next);
    outside.written().forEach(values::varies);
    outside.written().forEach(resident::set);
    if (next.op() == Code.EVENT) {
      lanes.add(
          new Instruction(next.op(), next.to(), values.root(next.a()), values.root(next.b()), -1));
    } else {
      lanes.add(next);
    }
  }

  private void inside(Instruction next) {
    int n = next.operands();
    int a = values.root(next.a());
    int b = n > 1 ? values.root(next.b()) : next.b();
    int c = n > 2 ? values.root(next.c()) : next.c();
    Instruction with = new Instruction(next.op(), next.to(), a, b, c);
    switch (next.op()) {
      case Code.COPY -> bind(next.to(), a);
      case Code.PEAK -> lanes.add(with);
      case Code.CHECK -> check(with);
      default -> compute(with);
    }
  }

  private void check(Instruction i) {
    if (values.constant(i.a()) && Double.isFinite(values.number(i.a()))) {
      return;
    }
    if (i.b() >= 0 && values.constant(i.b())) {
      if (values.number(i.b()) != 0) {
        lanes.add(new Instruction(i.op(), i.to(), i.a(), -1, -1));
      }
      return;
    }
    lanes.add(i);
  }

  private void compute(Instruction i) {
    int same = repeats(i);
    if (same >= 0) {
      bind(i.to(), same);
      return;
    }
    boolean constant = true;
    boolean varying = false;
    for (int k = 0; k < i.operands(); k++) {
      constant &= values.constant(i.operand(k));
      varying |= values.varying(i.operand(k));
    }
    if (constant) {
      bind(i.to(), values.constantCell(fold(i)));
    } else if (varying) {
      values.varies(i.to());
      lanes.add(i);
    } else {
      int cell = values.scalarCell();
      scalar.add(new Instruction(i.op(), cell, i.a(), i.b(), i.c()));
      bind(i.to(), cell);
    }
  }

  /** The operand whose value the result is to the last bit; -1 where there is none. */
  private int repeats(Instruction i) {
    return switch (i.arithmetic()) {
      case MUL -> values.is(i.a(), 1) ? i.b() : values.is(i.b(), 1) ? i.a() : -1;
      case DIV -> values.is(i.b(), 1) ? i.a() : -1;
      case SUB -> values.is(i.b(), 0) ? i.a() : -1;
      case SELECT -> values.constant(i.a()) ? (values.number(i.a()) != 0 ? i.b() : i.c()) : -1;
      default -> -1;
    };
  }

  private double fold(Instruction i) {
    double x = values.number(i.a());
    Op op = i.arithmetic();
    return switch (op.operands()) {
      case 1 ->
          op == Op.LOOKUP ? program.setting().graph().table(i.b()).at(x) : Arithmetic.of(op, x);
      default -> Arithmetic.of(op, x, values.number(i.b()));
    };
  }

  private void bind(int cell, int to) {
    if (kept.get(cell)) {
      lanes.add(new Instruction(Code.COPY, cell, to, -1, -1));
    }
    values.alias(cell, to);
  }

  /** Drops what nobody reads, from the last code to the first, and finds what memory must hold. */
  private void sweep() {
    BitSet live = new BitSet();
    Part[] parts = Part.values();
    for (int p = parts.length - 1; p >= 0; p--) {
      if (parts[p] == Part.PERIOD || parts[p] == Part.START) {
        live.or(kept);
      }
      Flow flow = java.util.Objects.requireNonNull(flows.get(parts[p]));
      BitSet made = new BitSet();
      BitSet read = new BitSet();
      List<Instruction> lanes = swept(flow.lanes(), live, read, made);
      List<Instruction> scalar = swept(flow.scalar(), live, new BitSet(), new BitSet());
      flows.put(parts[p], new Flow(scalar, lanes));
      // What an earlier code makes, or fills from outside, is in memory when a later one reads it.
      BitSet crossing = (BitSet) read.clone();
      crossing.andNot(made);
      resident.or(crossing);
    }
    resident.or(kept);
    resident.set(program.gap());
    resident.set(program.stock());
  }

  private List<Instruction> swept(List<Instruction> all, BitSet live, BitSet read, BitSet made) {
    List<Instruction> left = new ArrayList<>();
    for (Instruction i : all.reversed()) {
      if (i.outside()) {
        for (int cell : Outside.of(program, i).read()) {
          int root = values.root(cell);
          live.set(root);
          if (values.varying(root)) {
            resident.set(root);
          }
        }
        left.add(i);
        continue;
      }
      boolean result = i.op() <= Code.COPY;
      if (result && !live.get(i.to())) {
        continue;
      }
      if (result) {
        made.set(i.to());
        live.clear(i.to());
      }
      for (int k = 0; k < i.operands(); k++) {
        live.set(i.operand(k));
        if (values.varying(i.operand(k))) {
          read.set(i.operand(k));
        }
      }
      left.add(i);
    }
    return left.reversed();
  }
}
