package org.tiyun.engine.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Scenario;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/**
 * A schedule under a scenario: what each input and each start value is.
 *
 * @param graph the schedule's graph and the nodes below
 * @param input node of each input's value in a period
 * @param order inputs, each after those it needs
 * @param moving whether each input may differ between periods
 * @param various whether each input may differ between paths
 * @param initial node of each variable's value in period 0
 * @param drawing what differs between paths
 */
public record Setting(
    Schedule schedule,
    Graph graph,
    int[] input,
    int[] order,
    boolean[] moving,
    boolean[] various,
    int[] initial,
    Drawing drawing) {

  /**
   * @param drawing which inputs differ between paths
   * @throws Failure with E0311 where changes of inputs need one another
   */
  public static Setting of(Schedule schedule, Scenario scenario, Drawing drawing) {
    Graph graph = schedule.graph().copy();
    List<Input> inputs = schedule.model().inputs();
    int[] node = new int[inputs.size()];
    for (Input input : inputs) {
      node[input.id()] = base(graph, input, drawing);
    }
    for (Scenario.Change change : scenario.changes()) {
      node[change.input()] = change(graph, change, node[change.input()]);
    }
    int[] initial = schedule.initial().clone();
    for (Scenario.InitialValue value : scenario.initials()) {
      initial[value.variable()] = graph.constant(value.value());
    }
    Openings.balance(schedule.model(), graph, scenario, initial);
    int[] order = order(schedule, graph, node);
    boolean[] moving = marked(graph, node, Op.TIME);
    boolean[] various = marked(graph, node, Op.DRAWN);
    return new Setting(schedule, graph, node, order, moving, various, initial, drawing);
  }

  private static int base(Graph graph, Input input, Drawing drawing) {
    if (drawing.draws(input)) {
      return graph.leaf(Op.DRAWN, input.id(), 0);
    }
    int node = input.formula().map(graph::add).orElseGet(() -> graph.constant(input.value()));
    int time = graph.leaf(Op.TIME, 0, 0);
    for (Input.Step step : input.steps()) {
      int reached = graph.binary(Op.GE, time, graph.constant(step.period()));
      node = graph.select(reached, graph.constant(step.value()), node);
    }
    return node;
  }

  private static int change(Graph graph, Scenario.Change change, int base) {
    int value =
        Rewrite.replace(graph, graph.add(change.value()), Op.IN, Map.of(change.input(), base));
    int time = graph.leaf(Op.TIME, 0, 0);
    if (change.to() < Integer.MAX_VALUE) {
      value = graph.select(graph.binary(Op.LE, time, graph.constant(change.to())), value, base);
    }
    if (change.from() > 0) {
      value = graph.select(graph.binary(Op.GE, time, graph.constant(change.from())), value, base);
    }
    return value;
  }

  private static int[] order(Schedule schedule, Graph graph, int[] node) {
    int[][] needs = new int[node.length][];
    for (int i = 0; i < node.length; i++) {
      needs[i] = inputs(graph, node[i], 0);
    }
    List<Integer> order = new ArrayList<>();
    for (int[] component : Components.of(needs)) {
      int first = component[0];
      if (component.length > 1 || Arrays.stream(needs[first]).anyMatch(v -> v == first)) {
        Input input = schedule.model().inputs().get(first);
        throw new Failure(Finding.error("E0311", input.place()).with("name", input.name()));
      }
      order.add(first);
    }
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int[] inputs(Graph graph, int root, int most) {
    return Arrays.stream(Rewrite.needed(graph, root))
        .mapToObj(graph::node)
        .filter(n -> n.op() == Op.IN && n.b() <= most)
        .mapToInt(Node::a)
        .distinct()
        .toArray();
  }

  /** Inputs whose value needs a node of kind {@code op}, directly or through other inputs. */
  private static boolean[] marked(Graph graph, int[] node, Op op) {
    boolean[] marked = new boolean[node.length];
    int[][] needs = new int[node.length][];
    for (int i = 0; i < node.length; i++) {
      needs[i] = inputs(graph, node[i], Integer.MAX_VALUE);
      marked[i] = Rewrite.needs(graph, node[i], n -> graph.node(n).op() == op);
    }
    for (boolean more = true; more; ) {
      more = false;
      for (int i = 0; i < node.length; i++) {
        if (!marked[i] && Arrays.stream(needs[i]).anyMatch(j -> marked[j])) {
          marked[i] = true;
          more = true;
        }
      }
    }
    return marked;
  }

  /** Input {@code id} in the model as written: for messages. */
  public Input written(int id) {
    return schedule.model().inputs().get(id);
  }
}
