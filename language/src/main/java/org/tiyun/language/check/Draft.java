package org.tiyun.language.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tiyun.language.model.Equation;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Name;
import org.tiyun.language.model.Variable;
import org.tiyun.words.Place;

/** The model while it is made: variables, inputs and equations as they come. */
final class Draft {
  /** Cells that a model may have in all. */
  static final int MOST_CELLS = 1_000_000;

  /** Parts of all unrolled expressions together. */
  static final int MOST_PARTS = 10_000_000;

  private int parts;

  /** Thrown where a model grows too large to go on; the finding is already reported. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLarge() {
      super(null, null, false, false);
    }
  }

  /** A variable without its start. */
  record Sketch(
      Name name, Variable.Role role, Optional<String> unit, Optional<String> doc, Place place) {}

  final Map<String, Symbol> symbols = new LinkedHashMap<>();
  final List<Sketch> variables = new ArrayList<>();
  final List<Input> inputs = new ArrayList<>();
  final Map<Integer, Equation> equations = new LinkedHashMap<>();
  final List<String> streams = new ArrayList<>();
  private final List<Expr.Var> now = new ArrayList<>();

  /** First period by label, for the checks that need to know. */
  private final Map<Integer, String> hidden = new HashMap<>();

  int variable(
      Name name, Variable.Role role, Optional<String> unit, Optional<String> doc, Place place) {
    int id = variables.size();
    variables.add(new Sketch(name, role, unit, doc, place));
    now.add(new Expr.Var(id, 0));
    return id;
  }

  /** A state that the language adds; its name tells where it comes from. */
  int hiddenState(String kind, Place place) {
    String name = kind + "#" + (hidden.size() + 1);
    int id =
        variable(Name.of(name), Variable.Role.HIDDEN, Optional.empty(), Optional.empty(), place);
    hidden.put(id, name);
    return id;
  }

  Expr.Var now(int variable) {
    return now.get(variable);
  }

  void equation(int variable, Expr right, Place place) {
    equations.put(variable, new Equation(variable, right, place));
  }

  int stream(String name) {
    int at = streams.indexOf(name);
    if (at < 0) {
      streams.add(name);
      return streams.size() - 1;
    }
    return at;
  }

  /** Counts parts of expressions; true where there are too many. */
  boolean grow(int by) {
    parts += by;
    return parts > MOST_PARTS;
  }
}
