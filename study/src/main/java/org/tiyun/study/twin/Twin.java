package org.tiyun.study.twin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.tiyun.engine.Run;
import org.tiyun.study.open.Bilingual;
import org.tiyun.study.open.Home;
import org.tiyun.study.open.ModelOpener;
import org.tiyun.study.run.ModelRun;
import org.tiyun.study.twin.Correspondence.Row;
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

  private Twin(Correspondence correspondence, List<Machine> machines) {
    this.correspondence = correspondence;
    this.machines = machines;
  }

  /**
   * @param names two or three models, each with a column in {@code models/twin/twin.csv}
   * @param zeros periods chosen as zero of the clock, by model; for the others it is the peak
   *     growth of outside inflow
   * @param draws futures of each model behind the ranges; 0: no ranges
   * @param threads that work at the same time, 1 or more; no number depends on it
   * @throws Failure E0650 for draws out of bounds, E0685 to E0689 for a correspondence that does
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
    return new Twin(correspondence, machines).result(zeros, draws, threads);
  }

  /** The same without ranges. */
  public static TwinResult of(Home home, List<String> names, Map<String, String> zeros, long seed) {
    return of(home, names, zeros, seed, 0, 1);
  }

  private TwinResult result(Map<String, String> zeros, int draws, int threads) {
    Row clock =
        correspondence.quantities().stream()
            .filter(row -> row.cell("id").equals(CLOCK))
            .findFirst()
            .orElseThrow(() -> correspondence.quantities().get(0).missing(CLOCK));
    for (Machine machine : machines) {
      String inflow = clock.of(machine.name()).orElseThrow(() -> clock.missing(machine.name()));
      int variable = variable(clock, machine).orElseThrow();
      Optional.ofNullable(zeros.get(machine.name()))
          .ifPresentOrElse(machine::zeroAt, () -> machine.zeroAtPeakGrowth(variable, inflow));
    }
    int first = machines.stream().mapToInt(Machine::firstYear).max().orElse(0);
    int last = machines.stream().mapToInt(Machine::lastYear).min().orElse(0);
    List<Integer> years = IntStream.rangeClosed(first, last).boxed().toList();
    Eighteen eighteen = new Eighteen(correspondence.eighteen(), machines);
    return new TwinResult(
        machines.stream()
            .map(m -> new TwinResult.Side(m.opened(), m.name(), m.zeroLabel()))
            .toList(),
        clock.text("en", "zh"),
        years,
        correspondence.quantities().stream().map(row -> quantity(row, years)).toList(),
        eighteen.over(years, draws, threads),
        draws,
        correspondence.brakes().stream()
            .filter(row -> machines.stream().anyMatch(m -> row.of(m.name()).isPresent()))
            .map(row -> response(row, eighteen))
            .toList(),
        correspondence.crossings().stream().flatMap(row -> crossing(row).stream()).toList());
  }

  private static OptionalInt variable(Row row, Machine machine) {
    Optional<String> written = row.of(machine.name());
    if (written.isEmpty()) {
      return OptionalInt.empty();
    }
    OptionalInt found = machine.variable(written.get());
    if (found.isEmpty()) {
      throw row.unknown(written.get(), machine.name());
    }
    return found;
  }

  private static boolean level(Row row) {
    return switch (row.cell("as")) {
      case "level" -> true;
      case "share" -> false;
      default -> throw row.missing("as");
    };
  }

  private TwinResult.Quantity quantity(Row row, List<Integer> years) {
    boolean level = level(row);
    List<double[]> values = new ArrayList<>();
    List<String> units = new ArrayList<>();
    for (Machine machine : machines) {
      OptionalInt variable = variable(row, machine);
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
        sameSign(values.get(0), values.get(1), years.indexOf(0)),
        row.text("fails_en", "fails_zh"));
  }

  private static boolean sameSign(double[] a, double[] b, int zero) {
    return Math.signum(a[a.length - 1] - a[zero]) == Math.signum(b[b.length - 1] - b[zero]);
  }

  private TwinResult.Response response(Row row, Eighteen eighteen) {
    Map<String, double[]> effects = new LinkedHashMap<>();
    List<Optional<ModelRun>> braked = new ArrayList<>();
    List<String> scenarios = new ArrayList<>();
    List<int[]> failures = new ArrayList<>();
    for (Machine machine : machines) {
      Optional<String> scenario = row.of(machine.name());
      scenarios.add(scenario.orElse(""));
      Optional<ModelRun> run = scenario.map(machine::scenario);
      braked.add(run);
      failures.add(
          new int[] {machine.base().events().size(), run.map(r -> r.events().size()).orElse(0)});
    }
    for (Row quantity : correspondence.quantities()) {
      double[] effect = new double[machines.size()];
      for (int m = 0; m < effect.length; m++) {
        Machine machine = machines.get(m);
        effect[m] =
            braked.get(m).map(run -> effect(quantity, machine, run.run())).orElse(Double.NaN);
      }
      effects.put(quantity.cell("id"), effect);
    }
    return new TwinResult.Response(
        row.cell("id"),
        row.text("en", "zh"),
        scenarios,
        effects,
        eighteen.changes(braked.stream().map(run -> run.map(ModelRun::run)).toList()),
        failures);
  }

  private static double effect(Row quantity, Machine machine, Run run) {
    OptionalInt variable = variable(quantity, machine);
    if (variable.isEmpty()) {
      return Double.NaN;
    }
    double before = Machine.end(machine.base().run(), variable.getAsInt());
    double after = Machine.end(run, variable.getAsInt());
    return level(quantity) ? after / before : after - before;
  }

  /** A crossing of a model that is part of this twin; others are left out. */
  private Optional<TwinResult.Crossing> crossing(Row row) {
    return machines.stream()
        .filter(machine -> machine.name().equals(row.cell("model")))
        .findFirst()
        .map(machine -> crossing(row, machine));
  }

  private TwinResult.Crossing crossing(Row row, Machine machine) {
    String settings = row.cell("settings");
    ModelRun changed = machine.settings(List.of(settings.split(";")));
    Map<String, Double> effects = new LinkedHashMap<>();
    for (Row quantity : correspondence.quantities()) {
      effects.put(quantity.cell("id"), effect(quantity, machine, changed.run()));
    }
    return new TwinResult.Crossing(
        row.cell("id"),
        machine.name(),
        settings,
        new Bilingual(row.cell("en"), row.cell("zh")),
        effects,
        machine.base().events().size(),
        changed.events().size());
  }
}
