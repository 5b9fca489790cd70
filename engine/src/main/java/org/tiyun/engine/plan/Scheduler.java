package org.tiyun.engine.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Clearing;
import org.tiyun.language.model.Equation;
import org.tiyun.language.model.Variable;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/** Puts the equations of a model in an order in which they can be solved. */
public final class Scheduler {
  private final CheckedModel model;
  private final Graph graph = new Graph();
  private final int[] equation;

  /** Vertex of the clearing in the graph of dependencies: after all variables. */
  private final int clearing;

  private Scheduler(CheckedModel model) {
    this.model = model;
    this.clearing = model.variables().size();
    this.equation = new int[clearing];
    Arrays.fill(equation, -1);
  }

  /**
   * Linear in the size of the model but for its loops.
   *
   * @throws Failure with E0307 where a payment that is due depends on what is paid in the same
   *     period
   */
  public static Schedule of(CheckedModel model) {
    return new Scheduler(model).build();
  }

  private Schedule build() {
    for (Equation e : model.equations()) {
      equation[e.variable()] = graph.add(e.right());
    }
    int[] initial =
        model.variables().stream()
            .mapToInt(v ->
                v.initialFormula().map(graph::add).orElseGet(() -> graph.constant(v.initial())))
            .toArray();
    int[] when = model.events().stream().mapToInt(e -> graph.add(e.when())).toArray();
    int[] amount =
        model.events().stream()
            .mapToInt(e -> e.amount().map(graph::add).orElseGet(() -> graph.constant(0)))
            .toArray();
    List<Step> steps = new ArrayList<>();
    int[][] needs = needs();
    for (int[] component : Components.of(needs)) {
      int last = component[component.length - 1];
      boolean loop = component.length > 1 || Arrays.stream(needs[last]).anyMatch(v -> v == last);
      if (!loop && last == clearing) {
        model.clearing().ifPresent(c -> steps.add(new Step.Clear()));
      } else if (!loop) {
        if (equation[last] >= 0) {
          steps.add(new Step.Assign(last, equation[last]));
        }
      } else if (last == clearing) {
        throw new Failure(clearingInLoop(component));
      } else {
        int[] right = Arrays.stream(component).map(v -> equation[v]).toArray();
        steps.addAll(new Loop(graph, component, right).steps());
      }
    }
    return new Schedule(model, graph, List.copyOf(steps), equation, initial, when, amount);
  }

  private int[][] needs() {
    int[][] needs = new int[clearing + 1][];
    for (int v = 0; v < clearing; v++) {
      needs[v] = equation[v] < 0 ? new int[0] : current(equation[v]);
    }
    needs[clearing] = new int[0];
    if (model.clearing().isPresent()) {
      Clearing c = model.clearing().get();
      List<Integer> wanted = new ArrayList<>(c.resource());
      c.shortfall().forEach(v -> needs[v] = new int[] {clearing});
      for (Clearing.Obligation o : c.obligations()) {
        wanted.add(o.owed());
        needs[o.paid()] = new int[] {clearing};
      }
      needs[clearing] = wanted.stream().distinct().mapToInt(Integer::intValue).toArray();
    }
    return needs;
  }

  /** Variables of this period that a node needs. */
  private int[] current(int root) {
    return Arrays.stream(Rewrite.needed(graph, root))
        .mapToObj(graph::node)
        .filter(n -> n.op() == Op.VAR && n.b() == 0)
        .mapToInt(Node::a)
        .toArray();
  }

  private Finding clearingInLoop(int[] component) {
    List<Variable> members =
        Arrays.stream(component)
            .filter(v -> v != clearing)
            .mapToObj(model.variables()::get)
            .toList();
    Variable first =
        members.stream()
            .filter(v -> v.role() == Variable.Role.OWED || v.role() == Variable.Role.RESOURCE)
            .findFirst()
            .orElse(members.getFirst());
    String names =
        members.stream()
            .limit(8)
            .map(v -> v.name().toString())
            .reduce((a, b) -> a + ", " + b)
            .orElse("");
    return Finding.error("E0307", first.place())
        .with("variable", first.name())
        .with("count", members.size())
        .with("names", members.size() > 8 ? names + ", ..." : names);
  }
}
