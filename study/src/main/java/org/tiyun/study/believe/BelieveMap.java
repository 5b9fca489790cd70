package org.tiyun.study.believe;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tiyun.engine.LatinHypercube;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Points;
import org.tiyun.language.model.Input;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.roles.Role;
import org.tiyun.study.roles.Roles;
import org.tiyun.study.roles.RolesFile;
import org.tiyun.study.run.ScenarioChoice;
import org.tiyun.study.run.Watcher;
import org.tiyun.study.verdict.Futures;
import org.tiyun.study.verdict.Outcome;
import org.tiyun.study.verdict.Thresholds;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/**
 * What one must believe: shares of the outcomes in each cell of a grid over two or three parameters
 * that no data identify. All other uncertain inputs are drawn, and the same draws stand in every
 * cell, so that cells differ by what they are about.
 *
 * @param axes two or three; the third, where there is one, makes a panel for each of its values
 * @param regions by cell, the last axis fastest
 * @param draws futures in each cell
 */
public record BelieveMap(
    OpenModel opened,
    String scenario,
    List<Axis> axes,
    List<Region> regions,
    int draws,
    long seed) {
  private static final int STEPS = 7;
  private static final int PANELS = 3;
  public static final int MOST_DRAWS = 10_000;

  /** A parameter and its values, ascending. */
  public record Axis(String parameter, double[] values) {}

  /**
   * A cell.
   *
   * @param at values by axis
   * @param shares by outcome; together 1
   */
  public record Region(double[] at, Map<Outcome, Double> shares) {

    /** The outcome of more than half of the futures; empty where none has so many. */
    public Optional<Outcome> ruling() {
      return shares.entrySet().stream()
          .filter(e -> e.getValue() > 0.5)
          .map(Map.Entry::getKey)
          .findFirst();
    }
  }

  /** Share of the cells in which that outcome rules. */
  public double ruled(Outcome outcome) {
    return (double)
            regions.stream().filter(r -> r.ruling().filter(o -> o == outcome).isPresent()).count()
        / Math.max(1, regions.size());
  }

  /**
   * How far an outcome's share moves along an axis, on average over the others: its mean in the
   * cells with each of the axis's values, least and most.
   */
  public double[] along(int axis, Outcome outcome) {
    double[] means =
        java.util.Arrays.stream(axes.get(axis).values())
            .map(value ->
                regions.stream()
                    .filter(r -> r.at()[axis] == value)
                    .mapToDouble(r -> r.shares().getOrDefault(outcome, 0.0))
                    .average()
                    .orElse(0))
            .sorted()
            .toArray();
    return new double[] {means[0], means[means.length - 1]};
  }

  /**
   * @param names of the axes; empty: the first three of the model's study.csv
   * @throws Failure E0652 for other than two or three axes, or one that the model has not or that
   *     has no range; E0650 for draws out of bounds
   */
  public static BelieveMap of(
      OpenModel opened, ScenarioChoice choice, List<String> names, int draws, long seed) {
    return of(opened, choice, names, draws, seed, Watcher.NOBODY);
  }

  /** The same, and tells how many futures are done. */
  public static BelieveMap of(
      OpenModel opened,
      ScenarioChoice choice,
      List<String> names,
      int draws,
      long seed,
      Watcher watcher) {
    if (draws < 1 || draws > MOST_DRAWS) {
      throw new Failure(Finding.error("E0650").with("draws", draws).with("most", MOST_DRAWS));
    }
    Roles roles = RolesFile.of(opened);
    List<String> wanted =
        names.isEmpty()
            ? roles.needed(Role.BELIEVE).stream().map(Roles.Entry::name).limit(3).toList()
            : names;
    List<Input> inputs = inputs(opened, roles, wanted);
    Thresholds thresholds = Thresholds.of(opened, roles, Optional.empty());
    List<Axis> axes = new ArrayList<>();
    for (int a = 0; a < inputs.size(); a++) {
      axes.add(axis(inputs.get(a), a == 2 ? PANELS : STEPS));
    }
    List<double[]> cells = cells(axes);
    List<Integer> varied = new ArrayList<>(inputs.stream().map(Input::id).toList());
    List<Integer> drawn =
        LatinHypercube.inputs(opened.model()).stream().filter(i -> !varied.contains(i)).toList();
    double[][] rows = LatinHypercube.rows(opened.model(), drawn, draws, seed);
    varied.addAll(drawn);
    int count = axes.size();
    Points points =
        new Points(
            varied,
            (path, which) ->
                which < count
                    ? cells.get((int) (path / draws))[which]
                    : rows[(int) (path % draws)][which - count]);
    ScenarioChoice.Chosen chosen = choice.on(opened);
    List<Futures.Future> futures =
        new Futures(Plan.of(opened.model()), roles, thresholds, List.of())
            .of(chosen.scenario(), points, cells.size() * draws, seed, List.of(), watcher);
    List<Region> regions = new ArrayList<>();
    for (int c = 0; c < cells.size(); c++) {
      regions.add(region(cells.get(c), futures.subList(c * draws, (c + 1) * draws)));
    }
    return new BelieveMap(
        opened, chosen.scenario().id(), List.copyOf(axes), List.copyOf(regions), draws, seed);
  }

  private static List<Input> inputs(OpenModel opened, Roles roles, List<String> names) {
    List<Input> inputs = new ArrayList<>();
    for (String name : names.stream().distinct().toList()) {
      roles.inputs(name).stream()
          .limit(1)
          .filter(i -> i.low().isPresent() && i.high().isPresent())
          .filter(i -> i.low().get() < i.high().get())
          .forEach(inputs::add);
    }
    if (inputs.size() != names.size() || names.size() < 2 || names.size() > 3) {
      throw new Failure(
          Finding.error("E0652")
              .with("named", String.join(", ", names))
              .with("model", opened.model().id())
              .with("known", String.join(", ", roles.names(Role.BELIEVE))));
    }
    return inputs;
  }

  private static Axis axis(Input input, int steps) {
    double low = input.low().orElseThrow();
    double high = input.high().orElseThrow();
    double[] values = new double[steps];
    for (int i = 0; i < steps; i++) {
      values[i] = i == steps - 1 ? high : low + (high - low) * i / (steps - 1);
    }
    return new Axis(input.name().toString(), values);
  }

  private static List<double[]> cells(List<Axis> axes) {
    List<double[]> cells = new ArrayList<>(List.of(new double[0]));
    for (Axis axis : axes) {
      List<double[]> longer = new ArrayList<>();
      for (double[] cell : cells) {
        for (double value : axis.values()) {
          double[] next = java.util.Arrays.copyOf(cell, cell.length + 1);
          next[cell.length] = value;
          longer.add(next);
        }
      }
      cells = longer;
    }
    return cells;
  }

  private static Region region(double[] at, List<Futures.Future> futures) {
    Map<Outcome, Double> shares = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      shares.put(
          outcome,
          (double) futures.stream().filter(f -> f.outcome() == outcome).count() / futures.size());
    }
    return new Region(at, shares);
  }
}
