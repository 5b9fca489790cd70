package org.tiyun.study.twin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tiyun.study.open.Bilingual;
import org.tiyun.study.run.ModelRun;
import org.tiyun.study.twin.Correspondence.Row;
import org.tiyun.study.twin.TwinResult.RoleMap;

/** The moments at which the payments between roles are set side by side. */
final class Moments {
  private final List<Machine> machines;
  private final List<RoleTable.Role> roles;
  private final List<Row> brakes;

  /**
   * @param brakes that one of the machines has
   */
  Moments(List<Machine> machines, RoleTable roles, List<Row> brakes) {
    this.machines = machines;
    this.roles = roles.roles();
    this.brakes = brakes;
  }

  /**
   * Year 0 and the last common year of the run without news; then, with the first brake that all
   * machines have, as many years after it as all runs reach. Runs brake at times of their own, so
   * that one year of the clock would lie before some brakes.
   */
  List<RoleMap> of(List<Integer> years) {
    List<ModelRun> base = machines.stream().map(Machine::base).toList();
    List<RoleMap> maps = new ArrayList<>();
    int last = years.getLast();
    for (int year : last > 0 ? List.of(0, last) : List.of(0)) {
      int[] periods = machines.stream().mapToInt(m -> m.period(year)).toArray();
      map(year, Optional.empty(), base, periods).ifPresent(maps::add);
    }
    brakes.stream()
        .filter(row -> machines.stream().allMatch(m -> row.of(m.name()).isPresent()))
        .findFirst()
        .flatMap(this::braked)
        .ifPresent(maps::add);
    return List.copyOf(maps);
  }

  private Optional<RoleMap> braked(Row brake) {
    List<ModelRun> runs = machines.stream().map(m -> m.braked(brake).orElseThrow()).toList();
    int[] before = runs.stream().mapToInt(run -> run.run().scenario().begins() - 1).toArray();
    int after =
        IntStream.range(0, before.length)
            .map(m -> (runs.get(m).run().periods() - before[m]) / machines.get(m).perYear())
            .min()
            .orElse(0);
    int[] periods =
        IntStream.range(0, before.length)
            .map(m -> before[m] + after * machines.get(m).perYear())
            .toArray();
    return after > 0
        ? map(after, Optional.of(brake.text("en", "zh")), runs, periods)
        : Optional.empty();
  }

  /** Nothing where a run has not solved that period. */
  private Optional<RoleMap> map(
      int year, Optional<Bilingual> brake, List<ModelRun> runs, int[] periods) {
    if (Arrays.stream(periods).anyMatch(period -> period < 1)) {
      return Optional.empty();
    }
    List<String> labels = new ArrayList<>();
    List<RoleFlows> of = new ArrayList<>();
    List<RoleFlows> without = new ArrayList<>();
    for (int m = 0; m < periods.length; m++) {
      Machine machine = machines.get(m);
      labels.add(machine.opened().model().calendar().label(periods[m]));
      of.add(RoleFlows.of(runs.get(m).run(), roles, m, periods[m], machine.perYear()));
      without.add(RoleFlows.of(machine.base().run(), roles, m, periods[m], machine.perYear()));
    }
    return Optional.of(
        new RoleMap(year, brake, List.copyOf(labels), List.copyOf(of), List.copyOf(without)));
  }
}
