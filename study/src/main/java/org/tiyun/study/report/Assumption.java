package org.tiyun.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Origin;

/**
 * A number of a model that no row of the ledger stands behind.
 *
 * @param name as it is set in a scenario
 * @param source what the model's author says of it; empty where he says nothing
 */
public record Assumption(
    String name,
    double value,
    Optional<Double> low,
    Optional<Double> high,
    Optional<String> unit,
    Optional<String> source) {

  /** All of a model, in its order; switches are choices and not assumptions. */
  public static List<Assumption> of(CheckedModel model) {
    List<Assumption> all = new ArrayList<>();
    for (Input input : model.inputs()) {
      if (input.kind() == Input.Kind.SWITCH) {
        continue;
      }
      switch (input.origin()) {
        case Origin.Stated stated -> all.add(of(input, Optional.of(stated.source())));
        case Origin.Assumed assumed -> all.add(of(input, assumed.source()));
        case Origin.Unsourced unsourced -> all.add(of(input, Optional.empty()));
        case Origin.Rows rows -> {}
        case Origin.Computed computed -> {}
      }
    }
    return List.copyOf(all);
  }

  private static Assumption of(Input input, Optional<String> source) {
    return new Assumption(
        input.name().toString(), input.value(), input.low(), input.high(), input.unit(), source);
  }
}
