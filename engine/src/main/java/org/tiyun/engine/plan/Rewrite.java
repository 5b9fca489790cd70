package org.tiyun.engine.plan;

import java.util.Arrays;
import java.util.Map;
import java.util.function.IntPredicate;

/** Passes over the part of a graph that a node needs. */
public final class Rewrite {
  private Rewrite() {}

  /** The nodes that {@code roots} need, themselves included, operands first. */
  public static int[] needed(Graph graph, int... roots) {
    if (roots.length == 1 && graph.node(roots[0]).op().operands() == 0) {
      return roots.clone();
    }
    return needed(graph, id -> false, roots);
  }

  /** The same without nodes for which {@code known} holds, and what only these need. */
  static int[] needed(Graph graph, IntPredicate known, int... roots) {
    PerNode seen = new PerNode();
    int[] todo = Arrays.copyOf(roots, Math.max(16, roots.length));
    int[] found = new int[16];
    int open = roots.length;
    int count = 0;
    while (open > 0) {
      int id = todo[--open];
      if (seen.has(id) || known.test(id)) {
        continue;
      }
      seen.put(id, 0);
      if (count == found.length) {
        found = Arrays.copyOf(found, 2 * count);
      }
      found[count++] = id;
      Node node = graph.node(id);
      int operands = node.op().operands();
      if (open + operands > todo.length) {
        todo = Arrays.copyOf(todo, 2 * todo.length);
      }
      for (int i = 0; i < operands; i++) {
        todo[open++] = node.operand(i);
      }
    }
    int[] needed = Arrays.copyOf(found, count);
    Arrays.sort(needed);
    return needed;
  }

  /** Whether {@code root} needs a node of which {@code test} holds. */
  public static boolean needs(Graph graph, int root, IntPredicate test) {
    return Arrays.stream(needed(graph, root)).anyMatch(test);
  }

  /** {@code root} with this period's variables replaced by the nodes in {@code by}. */
  public static int substitute(Graph graph, int root, Map<Integer, Integer> by) {
    return replace(graph, root, Op.VAR, by);
  }

  /** {@code root} with leaves {@code op} of lag 0 replaced by the nodes in {@code by}. */
  public static int replace(Graph graph, int root, Op op, Map<Integer, Integer> by) {
    PerNode made = new PerNode();
    for (int id : needed(graph, root)) {
      Node node = graph.node(id);
      int result = id;
      if (node.op() == op && node.b() == 0) {
        result = by.getOrDefault(node.a(), id);
      } else if (node.op().operands() > 0) {
        int a = made.get(node.a());
        int b = node.op().operands() > 1 ? made.get(node.b()) : node.b();
        int c = node.op().operands() > 2 ? made.get(node.c()) : node.c();
        boolean same = a == node.a() && b == node.b() && c == node.c();
        result = same ? id : graph.rebuild(node, a, b, c);
      }
      made.put(id, result);
    }
    return made.get(root);
  }

  /**
   * The degree of {@code root} in the variables of this period for which {@code in} holds: 0 where
   * it has none, 1 where it is linear in them, 2 for anything else.
   */
  public static int degree(Graph graph, int root, IntPredicate in) {
    PerNode degree = new PerNode();
    for (int id : needed(graph, root)) {
      Node node = graph.node(id);
      int a = node.op().operands() > 0 ? degree.get(node.a()) : 0;
      int b = node.op().operands() > 1 ? degree.get(node.b()) : 0;
      int c = node.op().operands() > 2 ? degree.get(node.c()) : 0;
      degree.put(
          id,
          switch (node.op()) {
            case VAR -> node.b() == 0 && in.test(node.a()) ? 1 : 0;
            case ADD, SUB -> Math.max(a, b);
            case NEG -> a;
            case MUL -> Math.min(2, a + b);
            case DIV -> b == 0 ? a : 2;
            case SELECT -> a == 0 ? Math.max(b, c) : 2;
            default -> a + b + c == 0 ? 0 : 2;
          });
    }
    return degree.get(root);
  }

  /**
   * The derivative of {@code root} where that of each variable of this period is {@code seed}'s
   * node, 0 where it has none. At a kink it is the derivative of the side that the value is taken
   * from.
   */
  public static int derivative(Graph graph, int root, Map<Integer, Integer> seed) {
    int zero = graph.constant(0);
    PerNode d = new PerNode();
    for (int id : needed(graph, root)) {
      Node node = graph.node(id);
      int operands = node.op().operands();
      int da = operands > 0 ? d.get(node.a()) : zero;
      int db = operands > 1 ? d.get(node.b()) : zero;
      int dc = operands > 2 ? d.get(node.c()) : zero;
      int result = zero;
      if (node.op() == Op.VAR && node.b() == 0) {
        result = seed.getOrDefault(node.a(), zero);
      } else if (da != zero || db != zero || dc != zero) {
        result = Derivative.of(graph, id, node, da, db, dc);
      }
      d.put(id, result);
    }
    return d.get(root);
  }
}
