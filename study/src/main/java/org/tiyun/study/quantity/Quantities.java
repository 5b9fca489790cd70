package org.tiyun.study.quantity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
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
  /** Before the state that is raised, in the name of the row of its gain. */
  public static final String IMPULSE = "impulse ";

  private static final int MOST_DRAWS = 2000;

  /**
   * A quantity of a firm (or, empty, of the circle) in a period (or, empty, of the whole run).
   *
   * @param figure with what it is made of
   * @param range over the ensemble: shares 0.05, 0.5 and 0.95; empty without one
   */
  public record Row(
      Quantity quantity, String entity, String period, Figure figure, Optional<double[]> range) {

    Row with(Optional<double[]> other) {
      return new Row(quantity, entity, period, figure, other);
    }
  }

  /**
   * @param at label of the only period wanted; empty: all
   * @param draws futures for the ranges, 0 for none
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
    WholeRun whole = new WholeRun(opened, plan, roles, book, scenario, run, only, seed);
    rows.addAll(shown(run, book, only));
    rows.addAll(whole.rows());
    rows.sort(Comparator.comparingInt(r -> r.quantity().number()));
    if (draws > 0) {
      Ensemble ensemble = new Ensemble(plan, roles, run, draws, threads());
      RowRanges ranges = new RowRanges(ensemble, whole);
      rows.replaceAll(row -> row.with(ranges.of(row)));
    }
    return new Quantities(opened, scenario.id(), List.copyOf(rows), draws, seed);
  }

  private static int threads() {
    return Math.max(1, Runtime.getRuntime().availableProcessors());
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
