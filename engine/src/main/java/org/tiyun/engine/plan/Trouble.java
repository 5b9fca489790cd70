package org.tiyun.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Equation;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Name;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;
import org.tiyun.words.Term;

/** What can go wrong while a model runs, as findings that name equation, entity and period. */
public final class Trouble {
  private final CheckedModel model;
  private final Place[] equation;

  public Trouble(CheckedModel model) {
    this.model = model;
    this.equation = model.variables().stream().map(v -> v.place()).toArray(Place[]::new);
    for (Equation e : model.equations()) {
      equation[e.variable()] = e.place();
    }
  }

  /** An operation without a result: the code says which. */
  public static final class Undefined extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final String code;
    final double operand;

    public Undefined(String code, double operand) {
      super(code, null, false, false);
      this.code = code;
      this.operand = operand;
    }
  }

  public Failure variable(int id, int period, Undefined why) {
    return failure(equation[id], model.variables().get(id).name(), period, why);
  }

  public Failure input(int id, int period, Undefined why) {
    Input input = model.inputs().get(id);
    return failure(input.place(), input.name(), period, why);
  }

  public Failure event(int id, int period, Undefined why) {
    return failure(model.events().get(id).place(), model.events().get(id).name(), period, why);
  }

  private Failure failure(Place place, Name name, int period, Undefined why) {
    return new Failure(
        at(Finding.error(why.code, place), name, period).with("operand", number(why.operand)));
  }

  /** A linear loop without a unique solution. */
  public Failure singular(int[] tears, int period) {
    return new Failure(
        at(
                Finding.error("E0309", equation[tears[0]]),
                model.variables().get(tears[0]).name(),
                period)
            .with("names", names(tears)));
  }

  /**
   * A loop that does not converge.
   *
   * @param size number of equations in the loop
   * @param residual of each tear's equation at the last evaluation
   */
  public Failure astray(int[] tears, int size, double[] residual, int count, int period) {
    int worst = 0;
    for (int i = 1; i < tears.length; i++) {
      if (!(Math.abs(residual[i]) <= Math.abs(residual[worst]))) {
        worst = i;
      }
    }
    Finding finding =
        at(
                Finding.error("E0308", equation[tears[worst]]),
                model.variables().get(tears[worst]).name(),
                period)
            .with("size", size)
            .with("count", count)
            .with("residual", number(residual[worst]));
    for (int i = 0; i < tears.length && i < 5; i++) {
      finding =
          finding.because(
              "engine.because.residual",
              Optional.of(equation[tears[i]]),
              Map.of(
                  "name", model.variables().get(tears[i]).name(), "residual", number(residual[i])));
    }
    return new Failure(finding);
  }

  /** A due flow below zero. */
  public Failure negativeDue(int variable, double value, int period) {
    return new Failure(
        at(
                Finding.error("E0310", equation[variable]),
                model.variables().get(variable).name(),
                period)
            .with("value", number(value)));
  }

  private Finding at(Finding finding, Name name, int period) {
    Object entity = name.elements().isEmpty() ? new Term("engine.whole") : name.entity();
    return finding
        .with("name", name)
        .with("entity", entity)
        .with("period", model.calendar().label(period));
  }

  private String names(int[] variables) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < variables.length && i < 8; i++) {
      names.add(model.variables().get(variables[i]).name().toString());
    }
    return String.join(", ", names) + (variables.length > 8 ? ", ..." : "");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
