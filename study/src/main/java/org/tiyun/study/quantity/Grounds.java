package org.tiyun.study.quantity;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Leaves;
import org.tiyun.language.model.Name;
import org.tiyun.language.model.Origin;
import org.tiyun.language.model.Variable;

/**
 * What the figures of an explanation rest on: the numbers of a model about the same firm or pair of
 * firms from which a flow or a stock starts, each with its rows of the ledger, its source or its
 * assumption. From an equation to what stands in it, and on, as long as it is about them; what all
 * firms share (elasticities, say) is left to the list of the model's sources.
 */
public final class Grounds {
  private static final int MOST_SHARED = 2;

  private final CheckedModel model;
  private final Map<String, Set<Integer>> variables = new HashMap<>();
  private final Map<String, Input> inputs = new HashMap<>();
  private final Map<Integer, Expr> rights = new HashMap<>();
  private final Map<String, List<Input>> known = new HashMap<>();

  public Grounds(CheckedModel model) {
    this.model = model;
    for (Variable v : model.variables()) {
      variables.computeIfAbsent(v.name().toString(), n -> new LinkedHashSet<>()).add(v.id());
    }
    // What falls due is named as the flow that pays it.
    model.books().flows().stream()
        .filter(f -> f.due().isPresent())
        .forEach(f ->
            variables
                .computeIfAbsent(f.name().toString(), n -> new LinkedHashSet<>())
                .add(f.due().orElseThrow().owed()));
    model.inputs().forEach(i -> inputs.put(i.name().toString(), i));
    model.equations().forEach(e -> rights.put(e.variable(), e.right()));
  }

  /** The numbers under a figure that is a variable, flow or input, the nearest first. */
  public List<Input> under(Figure figure) {
    return figure
        .named(money())
        .map(name -> known.computeIfAbsent(name, this::of))
        .orElse(List.of());
  }

  /** The numbers under all figures of the rows, in the order of the model's text. */
  public List<Input> under(List<Quantities.Row> rows) {
    Map<Integer, Input> all = new TreeMap<>();
    Deque<Figure> open = new ArrayDeque<>(rows.stream().map(Quantities.Row::figure).toList());
    while (!open.isEmpty()) {
      Figure figure = open.pop();
      under(figure).forEach(i -> all.put(i.id(), i));
      figure.of().forEach(open::push);
    }
    return List.copyOf(all.values());
  }

  /** What the model calls that in which it pays. */
  private String money() {
    return model.books().settlement().isPresent()
        ? model.books().claims().get(model.books().settlement().getAsInt()).name().base()
        : "";
  }

  /**
   * The numbers under a variable, flow or input of that name, the nearest first; those that are
   * computed from others give way to these.
   */
  List<Input> of(String name) {
    Set<Integer> found = new LinkedHashSet<>();
    Deque<Expr> open = new ArrayDeque<>();
    Set<String> about = new HashSet<>();
    if (inputs.containsKey(name)) {
      Input input = inputs.get(name);
      about.addAll(input.name().elements());
      open.add(new Expr.In(input.id(), 0));
    }
    for (int id : variables.getOrDefault(name, Set.of())) {
      about.addAll(model.variables().get(id).name().elements());
      open.add(new Expr.Var(id, 0));
    }
    if (about.isEmpty()) {
      about.addAll(shared(open));
    }
    Set<Expr> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      switch (open.remove()) {
        case Expr.Var v -> {
          Variable variable = model.variables().get(v.id());
          if (rights.containsKey(v.id())) {
            next(rights.get(v.id()), about, seen, open);
          }
          variable.initialFormula().ifPresent(e -> next(e, about, seen, open));
        }
        case Expr.In in -> {
          Input input = model.inputs().get(in.id());
          boolean counts =
              input.kind() != Input.Kind.SWITCH
                  && switch (input.origin()) {
                    case Origin.Rows rows -> !rows.rows().isEmpty();
                    case Origin.Stated _, Origin.Assumed _ -> true;
                    case Origin.Computed _, Origin.Unsourced _ -> false;
                  };
          if (counts) {
            found.add(in.id());
          } else {
            input.formula().ifPresent(e -> next(e, about, seen, open));
          }
        }
        default -> {}
      }
    }
    return found.stream().map(model.inputs()::get).toList();
  }

  /** Firms named by what a variable without an index is made of, where they are few. */
  private Set<String> shared(Deque<Expr> start) {
    Set<String> named = new HashSet<>();
    for (Expr expr : start) {
      if (expr instanceof Expr.Var v && rights.containsKey(v.id())) {
        Leaves.each(
            rights.get(v.id()), leaf -> name(leaf).ifPresent(n -> named.addAll(n.elements())));
      }
    }
    return named.size() <= MOST_SHARED ? named : Set.of();
  }

  private void next(Expr right, Set<String> about, Set<Expr> seen, Deque<Expr> open) {
    Leaves.each(
        right,
        leaf -> {
          Expr now =
              switch (leaf) {
                case Expr.Var v -> new Expr.Var(v.id(), 0);
                case Expr.In in -> new Expr.In(in.id(), 0);
                default -> leaf;
              };
          boolean same =
              about.isEmpty()
                  ? now instanceof Expr.In
                  : name(now)
                      .filter(n -> !n.elements().isEmpty() && about.containsAll(firms(n)))
                      .isPresent();
          if (same && seen.add(now)) {
            open.add(now);
          }
        });
  }

  /** Elements that are no numbers: a cohort's age names nobody. */
  private static List<String> firms(Name name) {
    return name.elements().stream().filter(e -> !e.matches("\\d+")).toList();
  }

  private Optional<Name> name(Expr leaf) {
    return switch (leaf) {
      case Expr.Var v -> Optional.of(model.variables().get(v.id()).name());
      case Expr.In in -> Optional.of(model.inputs().get(in.id()).name());
      default -> Optional.empty();
    };
  }
}
