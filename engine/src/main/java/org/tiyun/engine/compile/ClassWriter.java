package org.tiyun.engine.compile;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tiyun.engine.plan.Table;

/** Writes the class of a compiled program and loads it: one static method for each loop. */
final class ClassWriter {
  /** HotSpot does not compile methods beyond 8,000 bytes, so that long ones are cut. */
  private static final int OPERATIONS = 150;

  private static final int CALLS = 500;

  private static final ClassDesc SELF = ClassDesc.of(Stages.class.getPackageName() + ".Lanes");
  private static final ClassDesc DOUBLES = ConstantDescs.CD_double.arrayType();
  private static final ClassDesc TABLES = Table.class.describeConstable().orElseThrow().arrayType();
  private static final MethodTypeDesc PIECE =
      MethodTypeDesc.of(ConstantDescs.CD_void, DOUBLES, DOUBLES, DOUBLES, DOUBLES, TABLES);
  private static final MethodTypeDesc RUN = PIECE.insertParameterTypes(0, ConstantDescs.CD_int);

  private final Values values;
  private final Layout.Slots slots;
  private final int lanes;
  private final Map<String, Consumer<CodeBuilder>> methods = new java.util.LinkedHashMap<>();

  ClassWriter(Values values, Layout.Slots slots, int lanes) {
    this.values = values;
    this.slots = slots;
    this.lanes = lanes;
  }

  Stages stages(List<Compiler.StageText> stages) {
    List<String> entries = new ArrayList<>();
    for (Compiler.StageText stage : stages) {
      entries.add(stage(stage, "stage" + entries.size()));
    }
    byte[] bytes =
        ClassFile.of()
            .build(
                SELF,
                to -> {
                  to.withFlags(AccessFlag.FINAL, AccessFlag.SYNTHETIC)
                      .withInterfaceSymbols(Stages.class.describeConstable().orElseThrow())
                      .withMethodBody(
                          ConstantDescs.INIT_NAME,
                          ConstantDescs.MTD_void,
                          0,
                          code ->
                              code.aload(0)
                                  .invokespecial(
                                      ConstantDescs.CD_Object,
                                      ConstantDescs.INIT_NAME,
                                      ConstantDescs.MTD_void)
                                  .return_())
                      .withMethodBody(
                          "run", RUN, ClassFile.ACC_PUBLIC, code -> dispatch(code, entries));
                  methods.forEach(
                      (name, body) -> to.withMethodBody(name, PIECE, ClassFile.ACC_STATIC, body));
                });
    try {
      MethodHandles.Lookup made = MethodHandles.lookup().defineHiddenClass(bytes, true);
      return (Stages)
          made.findConstructor(made.lookupClass(), MethodType.methodType(void.class)).invoke();
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private void dispatch(CodeBuilder code, List<String> entries) {
    if (entries.isEmpty()) {
      // A switch without a case would keep the JDK's class writer busy for ever.
      code.return_();
      return;
    }
    List<SwitchCase> cases = new ArrayList<>();
    for (int k = 0; k < entries.size(); k++) {
      cases.add(SwitchCase.of(k, code.newLabel()));
    }
    java.lang.classfile.Label none = code.newLabel();
    code.iload(1).tableswitch(none, cases);
    for (int k = 0; k < entries.size(); k++) {
      code.labelBinding(cases.get(k).target());
      call(code, entries.get(k), 2);
      code.return_();
    }
    code.labelBinding(none).return_();
  }

  /** The name of a method that does all of a stage. */
  private String stage(Compiler.StageText stage, String name) {
    List<String> pieces = new ArrayList<>();
    for (int from = 0; from < stage.scalar().size(); from += OPERATIONS) {
      int to = Math.min(stage.scalar().size(), from + OPERATIONS);
      List<Instruction> piece = stage.scalar().subList(from, to);
      pieces.add(method(name + "scalar" + from, code -> scalars(code, piece)));
    }
    for (int k = 0; k < stage.loops().size(); k++) {
      Loop loop = stage.loops().get(k);
      pieces.add(
          method(
              name + "loop" + k, code -> new LoopWriter(code, values, slots, lanes).write(loop)));
    }
    while (pieces.size() > 1) {
      List<String> above = new ArrayList<>();
      for (int from = 0; from < pieces.size(); from += CALLS) {
        List<String> calls = pieces.subList(from, Math.min(pieces.size(), from + CALLS));
        above.add(method(name + "all" + methods.size(), code -> calls(code, calls)));
      }
      pieces = above;
    }
    return pieces.getFirst();
  }

  private String method(String name, Consumer<CodeBuilder> body) {
    methods.put(name, body);
    return name;
  }

  private static void calls(CodeBuilder code, List<String> names) {
    names.forEach(name -> call(code, name, 0));
    code.return_();
  }

  /** Calls a piece with what was given from variable {@code first} on. */
  private static void call(CodeBuilder code, String name, int first) {
    for (int k = 0; k < PIECE.parameterCount(); k++) {
      code.aload(first + k);
    }
    code.invokestatic(SELF, name, PIECE);
  }

  private void scalars(CodeBuilder code, List<Instruction> all) {
    Map<Integer, Integer> local = new HashMap<>();
    Operands operands = new Operands(code, values, local, LoopWriter.SCALARS);
    for (Instruction i : all) {
      operands.loadScalars(i);
      operands.compute(i);
      int at = code.allocateLocal(java.lang.classfile.TypeKind.DOUBLE);
      code.dstore(at);
      local.put(i.to(), at);
      code.aload(LoopWriter.SCALARS).loadConstant(values.place(i.to())).dload(at).dastore();
    }
    code.return_();
  }
}
