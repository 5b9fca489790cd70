package org.tiyun.study.acceptance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tiyun.engine.Plan;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.run.ModelRun;
import org.tiyun.study.run.ScenarioChoice;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/**
 * Holds a model against the tests that stand beside it in {@code acceptance.csv}. The tests are
 * data: a model without them has none, and another model brings its own.
 */
public final class Acceptance {
  private Acceptance() {}

  /**
   * Runs each scenario the tests name once and takes the figures from it.
   *
   * @throws Failure E0670 no tests; E0671 rows that cannot be read; E0672, E0673, E0674 a name the
   *     model or its ledger has not; E0675 a bound that is no number and no earlier figure
   */
  public static AcceptanceResult of(OpenModel opened, long seed) {
    List<AcceptanceRow> rows = AcceptanceFile.read(opened);
    Plan plan = Plan.of(opened.model());
    Map<String, ModelRun> runs = new HashMap<>();
    Map<String, List<AcceptanceResult.Figure>> figures = new LinkedHashMap<>();
    Map<String, AcceptanceResult.Kind> kinds = new HashMap<>();
    for (AcceptanceRow row : rows) {
      String key = row.scenario() + " " + String.join(" ", row.settings());
      ModelRun run = runs.computeIfAbsent(key, _ -> run(opened, plan, row, seed));
      List<AcceptanceResult.Figure> earlier =
          figures.computeIfAbsent(row.test(), _ -> new ArrayList<>());
      kinds.putIfAbsent(row.test(), row.kind());
      double value = new FigureReader(run, row).value();
      earlier.add(
          new AcceptanceResult.Figure(
              row.figure(),
              row.measure() == Measure.FIRST,
              value,
              bound(row.low(), row, earlier),
              bound(row.high(), row, earlier),
              row.basis()));
    }
    List<AcceptanceResult.Test> tests = new ArrayList<>();
    figures.forEach((id, list) ->
        tests.add(
            new AcceptanceResult.Test(
                id, java.util.Objects.requireNonNull(kinds.get(id)), List.copyOf(list))));
    return new AcceptanceResult(List.copyOf(tests));
  }

  private static ModelRun run(OpenModel opened, Plan plan, AcceptanceRow row, long seed) {
    Optional<String> scenario =
        row.scenario().isEmpty() ? Optional.empty() : Optional.of(row.scenario());
    return ModelRun.of(
        opened, plan, new ScenarioChoice(scenario, row.settings()), Optional.empty(), seed);
  }

  private static OptionalDouble bound(
      String cell, AcceptanceRow row, List<AcceptanceResult.Figure> earlier) {
    if (cell.isEmpty()) {
      return OptionalDouble.empty();
    }
    for (AcceptanceResult.Figure figure : earlier) {
      if (figure.name().equals(cell)) {
        return OptionalDouble.of(figure.value());
      }
    }
    try {
      double bound = Double.parseDouble(cell);
      if (Double.isFinite(bound)) {
        return OptionalDouble.of(bound);
      }
    } catch (NumberFormatException e) {
      // told below, with its place
    }
    throw new Failure(
        Finding.error("E0675", row.place()).with("bound", cell).with("test", row.test()));
  }
}
