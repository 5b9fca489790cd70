package org.tiyun.study.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tiyun.engine.LatinHypercube;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Points;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.roles.Roles;
import org.tiyun.study.roles.RolesFile;
import org.tiyun.study.run.ScenarioChoice;
import org.tiyun.study.run.Watcher;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/**
 * What becomes of a model: shares of the outcomes over an ensemble of futures. They are shares of
 * the model's futures under stated assumptions and no probabilities.
 *
 * @param scenario id; empty for the base case
 * @param broken futures whose run broke off, counted under UNCLEAR
 * @param counts futures by outcome
 * @param decidedBy uncertain inputs, those that decide most first
 * @param worst the futures with the largest losses, one in twenty
 * @param firstFailures when and who
 */
public record Verdict(
    OpenModel opened,
    String scenario,
    Thresholds thresholds,
    int draws,
    long seed,
    int broken,
    Map<Outcome, Integer> counts,
    List<Decider> decidedBy,
    Worst worst,
    FirstFailures firstFailures) {
  public static final int MOST_DRAWS = 1_000_000;
  private static final int ONE_IN = 20;

  /**
   * How an uncertain input and the outcome go together.
   *
   * @param correlations Spearman's, of the input with whether a future has that outcome; -1..1
   */
  public record Decider(String parameter, Map<Outcome, Double> correlations) {
    public double strongest() {
      return correlations.values().stream().mapToDouble(Math::abs).max().orElse(0);
    }
  }

  /** Mean loss by holder over the worst futures. */
  public record Worst(int futures, Map<String, Double> lossByHolder) {}

  /**
   * First failure of a key firm, over the futures in which there is one.
   *
   * @param early label of the period before which one in twenty of them lies, {@code late} the same
   *     from the other side; empty where nobody ever fails
   * @param byFirm how often each is the first
   */
  public record FirstFailures(
      int futures,
      Optional<String> early,
      Optional<String> median,
      Optional<String> late,
      Map<String, Integer> byFirm) {}

  public double share(Outcome outcome) {
    return draws == 0 ? 0 : (double) counts.getOrDefault(outcome, 0) / draws;
  }

  /**
   * @param draws number of futures, 1 to {@link #MOST_DRAWS}
   * @param thresholds a table of the reader's own; empty: the model's
   * @throws Failure E0650 for a number of draws out of bounds, E0651 where the model has nothing
   *     uncertain, and as {@link Thresholds#of}
   */
  public static Verdict of(
      OpenModel opened, ScenarioChoice choice, int draws, long seed, Optional<String> thresholds) {
    return of(opened, choice, draws, seed, thresholds, Watcher.NOBODY);
  }

  /** The same, and tells how many futures are done. */
  public static Verdict of(
      OpenModel opened,
      ScenarioChoice choice,
      int draws,
      long seed,
      Optional<String> thresholds,
      Watcher watcher) {
    if (draws < 1 || draws > MOST_DRAWS) {
      throw new Failure(Finding.error("E0650").with("draws", draws).with("most", MOST_DRAWS));
    }
    Roles roles = RolesFile.of(opened);
    Thresholds conditions = Thresholds.of(opened, roles, thresholds);
    List<Integer> inputs = LatinHypercube.inputs(opened.model());
    if (inputs.isEmpty()) {
      throw new Failure(Finding.error("E0651").with("model", opened.model().id()));
    }
    Plan plan = Plan.of(opened.model());
    double[][] rows = LatinHypercube.rows(opened.model(), inputs, draws, seed);
    ScenarioChoice.Chosen chosen = choice.on(opened);
    List<Futures.Future> futures =
        new Futures(plan, roles, conditions, List.of())
            .of(chosen.scenario(), Points.of(inputs, rows), draws, seed, List.of(), watcher);
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, (int) futures.stream().filter(f -> f.outcome() == outcome).count());
    }
    return new Verdict(
        opened,
        chosen.scenario().id(),
        conditions,
        draws,
        seed,
        (int) futures.stream().filter(Futures.Future::broken).count(),
        counts,
        deciders(opened, inputs, rows, futures),
        worst(opened, futures),
        firstFailures(opened, futures));
  }

  private static List<Decider> deciders(
      OpenModel opened, List<Integer> inputs, double[][] rows, List<Futures.Future> futures) {
    Map<Outcome, double[]> is = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      is.put(
          outcome,
          RankCorrelation.ranks(
              futures.stream().mapToDouble(f -> f.outcome() == outcome ? 1 : 0).toArray()));
    }
    List<Decider> all = new ArrayList<>();
    for (int k = 0; k < inputs.size(); k++) {
      int which = k;
      double[] ranks =
          RankCorrelation.ranks(Arrays.stream(rows).mapToDouble(r -> r[which]).toArray());
      Map<Outcome, Double> correlations = new EnumMap<>(Outcome.class);
      is.forEach((outcome, flags) -> correlations.put(outcome, RankCorrelation.of(ranks, flags)));
      all.add(
          new Decider(opened.model().inputs().get(inputs.get(k)).name().toString(), correlations));
    }
    all.sort(Comparator.comparingDouble(Decider::strongest).reversed());
    return List.copyOf(all);
  }

  private static Worst worst(OpenModel opened, List<Futures.Future> futures) {
    List<Futures.Future> sound =
        futures.stream()
            .filter(f -> !f.broken())
            .sorted(Comparator.comparingDouble(Futures.Future::totalLoss).reversed())
            .toList();
    int count = sound.isEmpty() ? 0 : Math.max(1, sound.size() / ONE_IN);
    Map<String, Double> means = new TreeMap<>();
    List<String> sectors = opened.model().books().sectors();
    for (int s = 0; s < sectors.size(); s++) {
      double sum = 0;
      for (Futures.Future future : sound.subList(0, count)) {
        sum += future.loss()[s];
      }
      if (sum > 0) {
        means.put(sectors.get(s), sum / count);
      }
    }
    return new Worst(count, means);
  }

  private static FirstFailures firstFailures(OpenModel opened, List<Futures.Future> futures) {
    int[] periods =
        futures.stream()
            .mapToInt(Futures.Future::firstFailure)
            .filter(p -> p > 0)
            .sorted()
            .toArray();
    Map<String, Integer> byFirm = new LinkedHashMap<>();
    futures.stream()
        .filter(f -> f.firstFailure() > 0)
        .forEach(f -> byFirm.merge(f.firstFirm(), 1, Integer::sum));
    Map<String, Integer> sorted = new LinkedHashMap<>();
    byFirm.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(e -> sorted.put(e.getKey(), e.getValue()));
    return new FirstFailures(
        periods.length,
        label(opened, periods, 0.05),
        label(opened, periods, 0.5),
        label(opened, periods, 0.95),
        sorted);
  }

  private static Optional<String> label(OpenModel opened, int[] periods, double share) {
    if (periods.length == 0) {
      return Optional.empty();
    }
    int at = (int) Math.min(periods.length - 1, Math.floor(share * periods.length));
    return Optional.of(opened.model().calendar().label(periods[at]));
  }
}
