package org.tiyun.engine.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.tiyun.language.model.Expr;

/**
 * Expressions with what they share: equal expressions are one node. A node's operands come before
 * it, so every pass over the graph is a loop and never a recursion, however deep a formula is.
 */
public final class Graph {
  private final List<Node> nodes;
  private final Interned index;
  private final List<Table> tables;

  public Graph() {
    this.nodes = new ArrayList<>();
    this.index = new Interned();
    this.tables = new ArrayList<>();
  }

  private Graph(Graph other) {
    this.nodes = new ArrayList<>(other.nodes);
    this.index = new Interned(other.index);
    this.tables = new ArrayList<>(other.tables);
  }

  /** A graph with the same nodes under the same numbers, to which more can be added. */
  public Graph copy() {
    return new Graph(this);
  }

  public int size() {
    return nodes.size();
  }

  public Node node(int id) {
    return nodes.get(id);
  }

  /** Number of tables. */
  public int tables() {
    return tables.size();
  }

  public Table table(int id) {
    return tables.get(id);
  }

  public int constant(double value) {
    return intern(new Node(Op.CONST, 0, 0, 0, value));
  }

  /** A node without operands. */
  public int leaf(Op op, int what, int lag) {
    return intern(new Node(op, what, lag, 0, 0));
  }

  public boolean is(int id, double value) {
    Node node = nodes.get(id);
    return node.op() == Op.CONST && node.value() == value;
  }

  /** {@code op(a)}; a constant where {@code a} is one and the result is finite. */
  public int unary(Op op, int a) {
    Node x = nodes.get(a);
    if (x.op() == Op.CONST) {
      double value = Arithmetic.of(op, x.value());
      if (Double.isFinite(value)) {
        return constant(value);
      }
    }
    return intern(new Node(op, a, 0, 0, 0));
  }

  /** {@code a op b}, without what changes no value: constants together, plus 0, times 1. */
  public int binary(Op op, int a, int b) {
    Node x = nodes.get(a);
    Node y = nodes.get(b);
    if (x.op() == Op.CONST && y.op() == Op.CONST) {
      double value = Arithmetic.of(op, x.value(), y.value());
      if (Double.isFinite(value)) {
        return constant(value);
      }
    }
    return switch (op) {
      case ADD -> is(a, 0) ? b : is(b, 0) ? a : intern(new Node(op, a, b, 0, 0));
      case SUB -> is(b, 0) ? a : intern(new Node(op, a, b, 0, 0));
      case MUL -> is(a, 1) ? b : is(b, 1) ? a : intern(new Node(op, a, b, 0, 0));
      case DIV -> is(b, 1) ? a : intern(new Node(op, a, b, 0, 0));
      case POW ->
          is(b, 1)
              ? a
              : is(b, 2) ? intern(new Node(Op.MUL, a, a, 0, 0)) : intern(new Node(op, a, b, 0, 0));
      default -> intern(new Node(op, a, b, 0, 0));
    };
  }

  /** {@code a * b} where a zero factor makes zero: for derivatives and coefficients only. */
  public int times(int a, int b) {
    return is(a, 0) ? a : is(b, 0) ? b : binary(Op.MUL, a, b);
  }

  /** {@code a - b} with a zero {@code a} as a change of sign. */
  public int minus(int a, int b) {
    return is(b, 0) ? a : is(a, 0) ? unary(Op.NEG, b) : binary(Op.SUB, a, b);
  }

  /** {@code a} where {@code test} is not 0, else {@code b}. */
  public int select(int test, int a, int b) {
    if (a == b) {
      return a;
    }
    Node node = nodes.get(test);
    if (node.op() == Op.CONST && !Double.isNaN(node.value())) {
      return node.value() != 0 ? a : b;
    }
    return intern(new Node(Op.SELECT, test, a, b, 0));
  }

  public int lookup(int x, Table table) {
    tables.add(table);
    return intern(new Node(Op.LOOKUP, x, tables.size() - 1, 0, 0));
  }

  /** A node like {@code like} with other operands. */
  int rebuild(Node like, int a, int b, int c) {
    return switch (like.op().operands()) {
      case 1 ->
          like.op() == Op.LOOKUP
              ? intern(new Node(Op.LOOKUP, a, like.b(), 0, 0))
              : unary(like.op(), a);
      case 2 -> binary(like.op(), a, b);
      default -> select(a, b, c);
    };
  }

  /**
   * Adds an expression. {@code and}, {@code or} become selects: the second side need not be
   * defined.
   */
  public int add(Expr root) {
    Deque<Object> todo = new ArrayDeque<>();
    Deque<Integer> done = new ArrayDeque<>();
    todo.push(root);
    while (!todo.isEmpty()) {
      Object next = todo.pop();
      if (next instanceof Ready(Expr e)) {
        done.push(combine(e, done));
        continue;
      }
      switch ((Expr) next) {
        case Expr.Const(double value) -> done.push(constant(value));
        case Expr.Var(int id, int lag) -> done.push(leaf(Op.VAR, id, lag));
        case Expr.In(int id, int lag) -> done.push(leaf(Op.IN, id, lag));
        case Expr.Time() -> done.push(leaf(Op.TIME, 0, 0));
        case Expr.Draw(int stream, boolean normal) ->
            done.push(leaf(normal ? Op.GAUSS : Op.UNIFORM, stream, 0));
        case Expr.Unary e -> push(todo, e, e.a());
        case Expr.Binary e -> push(todo, e, e.a(), e.b());
        case Expr.If e -> push(todo, e, e.test(), e.a(), e.b());
        case Expr.Lookup e -> push(todo, e, e.x());
      }
    }
    return done.pop();
  }

  /** An expression whose operands have been added. */
  private record Ready(Expr expr) {}

  private static void push(Deque<Object> todo, Expr whole, Expr... parts) {
    todo.push(new Ready(whole));
    for (int i = parts.length - 1; i >= 0; i--) {
      todo.push(parts[i]);
    }
  }

  private int combine(Expr e, Deque<Integer> done) {
    return switch (e) {
      case Expr.Unary u -> unary(Op.valueOf(u.op().name()), done.pop());
      case Expr.Binary binary -> {
        int b = done.pop();
        int a = done.pop();
        yield switch (binary.op()) {
          case AND -> select(a, binary(Op.NE, b, constant(0)), constant(0));
          case OR -> select(a, constant(1), binary(Op.NE, b, constant(0)));
          default -> binary(Op.valueOf(binary.op().name()), a, b);
        };
      }
      case Expr.If choice -> {
        int b = done.pop();
        int a = done.pop();
        yield select(done.pop(), a, b);
      }
      case Expr.Lookup l -> lookup(done.pop(), new Table(array(l.xs()), array(l.ys())));
      default -> throw new IllegalStateException(e.toString());
    };
  }

  private static double[] array(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private int intern(Node node) {
    int at = index.at(node, nodes);
    if (at == nodes.size()) {
      nodes.add(node);
    }
    return at;
  }
}
