package org.tiyun.study.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Variable;
import org.tiyun.study.open.OpenModel;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/** Which variables of a run are wanted. */
public final class Outputs {
  /** A model that names no main variables shows its first ones. */
  private static final int FIRST = 12;

  private Outputs() {}

  /**
   * Positions of the variables named: {@code capex} means all its elements, {@code capex[google]}
   * one. Without names: every variable of the model but the hidden ones.
   *
   * @throws Failure E0105 for a name that the model has not
   */
  public static List<Integer> named(OpenModel opened, List<String> names) {
    CheckedModel model = opened.model();
    if (names.isEmpty()) {
      return model.variables().stream()
          .filter(v -> v.role() != Variable.Role.HIDDEN)
          .map(Variable::id)
          .toList();
    }
    List<Integer> chosen = new ArrayList<>();
    List<Finding> faults = new ArrayList<>();
    for (String name : names) {
      List<Integer> matching = matching(model, name.replace(" ", ""));
      if (matching.isEmpty()) {
        faults.add(Finding.error("E0105").with("variable", name).with("model", model.id()));
      }
      chosen.addAll(matching);
    }
    if (!faults.isEmpty()) {
      throw new Failure(faults);
    }
    return List.copyOf(chosen);
  }

  private static List<Integer> matching(CheckedModel model, String name) {
    return model.variables().stream()
        .filter(
            v -> v.name().base().equals(name) || v.name().toString().replace(" ", "").equals(name))
        .map(Variable::id)
        .toList();
  }

  /** The variables that the model's terms name ({@code variable.NAME}) and that have no index. */
  public static List<Integer> main(OpenModel opened) {
    Set<Integer> chosen = new LinkedHashSet<>();
    for (String key : opened.terms().byKey().keySet()) {
      if (key.startsWith("variable.")) {
        opened.model().variables().stream()
            .filter(v -> v.name().elements().isEmpty())
            .filter(v -> v.name().base().equals(key.substring("variable.".length())))
            .forEach(v -> chosen.add(v.id()));
      }
    }
    if (chosen.isEmpty()) {
      opened.model().variables().stream()
          .filter(v -> v.role() != Variable.Role.HIDDEN)
          .limit(FIRST)
          .forEach(v -> chosen.add(v.id()));
    }
    return List.copyOf(chosen);
  }
}
