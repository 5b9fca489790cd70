package org.tiyun.study.twin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Run;
import org.tiyun.language.model.Calendar;
import org.tiyun.language.model.Variable;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.quantity.Ensemble;
import org.tiyun.study.roles.RolesFile;
import org.tiyun.study.run.ModelRun;
import org.tiyun.study.run.ScenarioChoice;
import org.tiyun.study.twin.Correspondence.Row;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/** One machine of a twin: its runs, and its place on the common clock. */
final class Machine {
  private final String name;
  private final OpenModel opened;
  private final Plan plan;
  private final long seed;
  private final Set<Integer> failures;
  private final ModelRun base;
  private final Map<String, ModelRun> runs = new HashMap<>();
  private int zero;

  Machine(OpenModel opened, long seed) {
    // A model's column in the files of the twin is named as its folder.
    this.name = String.valueOf(opened.folder().toAbsolutePath().normalize().getFileName());
    this.opened = opened;
    this.plan = Plan.of(opened.model());
    this.seed = seed;
    this.failures = RolesFile.of(opened).decidingFailures();
    this.base = run(ScenarioChoice.base());
  }

  String name() {
    return name;
  }

  OpenModel opened() {
    return opened;
  }

  ModelRun base() {
    return base;
  }

  ModelRun scenario(String id) {
    return runs.computeIfAbsent(id, key -> run(ScenarioChoice.of(key)));
  }

  /**
   * The run with the brake of a row; empty where the row names none for this machine.
   *
   * @throws Failure E0694 where the row names a scenario that the model lacks
   */
  Optional<ModelRun> braked(Row row) {
    return row.of(name)
        .map(id -> {
          if (opened.scenarios().stream().noneMatch(s -> s.id().equals(id))) {
            throw row.noScenario(id, this);
          }
          return scenario(id);
        });
  }

  ModelRun settings(List<String> settings) {
    return run(new ScenarioChoice(Optional.empty(), settings));
  }

  private ModelRun run(ScenarioChoice choice) {
    return ModelRun.of(opened, plan, choice, Optional.empty(), seed);
  }

  private Calendar calendar() {
    return opened.model().calendar();
  }

  int perYear() {
    return calendar().step().perYear();
  }

  OptionalInt variable(String written) {
    return opened.model().variables().stream()
        .filter(v -> v.name().toString().equals(written))
        .mapToInt(Variable::id)
        .findFirst();
  }

  /** Unit of a variable; empty where the model states none. */
  String unit(int variable) {
    return opened.model().variables().get(variable).unit().orElse("");
  }

  /** Sets the zero to a period that the reader chose. */
  void zeroAt(String label) {
    OptionalInt period = calendar().period(label);
    if (period.isEmpty() || period.getAsInt() < 0 || period.getAsInt() > base.run().periods()) {
      throw new Failure(Finding.error("E0688").with("period", label).with("model", name));
    }
    zero = period.getAsInt();
  }

  /**
   * Sets the zero to the period in which a quantity's growth over a year is largest.
   *
   * @throws Failure E0687 where it never grows
   */
  void zeroAtPeakGrowth(int variable, String written) {
    double[] values = base.run().values()[variable];
    double most = 0;
    int found = -1;
    for (int t = perYear(); t <= base.run().periods(); t++) {
      double growth = values[t] / values[t - perYear()] - 1;
      if (Double.isFinite(growth) && values[t - perYear()] > 0 && growth > most) {
        most = growth;
        found = t;
      }
    }
    if (found < 0) {
      throw new Failure(Finding.error("E0687").with("variable", written).with("model", name));
    }
    zero = found;
  }

  /** How many of some events decide: failures of key firms. */
  int failures(List<Run.Happening> events) {
    return (int) events.stream().filter(event -> failures.contains(event.event())).count();
  }

  String zeroLabel() {
    return calendar().label(zero);
  }

  /** Futures over draws of its uncertain parameters. */
  Ensemble ensemble(int draws, int threads) {
    return new Ensemble(plan, RolesFile.of(opened), base.run(), draws, threads);
  }

  Plan plan() {
    return plan;
  }

  long seed() {
    return seed;
  }

  int zero() {
    return zero;
  }

  /** The last whole year after the zero that the run reaches. */
  int lastYear() {
    return (base.run().periods() - zero) / perYear();
  }

  /** The first whole year before the zero, 0 or negative. */
  int firstYear() {
    return -(zero / perYear());
  }

  /** Period that ends a year of the clock; -1 where the run has not solved it. */
  int period(int year) {
    int period = zero + year * perYear();
    return period >= 1 && period <= base.run().periods() ? period : -1;
  }

  double at(int variable, int year) {
    return base.run().values()[variable][zero + year * perYear()];
  }

  /** Value in the last period of a run. */
  static double end(Run run, int variable) {
    return run.values()[variable][run.periods()];
  }
}
