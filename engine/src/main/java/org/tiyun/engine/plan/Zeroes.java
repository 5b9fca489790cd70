package org.tiyun.engine.plan;

/** Drops products with 0 from a coefficient, where nothing undefined can hide behind them. */
final class Zeroes {
  private Zeroes() {}

  static int drop(Graph graph, int root) {
    PerNode made = new PerNode();
    for (int id : Rewrite.needed(graph, root)) {
      Node node = graph.node(id);
      int operands = node.op().operands();
      int a = operands > 0 ? made.get(node.a()) : node.a();
      int b = operands > 1 ? made.get(node.b()) : node.b();
      int c = operands > 2 ? made.get(node.c()) : node.c();
      int result =
          switch (node.op()) {
            case MUL -> graph.times(a, b);
            case SUB -> graph.minus(a, b);
            case DIV -> graph.is(a, 0) ? a : graph.binary(Op.DIV, a, b);
            default -> operands == 0 ? id : graph.rebuild(node, a, b, c);
          };
      made.put(id, result);
    }
    return made.get(root);
  }
}
