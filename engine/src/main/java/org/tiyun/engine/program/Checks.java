package org.tiyun.engine.program;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tiyun.engine.plan.Graph;
import org.tiyun.engine.plan.Node;
import org.tiyun.engine.plan.Op;
import org.tiyun.engine.plan.Rewrite;
import org.tiyun.engine.plan.Setting;
import org.tiyun.engine.plan.Step;

/**
 * Where to look for values that are not finite. A sum, product or quotient hands them on to its
 * result, so a variable that another one takes up that way needs no look of its own. Where an
 * operation would swallow them (min, max, a comparison, a divisor), its operand is looked at, under
 * the condition that the operation counts at all. A variable that hands them on to its own next
 * value, as stocks do, need not be looked at before the last period.
 *
 * @param all checks of every period
 * @param last variables to be looked at after the last period
 */
record Checks(List<Check> all, List<Integer> last) {

  /**
   * @param node what must be finite
   * @param mask node that is 0 where it does not matter; -1 for always
   */
  record Check(int node, int mask) {}

  static Checks of(Setting setting) {
    Graph graph = setting.graph();
    List<Step.Assign> assigned = new ArrayList<>();
    BitSet open = new BitSet();
    for (Step step : setting.schedule().steps()) {
      switch (step) {
        case Step.Assign a -> assigned.add(a);
        case Step.Solve solve -> set(open, solve.tears());
        case Step.Newton newton -> {
          set(open, newton.tears());
          assigned.addAll(List.of(newton.body()));
        }
        case Step.Clear() -> {}
      }
    }
    setting
        .schedule()
        .model()
        .clearing()
        .ifPresent(c -> {
          c.obligations().forEach(o -> open.set(o.paid()));
          c.shortfall().forEach(open::set);
        });
    Set<Check> found = new java.util.LinkedHashSet<>();
    int[] position = new int[setting.initial().length];
    for (int i = 0; i < assigned.size(); i++) {
      position[assigned.get(i).variable()] = i;
      open.set(assigned.get(i).variable());
    }
    for (int i = 0; i < assigned.size(); i++) {
      Step.Assign to = assigned.get(i);
      if (repeats(graph.node(to.node()))) {
        open.clear(to.variable());
        continue;
      }
      for (int v : handedOn(graph, to.node(), 0)) {
        // Only from earlier to later, so that every chain ends at a variable that is looked at.
        if (position[v] < i && assigned.get(position[v]).variable() == v) {
          open.clear(v);
        }
      }
    }
    List<Integer> last = new ArrayList<>();
    for (Step step : setting.schedule().steps()) {
      if (step instanceof Step.Assign(int v, int node)
          && open.get(v)
          && handedOn(graph, node, 1).contains(v)) {
        open.clear(v);
        last.add(v);
      }
    }
    for (Step.Assign a : assigned) {
      swallowed(graph, a.node(), found);
    }
    for (Step step : setting.schedule().steps()) {
      if (step instanceof Step.Newton newton) {
        for (int g : newton.g()) {
          swallowed(graph, g, found);
        }
      }
    }
    for (int when : setting.schedule().eventWhen()) {
      found.add(new Check(when, -1));
      swallowed(graph, when, found);
    }
    for (int i = 0; i < setting.input().length; i++) {
      if (setting.various()[i] && graph.node(setting.input()[i]).op() != Op.DRAWN) {
        found.add(new Check(graph.leaf(Op.IN, i, 0), -1));
        swallowed(graph, setting.input()[i], found);
      }
    }
    open.stream().forEach(v -> found.add(new Check(graph.leaf(Op.VAR, v, 0), -1)));
    return new Checks(List.copyOf(found), last);
  }

  private static void set(BitSet bits, int[] all) {
    for (int i : all) {
      bits.set(i);
    }
  }

  /** Whether a value is that of another variable of the period: then that one is looked at. */
  private static boolean repeats(Node node) {
    return node.op() == Op.VAR && node.b() == 0;
  }

  /**
   * Variables whose infinity or NaN, {@code lag} periods ago, would make {@code root} infinite or
   * NaN.
   */
  private static Set<Integer> handedOn(Graph graph, int root, int lag) {
    Set<Integer> variables = new HashSet<>();
    BitSet seen = new BitSet();
    Deque<Integer> todo = new ArrayDeque<>(List.of(root));
    while (!todo.isEmpty()) {
      int id = todo.pop();
      if (seen.get(id)) {
        continue;
      }
      seen.set(id);
      Node node = graph.node(id);
      switch (node.op()) {
        case VAR -> {
          if (node.b() == lag) {
            variables.add(node.a());
          }
        }
        case NEG, ABS, DIV -> todo.push(node.a());
        case ADD, SUB, MUL -> {
          todo.push(node.a());
          todo.push(node.b());
        }
        default -> {}
      }
    }
    return variables;
  }

  private record Visit(int node, int mask) {}

  private static void swallowed(Graph graph, int root, Set<Check> found) {
    BitSet hazard = hazards(graph, root);
    if (!hazard.get(root)) {
      return;
    }
    Set<Visit> seen = new HashSet<>();
    Deque<Visit> todo = new ArrayDeque<>(List.of(new Visit(root, -1)));
    while (!todo.isEmpty()) {
      Visit visit = todo.pop();
      if (!hazard.get(visit.node()) || !seen.add(visit)) {
        continue;
      }
      Node node = graph.node(visit.node());
      int mask = visit.mask();
      switch (node.op()) {
        case NEG, ABS, LOG, SQRT -> todo.push(new Visit(node.a(), mask));
        case ADD, SUB, MUL -> {
          todo.push(new Visit(node.a(), mask));
          todo.push(new Visit(node.b(), mask));
        }
        case DIV -> {
          todo.push(new Visit(node.a(), mask));
          look(node.b(), mask, hazard, found, todo);
        }
        case SELECT -> {
          look(node.a(), mask, hazard, found, todo);
          todo.push(new Visit(node.b(), and(graph, mask, node.a(), Op.NE)));
          todo.push(new Visit(node.c(), and(graph, mask, node.a(), Op.EQ)));
        }
        default -> {
          for (int k = 0; k < node.op().operands(); k++) {
            look(node.operand(k), mask, hazard, found, todo);
          }
        }
      }
    }
  }

  private static void look(int node, int mask, BitSet hazard, Set<Check> found, Deque<Visit> todo) {
    if (hazard.get(node)) {
      found.add(new Check(node, mask));
      todo.push(new Visit(node, mask));
    }
  }

  private static int and(Graph graph, int mask, int test, Op op) {
    int holds = graph.binary(op, test, graph.constant(0));
    return mask < 0 ? holds : graph.binary(Op.MUL, mask, holds);
  }

  /** Nodes with an operation somewhere below that may have no result. */
  private static BitSet hazards(Graph graph, int root) {
    BitSet hazard = new BitSet();
    for (int id : Rewrite.needed(graph, root)) {
      Node node = graph.node(id);
      boolean any =
          switch (node.op()) {
            case DIV, LOG, SQRT, POW -> true;
            default -> false;
          };
      for (int k = 0; k < node.op().operands(); k++) {
        any |= hazard.get(node.operand(k));
      }
      hazard.set(id, any);
    }
    return hazard;
  }
}
