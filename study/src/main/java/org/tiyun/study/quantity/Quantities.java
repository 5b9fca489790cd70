package org.tiyun.study.quantity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tiyun.engine.Engine;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Run;
import org.tiyun.engine.RunRequest;
import org.tiyun.language.model.Scenario;
import org.tiyun.study.circle.CircleBook;
import org.tiyun.study.circle.Year;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.Roles;
import org.tiyun.study.roles.RolesFile;
import org.tiyun.study.run.ScenarioChoice;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/**
 * The eighteen quantities of a run, over time and by firm.
 *
 * @param rows by quantity, then entity, then period
 * @param draws futures behind the ranges; 0 where there are none
 */
public record Quantities(OpenModel opened, String scenario, List<Row> rows, int draws, long seed) {
  private static final int MOST_DRAWS = 2000;

  /**
   * A quantity of a firm (or, empty, of the circle) in a period (or, empty, of the whole run).
   *
   * @param figure with what it is made of
   * @param range over the ensemble: shares 0.05, 0.5 and 0.95; empty without one
   */
  public record Row(
      Quantity quantity, String entity, String period, Figure figure, Optional<double[]> range) {}

  /**
   * @param at label of the only period wanted; empty: all
   * @param draws futures for the ranges, 0 for none; only what a run shows by itself has a range
   * @throws Failure E0104 for a period outside the run, E0650 for draws out of bounds, E0643 where
   *     the model does not say who is in its circle
   */
  public static Quantities of(
      OpenModel opened, ScenarioChoice choice, Optional<String> at, int draws, long seed) {
    if (draws < 0 || draws > MOST_DRAWS) {
      throw new Failure(Finding.error("E0650").with("draws", draws).with("most", MOST_DRAWS));
    }
    Roles roles = RolesFile.of(opened);
    roles.needed(Role.CIRCLE);
    CircleBook book = CircleBook.of(roles);
    Plan plan = Plan.of(opened.model());
    Scenario scenario = choice.on(opened).scenario();
    Run run = Engine.run(plan, RunRequest.of(scenario).seed(seed));
    int only = at.map(label -> period(opened, label, run.periods())).orElse(0);
    List<Row> rows = new ArrayList<>();
    Map<String, List<double[]>> drawn = new LinkedHashMap<>();
    for (int path = 0; path < draws; path++) {
      Run future = Engine.run(plan, RunRequest.of(scenario).seed(seed).path(path));
      for (Row row : shown(future, book, only)) {
        drawn
            .computeIfAbsent(key(row), k -> new ArrayList<>())
            .add(new double[] {row.figure().value()});
      }
    }
    for (Row row : shown(run, book, only)) {
      Optional<double[]> range =
          Optional.ofNullable(drawn.get(key(row))).map(Quantities::quantiles);
      rows.add(new Row(row.quantity(), row.entity(), row.period(), row.figure(), range));
    }
    rows.addAll(new WholeRun(opened, plan, roles, book, scenario, run, only, seed).rows());
    rows.sort(Comparator.comparingInt(r -> r.quantity().number()));
    return new Quantities(opened, scenario.id(), List.copyOf(rows), draws, seed);
  }

  private static String key(Row row) {
    return row.quantity() + "/" + row.entity() + "/" + row.period();
  }

  private static double[] quantiles(List<double[]> values) {
    double[] sorted = values.stream().mapToDouble(v -> v[0]).sorted().toArray();
    return Arrays.stream(new double[] {0.05, 0.5, 0.95})
        .map(p -> sorted[(int) Math.min(sorted.length - 1, Math.floor(p * sorted.length))])
        .toArray();
  }

  private static List<Row> shown(Run run, CircleBook book, int only) {
    Map<Quantity, List<Row>> byQuantity = new EnumMap<>(Quantity.class);
    for (int t = 1; t <= run.periods(); t++) {
      if (only == 0 || only == t) {
        String label = run.model().calendar().label(t);
        Year year = Year.of(book, run, t);
        for (Quantity quantity : Quantity.values()) {
          List<Row> mine = byQuantity.computeIfAbsent(quantity, q -> new ArrayList<>());
          quantity
              .explained(year)
              .forEach((entity, figure) ->
                  mine.add(new Row(quantity, entity, label, figure, Optional.empty())));
        }
      }
    }
    List<String> sectors = book.model().books().sectors();
    List<Row> rows = new ArrayList<>();
    byQuantity
        .values()
        .forEach(mine -> {
          // The circle and what is said of all of it come before the firms.
          mine.sort(
              Comparator.comparing((Row row) -> sectors.contains(row.entity()))
                  .thenComparing(Row::entity));
          rows.addAll(mine);
        });
    return rows;
  }

  private static int period(OpenModel opened, String label, int periods) {
    OptionalInt period = opened.model().calendar().period(label);
    if (period.isEmpty() || period.getAsInt() < 1 || period.getAsInt() > periods) {
      throw new Failure(
          Finding.error("E0104")
              .with("period", label)
              .with("first", opened.model().calendar().label(1)));
    }
    return period.getAsInt();
  }
}
