package org.tiyun.study.brake;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tiyun.engine.LatinHypercube;
import org.tiyun.engine.Plan;
import org.tiyun.engine.Points;
import org.tiyun.language.model.Scenario;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.roles.Roles;
import org.tiyun.study.verdict.Futures;
import org.tiyun.study.verdict.Outcome;
import org.tiyun.study.verdict.Thresholds;

/**
 * A brake over many futures: one run stands on the edge of one path, and a brake that is milder
 * there can be harsher in most others. The same draws stand under every brake.
 *
 * @param failing share of the futures in which a key firm fails
 * @param stalls share of the futures that stall
 * @param median label of the period of the first failure, over the futures with one; empty where
 *     there is none
 * @param firstToFall by firm, share of all futures in which it is the first, largest first
 */
public record BrakeFutures(
    int draws,
    double failing,
    double stalls,
    Optional<String> median,
    Map<String, Double> firstToFall) {
  /** So many that a share is uncertain by about 0.03. */
  public static final int DRAWS = 256;

  /**
   * Asks for the futures of scenarios on one set of draws.
   *
   * @param futures runs them
   * @param points values of the uncertain inputs by path
   */
  record Maker(OpenModel opened, Futures futures, Points points, long seed) {

    /** Empty where the model says nothing of outcomes or has nothing uncertain. */
    static Optional<Maker> of(OpenModel opened, Plan plan, Roles roles, long seed) {
      boolean judged = Files.isRegularFile(opened.folder().resolve("verdict.csv"));
      if (!judged || LatinHypercube.inputs(opened.model()).isEmpty()) {
        return Optional.empty();
      }
      Thresholds thresholds = Thresholds.of(opened, roles, Optional.empty());
      return Optional.of(
          new Maker(
              opened,
              new Futures(plan, roles, thresholds, List.of()),
              LatinHypercube.of(opened.model(), DRAWS, seed),
              seed));
    }

    BrakeFutures of(Scenario scenario) {
      return BrakeFutures.of(opened, futures.of(scenario, points, DRAWS, seed, List.of()));
    }
  }

  /** What futures come to. */
  public static BrakeFutures of(OpenModel opened, List<Futures.Future> futures) {
    int[] first =
        futures.stream()
            .mapToInt(Futures.Future::firstFailure)
            .filter(period -> period > 0)
            .sorted()
            .toArray();
    return new BrakeFutures(
        futures.size(),
        (double) first.length / futures.size(),
        (double) futures.stream().filter(f -> f.outcome() == Outcome.STALLS).count()
            / futures.size(),
        first.length == 0
            ? Optional.empty()
            : Optional.of(opened.model().calendar().label(first[first.length / 2])),
        firstToFall(futures));
  }

  private static Map<String, Double> firstToFall(List<Futures.Future> futures) {
    String[] firms =
        futures.stream()
            .filter(f -> f.firstFailure() > 0)
            .map(Futures.Future::firstFirm)
            .sorted()
            .toArray(String[]::new);
    Map<String, Integer> counts = new LinkedHashMap<>();
    Arrays.stream(firms).forEach(f -> counts.merge(f, 1, Integer::sum));
    Map<String, Double> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(e -> sorted.put(e.getKey(), (double) e.getValue() / futures.size()));
    return sorted;
  }
}
