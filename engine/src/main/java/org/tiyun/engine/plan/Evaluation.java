package org.tiyun.engine.plan;

import java.util.Arrays;

/**
 * Evaluates nodes one number at a time, with a stack of its own. Plain and slow: what the lanes are
 * compared with, and what finds the place of a failure.
 */
public final class Evaluation {

  /** Values of the leaves at the moment. */
  public interface Leaves {
    double leaf(Node node);
  }

  private final Graph graph;
  private final Leaves leaves;
  private final double[] value;
  private final int[] stamp;
  private int now = 1;
  private int[] stack = new int[64];

  public Evaluation(Graph graph, Leaves leaves) {
    this.graph = graph;
    this.leaves = leaves;
    this.value = new double[graph.size()];
    this.stamp = new int[graph.size()];
  }

  /** Forgets what has been evaluated: some leaf has changed. */
  public void forget() {
    now++;
    if (now == Integer.MAX_VALUE) {
      Arrays.fill(stamp, 0);
      now = 1;
    }
  }

  /** The value of a node, whatever it is: NaN and infinity included. */
  public double loose(int root) {
    return of(root, false);
  }

  /**
   * The value of a node.
   *
   * @throws Trouble.Undefined where an operation that counts has no result, or the result is not
   *     finite
   */
  public double strict(int root) {
    double result = of(root, true);
    if (!Double.isFinite(result)) {
      throw new Trouble.Undefined("E0305", result);
    }
    return result;
  }

  private double of(int root, boolean strict) {
    if (strict) {
      forget();
    }
    int depth = 0;
    stack[0] = root;
    while (depth >= 0) {
      int id = stack[depth];
      if (done(id)) {
        depth--;
        continue;
      }
      Node node = graph.node(id);
      int missing = missing(node);
      if (missing >= 0) {
        if (++depth == stack.length) {
          stack = Arrays.copyOf(stack, 2 * depth);
        }
        stack[depth] = missing;
        continue;
      }
      value[id] = compute(node, strict);
      stamp[id] = now;
      depth--;
    }
    return value[root];
  }

  private boolean done(int id) {
    return stamp[id] == now;
  }

  /** An operand that has to be evaluated first; of a choice only the test and the side chosen. */
  private int missing(Node node) {
    int operands = node.op().operands();
    if (operands == 3) {
      return !done(node.a()) ? node.a() : done(chosen(node)) ? -1 : chosen(node);
    }
    if (operands > 0 && !done(node.a())) {
      return node.a();
    }
    return operands > 1 && !done(node.b()) ? node.b() : -1;
  }

  private int chosen(Node node) {
    return value[node.a()] != 0 ? node.b() : node.c();
  }

  private double compute(Node node, boolean strict) {
    Op op = node.op();
    return switch (op.operands()) {
      case 0 -> op == Op.CONST ? node.value() : leaves.leaf(node);
      case 1 -> {
        double x = value[node.a()];
        if (strict && (op == Op.LOG && x <= 0 || op == Op.SQRT && x < 0)) {
          throw new Trouble.Undefined(op == Op.LOG ? "E0302" : "E0303", x);
        }
        yield checked(op == Op.LOOKUP ? graph.table(node.b()).at(x) : Arithmetic.of(op, x), strict);
      }
      case 2 -> {
        double x = value[node.a()];
        double y = value[node.b()];
        if (strict && op == Op.DIV && y == 0) {
          throw new Trouble.Undefined("E0301", x);
        }
        double result = Arithmetic.of(op, x, y);
        if (strict && op == Op.POW && !Double.isFinite(result)) {
          throw new Trouble.Undefined("E0304", x);
        }
        yield checked(result, strict);
      }
      default -> value[chosen(node)];
    };
  }

  /** Not a number is an error at once: a comparison would swallow it. */
  private static double checked(double result, boolean strict) {
    if (strict && Double.isNaN(result)) {
      throw new Trouble.Undefined("E0305", result);
    }
    return result;
  }
}
