package org.tiyun.study.twin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.tiyun.study.open.FlowKinds;
import org.tiyun.study.open.Home;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.quantity.Ensemble;
import org.tiyun.study.run.ModelRun;
import org.tiyun.study.twin.Correspondence.Row;
import org.tiyun.study.twin.TwinResult.Effect;
import org.tiyun.study.twin.TwinResult.Failing;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/**
 * Sets machines side by side: the same quantities on one clock, the same brake on each, and each
 * given what the other has (theory B3, B4). One engine runs all of them, so that a difference lies
 * in the models and not in the arithmetic.
 */
public final class Twin {
  private static final String CLOCK = "clock";

  /** Most futures of each model. */
  public static final int MOST_DRAWS = 5000;

  private final Correspondence correspondence;
  private final List<Machine> machines;

  private final Optional<RoleTable> roles;

  private Twin(Correspondence correspondence, List<Machine> machines, Optional<RoleTable> roles) {
    this.correspondence = correspondence;
    this.machines = machines;
    this.roles = roles;
  }

  /**
   * @param names two or three models, each with a column in {@code models/twin/twin.csv}
   * @param zeros periods chosen as zero of the clock, by model; for the others it is the peak
   *     growth of outside inflow
   * @param draws futures of each model behind the ranges; 0: no ranges
   * @param threads that work at the same time, 1 or more; no number depends on it
   * @throws Failure E0650 for draws out of bounds, E0685 to E0699 for a correspondence that does
   *     not fit, and whatever the models have wrong
   */
  public static TwinResult of(
      Home home, List<String> names, Map<String, String> zeros, long seed, int draws, int threads) {
    if (draws < 0 || draws > MOST_DRAWS) {
      throw new Failure(Finding.error("E0650").with("draws", draws).with("most", MOST_DRAWS));
    }
    Correspondence correspondence = Correspondence.read(home);
    ModelOpener opener = new ModelOpener(home);
    List<Machine> machines =
        names.stream().map(opener::open).map(opened -> new Machine(opened, seed)).toList();
    zeros.forEach((name, period) -> {
      if (machines.stream().noneMatch(machine -> machine.name().equals(name))) {
        throw new Failure(Finding.error("E0688").with("period", period).with("model", name));
      }
    });
    Optional<RoleTable> roles =
        RoleTable.find(home, machines.stream().map(Machine::opened).toList());
    return new Twin(correspondence, machines, roles).result(zeros, draws, threads);
  }

  /** The same without ranges. */
  public static TwinResult of(Home home, List<String> names, Map<String, String> zeros, long seed) {
    return of(home, names, zeros, seed, 0, 1);
  }

  private TwinResult result(Map<String, String> zeros, int draws, int threads) {
    setClock(zeros);
    int first = machines.stream().mapToInt(Machine::firstYear).max().orElse(0);
    int last = machines.stream().mapToInt(Machine::lastYear).min().orElse(0);
    List<Integer> years = IntStream.rangeClosed(first, last).boxed().toList();
    Eighteen eighteen = new Eighteen(correspondence.eighteen(), machines);
    List<Optional<Ensemble>> drawn =
        machines.stream()
            .map(m ->
                draws > 0 ? Optional.of(m.ensemble(draws, threads)) : Optional.<Ensemble>empty())
            .toList();
    List<Effects> effects =
        IntStream.range(0, machines.size())
            .mapToObj(m -> new Effects(correspondence.quantities(), machines.get(m), drawn.get(m)))
            .toList();
    return new TwinResult(
        machines.stream()
            .map(m ->
                new TwinResult.Side(
                    m.opened(),
                    m.name(),
                    m.zeroLabel(),
                    zeros.containsKey(m.name()),
                    FlowKinds.of(m.opened())))
            .toList(),
        clock().text("en", "zh"),
        years,
        correspondence.quantities().stream().map(row -> quantity(row, years)).toList(),
        eighteen.over(years, drawn),
        draws,
        brakes().stream().map(row -> response(row, eighteen, effects)).toList(),
        correspondence.crossings().stream()
            .flatMap(row -> crossing(row, effects).stream())
            .toList(),
        roles.map(RoleTable::roles).orElse(List.of()),
        roles.map(table -> new Moments(machines, table, brakes()).of(years)).orElse(List.of()));
  }

  private Row clock() {
    return correspondence.quantities().stream()
        .filter(row -> row.cell("id").equals(CLOCK))
        .findFirst()
        .orElseThrow(() -> Correspondence.lacking(CLOCK));
  }

  private void setClock(Map<String, String> zeros) {
    Row clock = clock();
    for (Machine machine : machines) {
      String inflow = clock.of(machine.name()).orElseThrow(() -> clock.missing(machine.name()));
      int variable = clock.variable(machine).orElseThrow();
      Optional.ofNullable(zeros.get(machine.name()))
          .ifPresentOrElse(machine::zeroAt, () -> machine.zeroAtPeakGrowth(variable, inflow));
    }
  }

  /** Brakes that one of the machines has. */
  private List<Row> brakes() {
    return correspondence.brakes().stream()
        .filter(row -> machines.stream().anyMatch(m -> row.of(m.name()).isPresent()))
        .toList();
  }

  private TwinResult.Quantity quantity(Row row, List<Integer> years) {
    boolean level = row.level();
    int zero = years.indexOf(0);
    List<double[]> values = new ArrayList<>();
    List<String> units = new ArrayList<>();
    for (Machine machine : machines) {
      OptionalInt variable = row.variable(machine);
      units.add(variable.isPresent() ? machine.unit(variable.getAsInt()) : "");
      double[] line = new double[years.size()];
      Arrays.fill(line, Double.NaN);
      if (variable.isPresent()) {
        double unit = level ? machine.at(variable.getAsInt(), 0) : 1;
        for (int i = 0; i < line.length; i++) {
          line[i] = machine.at(variable.getAsInt(), years.get(i)) / unit;
        }
      }
      values.add(line);
    }
    return new TwinResult.Quantity(
        row.cell("id"),
        row.text("en", "zh"),
        level,
        List.copyOf(units),
        values,
        values.stream().map(v -> new TwinResult.Ends(v[zero], v[v.length - 1])).toList(),
        row.reason(),
        row.text("fails_en", "fails_zh"));
  }

  private TwinResult.Response response(Row row, Eighteen eighteen, List<Effects> effects) {
    List<String> scenarios = new ArrayList<>();
    List<Optional<ModelRun>> runs = new ArrayList<>();
    List<Optional<Effects.Change>> changes = new ArrayList<>();
    for (int m = 0; m < machines.size(); m++) {
      Optional<ModelRun> run = machines.get(m).braked(row);
      scenarios.add(row.of(machines.get(m).name()).orElse(""));
      changes.add(run.map(effects.get(m)::of));
      runs.add(run);
    }
    Map<String, List<Effect>> byQuantity = new LinkedHashMap<>();
    for (Row quantity : correspondence.quantities()) {
      String id = quantity.cell("id");
      byQuantity.put(
          id,
          changes.stream()
              .map(change ->
                  change.map(c -> c.effects().getOrDefault(id, Effect.NONE)).orElse(Effect.NONE))
              .toList());
    }
    return new TwinResult.Response(
        row.cell("id"),
        row.text("en", "zh"),
        List.copyOf(scenarios),
        byQuantity,
        eighteen.changes(runs.stream().map(run -> run.map(ModelRun::run)).toList()),
        effects.stream().map(Effects::base).toList(),
        changes.stream()
            .map(c -> c.map(Effects.Change::failing).orElse(new Failing(0, 0, Optional.empty())))
            .toList());
  }

  /** A crossing of a model that is part of this twin; others are left out. */
  private Optional<TwinResult.Crossing> crossing(Row row, List<Effects> effects) {
    return IntStream.range(0, machines.size())
        .filter(m -> machines.get(m).name().equals(row.cell("model")))
        .mapToObj(m -> crossing(row, machines.get(m), effects.get(m)))
        .findFirst();
  }

  private static TwinResult.Crossing crossing(Row row, Machine machine, Effects effects) {
    String settings = row.cell("settings");
    ModelRun given;
    try {
      given = machine.settings(List.of(settings.split(";")));
    } catch (Failure e) {
      throw row.setting(e, machine.name());
    }
    Effects.Change change = effects.of(given);
    return new TwinResult.Crossing(
        row.cell("id"),
        machine.name(),
        settings,
        row.text("en", "zh"),
        change.effects(),
        effects.base(),
        change.failing());
  }
}
