package org.tiyun.study.brake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tiyun.engine.Engine;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Run;
import org.tiyun.engine.RunRequest;
import org.tiyun.language.model.Calendar;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.Input;
import org.tiyun.language.model.Scenario;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.Roles;
import org.tiyun.study.roles.RolesFile;
import org.tiyun.study.run.ModelRun;
import org.tiyun.study.run.ScenarioChoice;
import org.tiyun.words.Failure;

/**
 * How many failures of key firms runs over two inputs hold. One of them may be the growth of
 * outside money: that is then held to its first year's mean, and grows from there by no more than
 * the cell says.
 */
public final class FailureGrid {
  /** Least half width of the values of growth, per period. */
  private static final double LEAST_GROWTH = 0.02;

  private final OpenModel opened;
  private final Plan plan;
  private final ScenarioChoice choice;
  private final double force;
  private final long seed;
  private final Limits limits;

  /** Events that count: failures of key firms, or all where the model says nothing of either. */
  private final Set<Integer> failures;

  /**
   * @param choice in which all cells lie, {@code force} of its scenario
   */
  public FailureGrid(OpenModel opened, Plan plan, ScenarioChoice choice, double force, long seed) {
    this.opened = opened;
    this.plan = plan;
    this.choice = choice;
    this.force = force;
    this.seed = seed;
    Roles roles = RolesFile.of(opened);
    this.limits = new Limits(plan, roles, seed);
    this.failures =
        roles.has(Role.FAILURE)
            ? roles.decidingFailures()
            : IntStream.range(0, opened.model().events().size())
                .boxed()
                .collect(Collectors.toSet());
  }

  /**
   * A row of cells.
   *
   * @param failures how many; NaN where the run has no solution
   * @param first label of the period of the first one; empty where there is none
   * @param besides what its runs have set beside the two inputs
   */
  public record Row(double[] failures, List<String> first, Map<String, Double> besides) {}

  /** The input that is the growth of outside money; empty where the model cannot limit it. */
  public static Optional<Input> growth(OpenModel opened, Plan plan) {
    Roles roles = RolesFile.of(opened);
    return roles.has(Role.OUTSIDE_GROWTH)
        ? new Limits(plan, roles, 1).stallQuestion(Scenario.base()).map(Limits.Question::input)
        : Optional.empty();
  }

  /**
   * Growth per period of outside money as the choice has it, and about it.
   *
   * @param low the least value worth a look, {@code high} the largest
   * @param scale the input of growth is so many times the growth per period
   */
  public record GrowthRange(double low, double high, double scale) {}

  /** Only where {@link #growth} is there. */
  public GrowthRange growthRange() {
    Run run = run(List.of());
    Limits.OutsidePath path = limits.outsidePath(run.scenario(), run).orElseThrow();
    double middle = Double.isNaN(path.actual()) ? 0 : path.actual();
    double wide = Math.max(Math.abs(middle), LEAST_GROWTH);
    return new GrowthRange(middle - 1.5 * wide, middle + wide, path.question().scale());
  }

  /** Cells over the values of an input, with the other input at one value. */
  public Row over(Input across, double[] values, Input down, double at) {
    double[] counts = new double[values.length];
    List<String> first = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      List<String> cell = List.of(setting(across, values[i]), setting(down, at));
      counts[i] = failing(() -> run(cell), first);
    }
    return new Row(counts, first, Map.of());
  }

  /** Cells over the growth of outside money, which starts at what it is in the row's own run. */
  public Row overGrowth(double[] growth, Input down, double at) {
    double[] counts = new double[growth.length];
    List<String> first = new ArrayList<>();
    Run free;
    try {
      free = run(List.of(setting(down, at)));
    } catch (Failure unsolved) {
      Arrays.fill(counts, Double.NaN);
      return new Row(counts, Collections.nCopies(counts.length, ""), Map.of());
    }
    Limits.OutsidePath path = limits.outsidePath(free.scenario(), free).orElseThrow();
    for (int i = 0; i < counts.length; i++) {
      RunRequest request = RunRequest.of(path.at(growth[i])).seed(seed);
      counts[i] = failing(() -> Engine.run(plan, request), first);
    }
    return new Row(counts, first, besides(path, free.scenario()));
  }

  private static String setting(Input input, double value) {
    return input.name() + "=" + value;
  }

  private Run run(List<String> more) {
    List<String> settings = new ArrayList<>(choice.settings());
    settings.addAll(more);
    ScenarioChoice cell = new ScenarioChoice(choice.scenario(), settings);
    return ModelRun.of(opened, plan, cell.on(opened, force), Optional.empty(), seed).run();
  }

  /** What holds outside money back in a row's runs beside the growth, for whoever opens one. */
  private Map<String, Double> besides(Limits.OutsidePath path, Scenario row) {
    List<Scenario.Change> all = path.question().scenario().changes();
    Map<String, Double> set = new LinkedHashMap<>();
    for (Scenario.Change change : all.subList(row.changes().size(), all.size())) {
      if (change.value() instanceof Expr.Const(double value)) {
        set.put(opened.model().inputs().get(change.input()).name().toString(), value);
      }
    }
    return set;
  }

  /** Failures of a run, NaN where the run itself has no solution; the first one's date is noted. */
  private double failing(Supplier<Run> made, List<String> first) {
    try {
      Run run = made.get();
      List<Run.Happening> failing =
          run.events().stream().filter(e -> failures.contains(e.event())).toList();
      Calendar calendar = run.model().calendar();
      first.add(failing.isEmpty() ? "" : calendar.label(failing.getFirst().period()));
      return failing.size();
    } catch (Failure unsolved) {
      first.add("");
      return Double.NaN;
    }
  }
}
