package org.tiyun.engine.plan;

/**
 * Drops products with 0 from coefficients, where nothing undefined can hide behind them. Remembers
 * what it has dropped them from, so that a chain of coefficients is worked through once.
 */
final class Zeroes {
  private final Graph graph;
  private final PerNode made = new PerNode();

  Zeroes(Graph graph) {
    this.graph = graph;
  }

  int drop(int root) {
    for (int id : Rewrite.needed(graph, made::has, root)) {
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
    int dropped = made.get(root);
    made.put(dropped, dropped);
    return dropped;
  }
}
