package org.tiyun.engine.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.tiyun.engine.plan.Graph;
import org.tiyun.engine.plan.Node;
import org.tiyun.engine.plan.Op;
import org.tiyun.engine.plan.Oracle;
import org.tiyun.engine.plan.Rewrite;
import org.tiyun.engine.plan.Setting;
import org.tiyun.engine.plan.Step;
import org.tiyun.language.model.Clearing;

/** Turns a setting into a program: each node of the graph is computed once, where first needed. */
public final class Lowering {
  private static final int NONE = -1;

  private final Setting setting;
  private final Graph graph;

  /** By node: the cell that holds its value, {@link #NONE} where none does yet. */
  private int[] cellOf = new int[0];

  /** By node: whether it can differ between periods. */
  private boolean[] moving = new boolean[0];

  private final BitSet registers = new BitSet();
  private final List<int[]> rings = new ArrayList<>();
  private final Program.Leaves leaves =
      new Program.Leaves(
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>());
  private final List<Program.System> systems = new ArrayList<>();
  private final List<Program.Search> searches = new ArrayList<>();
  private final Code once = new Code();
  private final Code period = new Code();
  private final int[][] variableRing;
  private final int[][] inputRing;
  private int cells;

  private Lowering(Setting setting) {
    this.setting = setting;
    this.graph = setting.graph();
    this.variableRing = new int[setting.initial().length][];
    this.inputRing = new int[setting.input().length][];
  }

  /**
   * @param shared whether values whose lives do not meet share a cell; else each has its own
   */
  public static Program lower(Setting setting, boolean shared) {
    return new Lowering(setting).lower(shared);
  }

  private Program lower(boolean shared) {
    Identities identities = Identities.of(setting.schedule().model(), graph);
    Checks checks = Checks.of(setting);
    // No node is added from here on.
    cellOf = new int[graph.size()];
    Arrays.fill(cellOf, NONE);
    moving = moving();
    makeRings();
    Code inputs = new Code();
    for (int i : setting.order()) {
      if (setting.various()[i]) {
        assign(setting.moving()[i] ? inputs : once, inputRing[i][0], setting.input()[i]);
      }
    }
    Code start = new Code();
    int[] fixed = cellOf.clone();
    for (int v = 0; v < variableRing.length; v++) {
      assign(start, variableRing[v][0], setting.initial()[v]);
    }
    forgetMoving(fixed);
    setting.schedule().steps().forEach(step -> step(period, step));
    for (Checks.Check check : checks.all()) {
      int mask = check.mask() < 0 ? -1 : cell(period, check.mask());
      int cell = cell(period, check.node());
      boolean moves = moving[check.node()] || check.mask() >= 0 && moving[check.mask()];
      (moves ? period : once).add(Code.CHECK, -1, cell, mask, -1);
    }
    Code end = new Code();
    checks.last().forEach(v -> end.add(Code.CHECK, -1, variableRing[v][0], -1, -1));
    int[] when = setting.schedule().eventWhen();
    for (int e = 0; e < when.length; e++) {
      int amount = cell(period, setting.schedule().eventAmount()[e]);
      period.add(Code.EVENT, e, cell(period, when[e]), amount, -1);
    }
    int gap = cells++;
    int stock = cells++;
    identities.gaps().forEach(n -> period.add(Code.PEAK, gap, cell(period, n), -1, -1));
    identities.stocks().forEach(n -> period.add(Code.PEAK, stock, cell(period, n), -1, -1));
    if (shared) {
      cells = Registers.share(period, registers, cells, searches);
    }
    return new Program(
        setting,
        once,
        inputs,
        start,
        period,
        end,
        cells,
        rings,
        Arrays.stream(variableRing).mapToInt(r -> r[0]).toArray(),
        Arrays.stream(inputRing).mapToInt(r -> r[0]).toArray(),
        leaves,
        systems,
        searches,
        setting.schedule().model().clearing().map(this::clearing),
        gap,
        stock);
  }

  /** What was computed for the start does not hold in later periods, unless nothing in it moves. */
  private void forgetMoving(int[] keep) {
    for (int node = 0; node < cellOf.length; node++) {
      if (moving[node] && keep[node] == NONE) {
        cellOf[node] = NONE;
      }
    }
  }

  private void makeRings() {
    int[] lag = new int[variableRing.length];
    int[] inputLag = new int[inputRing.length];
    for (int id = 0; id < graph.size(); id++) {
      Node node = graph.node(id);
      if (node.op() == Op.VAR) {
        lag[node.a()] = Math.max(lag[node.a()], node.b());
      } else if (node.op() == Op.IN && setting.moving()[node.a()]) {
        inputLag[node.a()] = Math.max(inputLag[node.a()], node.b());
      }
    }
    for (Step step : setting.schedule().steps()) {
      if (step instanceof Step.Newton newton) {
        Arrays.stream(newton.tears()).forEach(v -> lag[v] = Math.max(1, lag[v]));
      }
    }
    for (int v = 0; v < lag.length; v++) {
      variableRing[v] = ring(lag[v]);
    }
    for (int i = 0; i < inputLag.length; i++) {
      inputRing[i] = ring(inputLag[i]);
    }
  }

  private int[] ring(int lag) {
    int[] ring = new int[lag + 1];
    for (int k = 0; k <= lag; k++) {
      ring[k] = cells++;
    }
    if (lag > 0) {
      rings.add(ring);
    }
    return ring;
  }

  private void step(Code code, Step step) {
    switch (step) {
      case Step.Assign(int variable, int node) -> assign(code, variableRing[variable][0], node);
      case Step.Solve(int[] tears, int[][] matrix, int[] right) -> {
        int n = tears.length;
        int[][] entry = new int[n][n];
        int[] rhs = new int[n];
        for (int i = 0; i < n; i++) {
          rhs[i] = pinned(code, right[i]);
          for (int j = 0; j < n; j++) {
            entry[i][j] = pinned(code, matrix[i][j]);
          }
        }
        code.add(Code.SOLVE, -1, systems.size(), -1, -1);
        systems.add(new Program.System(current(tears), entry, rhs));
      }
      case Step.Newton newton -> newton(code, newton);
      case Step.Clear() -> code.add(Code.CLEAR, -1, -1, -1, -1);
    }
  }

  private void newton(Code code, Step.Newton step) {
    int n = step.tears().length;
    BitSet inside = new BitSet();
    Arrays.stream(step.tears()).forEach(inside::set);
    Arrays.stream(step.body()).forEach(a -> inside.set(a.variable()));
    int[] roots = new int[step.body().length + n + n * n];
    int count = 0;
    for (Step.Assign assign : step.body()) {
      roots[count++] = assign.node();
    }
    for (int i = 0; i < n; i++) {
      roots[count++] = step.g()[i];
      for (int j = 0; j < n; j++) {
        roots[count++] = step.slope()[i][j];
      }
    }
    // What does not depend on the loop is computed before it, once.
    BitSet inLoop = new BitSet();
    for (int id : Rewrite.needed(graph, roots)) {
      Node node = graph.node(id);
      boolean loops = node.op() == Op.VAR && node.b() == 0 && inside.get(node.a());
      for (int k = 0; k < node.op().operands(); k++) {
        loops |= inLoop.get(node.operand(k));
      }
      inLoop.set(id, loops);
      if (!loops) {
        cell(code, id);
      }
    }
    int number = searches.size();
    searches.add(null);
    code.add(Code.BEGIN, -1, number, -1, -1);
    int begin = code.size;
    for (Step.Assign assign : step.body()) {
      assign(code, variableRing[assign.variable()][0], assign.node());
    }
    int[] g = new int[n];
    int[][] slope = new int[n][n];
    for (int i = 0; i < n; i++) {
      g[i] = pinned(code, step.g()[i]);
      for (int j = 0; j < n; j++) {
        slope[i][j] = pinned(code, step.slope()[i][j]);
      }
    }
    code.add(Code.AGAIN, -1, number, -1, -1);
    int[] before = Arrays.stream(step.tears()).map(v -> variableRing[v][1]).toArray();
    int[] others =
        Arrays.stream(step.body()).mapToInt(a -> variableRing[a.variable()][0]).toArray();
    searches.set(
        number, new Program.Search(current(step.tears()), before, g, slope, others, begin));
  }

  private int[] current(int[] variables) {
    return Arrays.stream(variables).map(v -> variableRing[v][0]).toArray();
  }

  private void assign(Code code, int to, int node) {
    Node root = graph.node(node);
    if (root.op().operands() == 0 || cellOf[node] != NONE || !moving[node] && code != once) {
      code.add(Code.COPY, to, cell(code, node), -1, -1);
      return;
    }
    for (int k = 0; k < root.op().operands(); k++) {
      cell(code, root.operand(k));
    }
    emit(code, to, root);
    cellOf[node] = to;
  }

  /** A cell that keeps its place: it is read by more than instructions. */
  private int pinned(Code code, int node) {
    int cell = cell(code, node);
    registers.clear(cell);
    return cell;
  }

  /** The cell that holds a node's value, computed here if nowhere before. */
  private int cell(Code code, int root) {
    if (cellOf[root] != NONE) {
      return cellOf[root];
    }
    for (int id : Rewrite.needed(graph, root)) {
      if (cellOf[id] == NONE) {
        Node node = graph.node(id);
        if (node.op().operands() == 0) {
          cellOf[id] = leaf(node);
        } else {
          Code where = moving[id] ? code : once;
          int to = cells++;
          registers.set(to, where == period);
          emit(where, to, node);
          cellOf[id] = to;
        }
      }
    }
    return cellOf[root];
  }

  private void emit(Code code, int to, Node node) {
    int n = node.op().operands();
    int b = n > 1 ? cellOf[node.b()] : node.b();
    int c = n > 2 ? cellOf[node.c()] : NONE;
    code.add(node.op().ordinal(), to, cellOf[node.a()], b, c);
  }

  /** Whether each node can differ between periods; operands come before their users. */
  private boolean[] moving() {
    boolean[] moves = new boolean[graph.size()];
    for (int id = 0; id < moves.length; id++) {
      Node node = graph.node(id);
      moves[id] =
          switch (node.op()) {
            case VAR, TIME, UNIFORM, GAUSS -> true;
            case IN -> setting.moving()[node.a()];
            default -> false;
          };
      for (int k = 0; k < node.op().operands(); k++) {
        moves[id] |= moves[node.operand(k)];
      }
    }
    return moves;
  }

  private int leaf(Node node) {
    return switch (node.op()) {
      case VAR -> variableRing[node.a()][node.b()];
      case IN -> inputRing[node.a()][setting.moving()[node.a()] ? node.b() : 0];
      case CONST -> filled(leaves.constants(), 0, node.value());
      case TIME -> filled(leaves.time(), 0, 0);
      case DRAWN -> filled(leaves.drawn(), node.a(), 0);
      case UNIFORM -> filled(leaves.uniform(), node.a(), 0);
      case GAUSS -> filled(leaves.gauss(), node.a(), 0);
      default -> throw new IllegalStateException(node.toString());
    };
  }

  private int filled(List<Program.Filled> list, int what, double value) {
    list.add(new Program.Filled(cells, what, value));
    return cells++;
  }

  private Program.Clearing clearing(Clearing c) {
    return new Program.Clearing(
        Oracle.kernel(c),
        Oracle.recovery(c),
        c.obligations().stream().mapToInt(o -> variableRing[o.owed()][0]).toArray(),
        c.resource().stream().mapToInt(v -> variableRing[v][0]).toArray(),
        c.obligations().stream().mapToInt(o -> variableRing[o.paid()][0]).toArray(),
        c.shortfall().stream().mapToInt(v -> variableRing[v][0]).toArray());
  }
}
