package org.tiyun.engine.plan;

/** The derivative of one node from those of its operands. */
final class Derivative {
  private Derivative() {}

  static int of(Graph g, int id, Node node, int da, int db, int dc) {
    int a = node.a();
    int b = node.b();
    return switch (node.op()) {
      case NEG -> g.unary(Op.NEG, da);
      case ABS -> g.select(g.binary(Op.LT, a, g.constant(0)), g.unary(Op.NEG, da), da);
      case EXP -> g.times(id, da);
      case LOG -> g.binary(Op.DIV, da, a);
      case SQRT -> g.binary(Op.DIV, g.times(g.constant(0.5), da), id);
      case LOGISTIC -> g.times(g.times(id, g.minus(g.constant(1), id)), da);
      case ADD -> g.binary(Op.ADD, da, db);
      case SUB -> g.minus(da, db);
      case MUL -> g.binary(Op.ADD, g.times(da, b), g.times(a, db));
      case DIV -> quotient(g, id, da, b, db);
      case POW -> power(g, id, a, b, da, db);
      case MIN -> g.select(g.binary(Op.LE, a, b), da, db);
      case MAX -> g.select(g.binary(Op.GE, a, b), da, db);
      case SELECT -> g.select(a, db, dc);
      case LOOKUP -> g.times(slope(g, a, g.table(b)), da);
      default -> g.constant(0);
    };
  }

  /** (da - q db) / b, where q is the quotient itself. */
  private static int quotient(Graph g, int q, int da, int b, int db) {
    int top = g.minus(da, g.times(q, db));
    return g.is(top, 0) ? top : g.binary(Op.DIV, top, b);
  }

  private static int power(Graph g, int id, int a, int b, int da, int db) {
    int less = g.binary(Op.SUB, b, g.constant(1));
    int byBase = g.is(da, 0) ? da : g.times(g.times(b, g.binary(Op.POW, a, less)), da);
    int byExponent = g.is(db, 0) ? db : g.times(g.times(id, g.unary(Op.LOG, a)), db);
    return g.binary(Op.ADD, byBase, byExponent);
  }

  private static int slope(Graph g, int x, Table table) {
    int last = table.xs().length - 1;
    int slope = g.constant(0);
    for (int i = last - 1; i >= 0; i--) {
      int inside = g.binary(Op.LT, x, g.constant(table.xs()[i + 1]));
      slope = g.select(inside, g.constant(table.slope(i)), slope);
    }
    return g.select(g.binary(Op.LT, x, g.constant(table.xs()[0])), g.constant(0), slope);
  }
}
