package org.tiyun.language.check;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.tiyun.language.model.Distribution;
import org.tiyun.language.syntax.Ex;

/** What is written behind {@code ~}: from which distribution an uncertain number is drawn. */
final class Distributions {
  private final Report report;

  Distributions(Report report) {
    this.report = report;
  }

  /**
   * @param constant the number that an argument comes to
   */
  Optional<Distribution> of(Ex.Call d, ToDoubleFunction<Ex> constant) {
    List<Double> a = d.args().stream().map(constant::applyAsDouble).toList();
    int wanted = d.function().equals("triangular") ? 3 : 2;
    if (!List.of("uniform", "triangular", "normal", "lognormal").contains(d.function())) {
      report.error("E0276", d.span());
      return Optional.empty();
    }
    if (a.size() != wanted) {
      report.error("E0221", d.span(), "name", d.function(), "wanted", wanted, "found", a.size());
      return Optional.empty();
    }
    boolean sound =
        switch (d.function()) {
          case "uniform" -> a.get(0) < a.get(1);
          case "triangular" -> a.get(0) <= a.get(1) && a.get(1) <= a.get(2) && a.get(0) < a.get(2);
          default -> a.get(1) > 0;
        };
    if (!sound) {
      report.error("E0277", d.span());
      return Optional.empty();
    }
    return Optional.of(
        switch (d.function()) {
          case "uniform" -> new Distribution.Uniform(a.get(0), a.get(1));
          case "triangular" -> new Distribution.Triangular(a.get(0), a.get(1), a.get(2));
          case "normal" -> new Distribution.Normal(a.get(0), a.get(1));
          default -> new Distribution.LogNormal(a.get(0), a.get(1));
        });
  }
}
