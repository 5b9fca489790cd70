package org.tiyun.engine.compile;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.Objects;
import org.tiyun.engine.plan.Op;
import org.tiyun.engine.plan.Table;
import org.tiyun.language.elementary.Elementary;

/** Writes operations: the same, in the same order, as {@link org.tiyun.engine.plan.Arithmetic}. */
final class Operands {
  private static final ClassDesc MATH = Math.class.describeConstable().orElseThrow();
  private static final ClassDesc ELEMENTARY = Elementary.class.describeConstable().orElseThrow();
  private static final ClassDesc TABLE = Table.class.describeConstable().orElseThrow();
  private static final MethodTypeDesc ONE =
      MethodTypeDesc.of(ConstantDescs.CD_double, ConstantDescs.CD_double);
  private static final MethodTypeDesc TWO =
      MethodTypeDesc.of(ConstantDescs.CD_double, ConstantDescs.CD_double, ConstantDescs.CD_double);

  private final CodeBuilder to;
  private final Values values;
  private final Map<Integer, Integer> local;
  private final int scalars;

  /**
   * @param local variable that holds each cell
   * @param scalars variable that holds the array of numbers that are the same in all lanes; that of
   *     the tables follows it
   */
  Operands(CodeBuilder to, Values values, Map<Integer, Integer> local, int scalars) {
    this.to = to;
    this.values = values;
    this.local = local;
    this.scalars = scalars;
  }

  /** Brings operands that are the same in all lanes into variables. */
  void loadScalars(Instruction i) {
    for (int k = 0; k < i.operands(); k++) {
      int cell = i.operand(k);
      if (!values.constant(cell) && !values.varying(cell) && !local.containsKey(cell)) {
        to.aload(scalars).loadConstant(values.place(cell)).daload();
        int at = to.allocateLocal(TypeKind.DOUBLE);
        to.dstore(at);
        local.put(cell, at);
      }
    }
  }

  void push(int cell) {
    if (values.constant(cell)) {
      to.loadConstant(values.number(cell));
    } else {
      to.dload(Objects.requireNonNull(local.get(cell)));
    }
  }

  static void math(CodeBuilder to, String name, int operands) {
    to.invokestatic(MATH, name, operands == 1 ? ONE : TWO);
  }

  /** Leaves the result on the stack. */
  void compute(Instruction i) {
    if (i.op() >= org.tiyun.engine.program.Code.COPY) {
      push(i.a());
      return;
    }
    Op op = i.arithmetic();
    switch (op) {
      case SELECT -> choice(i);
      case LOOKUP -> {
        to.aload(scalars + 1).loadConstant(i.b()).aaload();
        push(i.a());
        to.invokevirtual(TABLE, "at", ONE);
      }
      case LOGISTIC -> {
        to.dconst_1().dconst_1();
        push(i.a());
        to.dneg().invokestatic(ELEMENTARY, "exp", ONE).dadd().ddiv();
      }
      default -> {
        for (int k = 0; k < i.operands(); k++) {
          push(i.operand(k));
        }
        plain(op);
      }
    }
  }

  private void plain(Op op) {
    switch (op) {
      case NEG -> to.dneg();
      case ABS -> math(to, "abs", 1);
      case SQRT -> math(to, "sqrt", 1);
      case EXP -> to.invokestatic(ELEMENTARY, "exp", ONE);
      case LOG -> to.invokestatic(ELEMENTARY, "log", ONE);
      case POW -> to.invokestatic(ELEMENTARY, "pow", TWO);
      case ADD -> to.dadd();
      case SUB -> to.dsub();
      case MUL -> to.dmul();
      case DIV -> to.ddiv();
      case MIN -> math(to, "min", 2);
      case MAX -> math(to, "max", 2);
      case NOT, LT, LE, GT, GE, EQ, NE -> truth(op);
      default -> throw new IllegalStateException(op.name());
    }
  }

  /** 1 where a comparison holds, else 0; none but NE holds with NaN. */
  private void truth(Op op) {
    Label fails = to.newLabel();
    Label end = to.newLabel();
    switch (op) {
      case NOT -> to.dconst_0().dcmpl().ifne(fails);
      case LT -> to.dcmpg().ifge(fails);
      case LE -> to.dcmpg().ifgt(fails);
      case GT -> to.dcmpl().ifle(fails);
      case GE -> to.dcmpl().iflt(fails);
      case EQ -> to.dcmpl().ifne(fails);
      default -> to.dcmpl().ifeq(fails);
    }
    to.dconst_1().goto_(end).labelBinding(fails).dconst_0().labelBinding(end);
  }

  private void choice(Instruction i) {
    Label other = to.newLabel();
    Label end = to.newLabel();
    push(i.a());
    to.dconst_0().dcmpl().ifeq(other);
    push(i.b());
    to.goto_(end).labelBinding(other);
    push(i.c());
    to.labelBinding(end);
  }
}
