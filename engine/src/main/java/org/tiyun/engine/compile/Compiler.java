package org.tiyun.engine.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tiyun.engine.plan.Graph;
import org.tiyun.engine.plan.Table;
import org.tiyun.engine.program.Code;
import org.tiyun.engine.program.Part;
import org.tiyun.engine.program.Program;

/** Turns a program into bytecode. */
public final class Compiler {
  /** Memory that a core keeps close to itself: the usual second cache. */
  private static final int NEAR = 1024 * 1024;

  /** Numbers of a block at most, as far as lanes can be left out: 32 MB. */
  private static final int BLOCK = 4 * 1024 * 1024;

  private static final int FEWEST = 128;
  private static final int MOST = 256;

  private final Program program;
  private final Values values;
  private final Map<Part, List<Item>> items = new EnumMap<>(Part.class);
  private final Map<Part, List<Compiled.Action>> actions = new EnumMap<>(Part.class);
  private final List<StageText> stages = new ArrayList<>();

  /** What one stage does: numbers that are the same in all lanes first, then loops. */
  record StageText(List<Instruction> scalar, List<Loop> loops) {}

  private Compiler(Program program, Values values) {
    this.program = program;
    this.values = values;
  }

  /**
   * @param program in which no two values share a cell
   * @param common inputs that are the same on every path, by input, then by period
   * @param outputs cells whose values are kept, period by period
   * @param periods that are solved
   */
  public static Compiled compile(Program program, double[][] common, int[] outputs, int periods) {
    Reduction.Reduced reduced = Reduction.of(program, common, outputs);
    Compiler compiler = new Compiler(program, reduced.values());
    for (Part part : Part.values()) {
      Flow flow = java.util.Objects.requireNonNull(reduced.flows().get(part));
      List<Item> items = Item.of(reduced.values(), reduced.resident(), flow.lanes());
      compiler.items.put(part, items);
      compiler.actions.put(part, compiler.actions(flow.scalar(), items));
    }
    Layout.Slots slots =
        Layout.of(program, reduced.values(), reduced.resident(), outputs, compiler.items);
    return compiler.compiled(slots, periods);
  }

  /** Loops that follow one another are one stage. */
  private List<Compiled.Action> actions(List<Instruction> scalar, List<Item> items) {
    List<Compiled.Action> actions = new ArrayList<>();
    List<Loop> loops = new ArrayList<>();
    List<Instruction> first = scalar;
    int begin = -1;
    for (Item item : items) {
      switch (item) {
        case Item.Fused(Loop loop) -> loops.add(loop);
        case Item.Other(Instruction i) -> {
          stage(first, loops, actions);
          first = List.of();
          actions.add(new Compiled.Action(-1, i.op(), i.to(), i.a(), i.b(), begin));
          begin = i.op() == Code.BEGIN ? actions.size() : begin;
        }
      }
    }
    stage(first, loops, actions);
    return actions;
  }

  private void stage(List<Instruction> scalar, List<Loop> loops, List<Compiled.Action> actions) {
    if (!scalar.isEmpty() || !loops.isEmpty()) {
      actions.add(new Compiled.Action(stages.size(), -1, -1, -1, -1, -1));
      stages.add(new StageText(scalar, List.copyOf(loops)));
      loops.clear();
    }
  }

  private Compiled compiled(Layout.Slots slots, int periods) {
    int lanes = lanes(slots.slots() + (long) slots.kept() * periods);
    int cells = values.cells();
    int[] slot = new int[cells];
    int[] scalar = new int[cells];
    double[] constant = new double[cells];
    for (int cell = 0; cell < cells; cell++) {
      boolean own = slots.slot()[cell] >= 0 || values.place(cell) >= 0;
      int root = own ? cell : values.root(cell);
      slot[cell] = slots.slot()[root];
      scalar[cell] = values.place(root);
      constant[cell] = values.number(root);
    }
    return new Compiled(
        lanes,
        slots.slots(),
        values.scalars(),
        slots.kept(),
        slot,
        slots.before(),
        scalar,
        constant,
        slots.moves().toArray(int[][]::new),
        slots.copies().toArray(int[][]::new),
        shifts(),
        slots.bad(),
        actions,
        new ClassWriter(values, slots, lanes).stages(stages),
        tables());
  }

  /**
   * As many lanes as stay close to the core, within bounds; a multiple of any vector's length.
   * Where many outputs are kept over many periods fewer, so that memory stays bounded.
   *
   * @param numbers of each lane
   */
  private static int lanes(long numbers) {
    long each = Math.max(1, numbers);
    long least = Math.clamp(BLOCK / each / 8 * 8, 8, FEWEST);
    return (int) Math.clamp(NEAR / 8 / each / 64 * 64, least, MOST);
  }

  private int[][] shifts() {
    List<int[]> shifts = new ArrayList<>();
    for (int[] ring : program.rings()) {
      for (int k = ring.length - 1; k > 0 && values.place(ring[0]) >= 0; k--) {
        shifts.add(new int[] {values.place(ring[k - 1]), values.place(ring[k])});
      }
    }
    return shifts.toArray(int[][]::new);
  }

  private Table[] tables() {
    Graph graph = program.setting().graph();
    Table[] tables = new Table[graph.tables()];
    Arrays.setAll(tables, graph::table);
    return tables;
  }
}
