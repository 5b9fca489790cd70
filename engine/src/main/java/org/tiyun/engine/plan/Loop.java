package org.tiyun.engine.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns a loop of equations into steps. The loop is torn, and all that is not torn is substituted:
 * a linear loop with one tear becomes a formula, with more a small linear system, any other loop a
 * Newton iteration over the tears alone.
 */
final class Loop {
  /** Up to this size single tears are looked for. */
  private static final int TRY_ALONE = 64;

  /** Of more tears than this some, evenly spread, are tried: trying one works through the loop. */
  private static final int MOST_TRIED = 10;

  private final Graph graph;
  private final int[] members;
  private final int[] right;
  private final Map<Integer, Integer> position = new HashMap<>();
  private final Tearing tearing;

  /**
   * @param members variables of the loop
   * @param right node of the equation of each member
   */
  Loop(Graph graph, int[] members, int[] right) {
    this.graph = graph;
    this.members = members;
    this.right = right;
    for (int i = 0; i < members.length; i++) {
      position.put(members[i], i);
    }
    int[][] needs = new int[members.length][];
    for (int i = 0; i < members.length; i++) {
      needs[i] =
          Arrays.stream(Rewrite.needed(graph, right[i]))
              .mapToObj(graph::node)
              .filter(n -> n.op() == Op.VAR && n.b() == 0 && position.containsKey(n.a()))
              .mapToInt(n -> position.get(n.a()))
              .toArray();
    }
    this.tearing = new Tearing(needs);
  }

  List<Step> steps() {
    boolean linear =
        Arrays.stream(right).allMatch(r -> Rewrite.degree(graph, r, position::containsKey) < 2);
    List<Integer> alone = members.length <= TRY_ALONE ? tearing.alone() : List.of();
    if (linear && !alone.isEmpty()) {
      return formula(alone);
    }
    boolean[] torn = alone.isEmpty() ? tearing.greedy() : only(alone.getFirst());
    return linear ? system(torn) : newton(torn);
  }

  /** One tear x = p x + q: x = q / (1 - p), with the tear that needs the fewest new nodes. */
  private List<Step> formula(List<Integer> candidates) {
    Set<Integer> known = new HashSet<>();
    for (int node : Rewrite.needed(graph, right)) {
      known.add(node);
    }
    int best = -1;
    int bestNode = -1;
    long least = Long.MAX_VALUE;
    int stride = (candidates.size() + MOST_TRIED - 1) / MOST_TRIED;
    for (int i = 0; i < candidates.size(); i += stride) {
      int tear = candidates.get(i);
      boolean[] torn = only(tear);
      int q = constants(torn)[tear];
      int p = slopes(torn, tear)[tear];
      int rest = graph.minus(graph.constant(1), p);
      // Fixed for a run: one division then, and a product in each period.
      boolean fixed = !Rewrite.needs(graph, rest, this::moves);
      int x =
          fixed
              ? graph.times(q, graph.binary(Op.DIV, graph.constant(1), rest))
              : graph.binary(Op.DIV, q, rest);
      long cost = cost(x, known);
      if (cost < least) {
        least = cost;
        best = tear;
        bestNode = x;
      }
    }
    List<Step> steps = new ArrayList<>();
    steps.add(new Step.Assign(members[best], bestNode));
    steps.addAll(body(only(best)));
    return steps;
  }

  /** Nodes below {@code x} that are new and that a period has to compute: in one pass. */
  private long cost(int x, Set<Integer> known) {
    Set<Integer> moving = new HashSet<>();
    long cost = 0;
    for (int id : Rewrite.needed(graph, x)) {
      Node node = graph.node(id);
      boolean moves = moves(id);
      for (int i = 0; i < node.op().operands(); i++) {
        moves |= moving.contains(node.operand(i));
      }
      if (moves) {
        moving.add(id);
        cost += known.contains(id) ? 0 : 1;
      }
    }
    return cost;
  }

  private boolean moves(int node) {
    return switch (graph.node(node).op()) {
      case VAR, TIME, UNIFORM, GAUSS -> true;
      default -> false;
    };
  }

  private List<Step> system(boolean[] torn) {
    int[] tears = chosen(torn);
    int[] q = constants(torn);
    int[][] matrix = new int[tears.length][tears.length];
    int[] rhs = new int[tears.length];
    for (int j = 0; j < tears.length; j++) {
      int[] slope = slopes(torn, tears[j]);
      for (int i = 0; i < tears.length; i++) {
        int one = graph.constant(i == j ? 1 : 0);
        matrix[i][j] = graph.minus(one, slope[tears[i]]);
      }
      rhs[j] = q[tears[j]];
    }
    List<Step> steps = new ArrayList<>();
    steps.add(new Step.Solve(variables(tears), matrix, rhs));
    steps.addAll(body(torn));
    return steps;
  }

  private List<Step> newton(boolean[] torn) {
    int[] tears = chosen(torn);
    int[][] slope = new int[tears.length][tears.length];
    int[] g = new int[tears.length];
    for (int j = 0; j < tears.length; j++) {
      int[] by = slopes(torn, tears[j]);
      g[j] = right[tears[j]];
      for (int i = 0; i < tears.length; i++) {
        slope[i][j] = by[tears[i]];
      }
    }
    return List.of(
        new Step.Newton(variables(tears), body(torn).toArray(Step.Assign[]::new), g, slope));
  }

  /** Each member's value when the tears are 0. */
  private int[] constants(boolean[] torn) {
    Map<Integer, Integer> value = new HashMap<>();
    int[] result = new int[members.length];
    Zeroes zeroes = new Zeroes(graph);
    for (int tear : chosen(torn)) {
      value.put(members[tear], graph.constant(0));
    }
    for (int v : order(torn)) {
      result[v] = zeroes.drop(Rewrite.substitute(graph, right[v], value));
      if (!torn[v]) {
        value.put(members[v], result[v]);
      }
    }
    return result;
  }

  /** Each member's derivative by a tear, through everything that is not torn. */
  private int[] slopes(boolean[] torn, int tear) {
    Map<Integer, Integer> seed = new HashMap<>();
    int[] result = new int[members.length];
    seed.put(members[tear], graph.constant(1));
    for (int v : order(torn)) {
      result[v] = Rewrite.derivative(graph, right[v], seed);
      if (!torn[v]) {
        seed.put(members[v], result[v]);
      }
    }
    return result;
  }

  /** Members that are not torn, each after what it needs, then the torn ones. */
  private int[] order(boolean[] torn) {
    int[] order = Arrays.copyOf(tearing.order(torn), members.length);
    int[] tears = chosen(torn);
    System.arraycopy(tears, 0, order, members.length - tears.length, tears.length);
    return order;
  }

  private List<Step.Assign> body(boolean[] torn) {
    List<Step.Assign> body = new ArrayList<>();
    for (int v : tearing.order(torn)) {
      body.add(new Step.Assign(members[v], right[v]));
    }
    return body;
  }

  private boolean[] only(int tear) {
    boolean[] torn = new boolean[members.length];
    torn[tear] = true;
    return torn;
  }

  private int[] variables(int[] positions) {
    return Arrays.stream(positions).map(i -> members[i]).toArray();
  }

  private static int[] chosen(boolean[] torn) {
    List<Integer> chosen = new ArrayList<>();
    for (int i = 0; i < torn.length; i++) {
      if (torn[i]) {
        chosen.add(i);
      }
    }
    return chosen.stream().mapToInt(Integer::intValue).toArray();
  }
}
