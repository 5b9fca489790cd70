package org.tiyun.circuit.cascade;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How much the system loses when it goes badly (C14): the losses on claims over many draws of what
 * the parties own, and the mean of the worst twentieth of them, the expected shortfall (Acerbi and
 * Tasche 2002).
 *
 * <p>In a draw every party's external assets are multiplied by exp(s z - s^2 / 2), with z standard
 * normal, of which half the variance is common to all (one factor: Vasicek 2002); what is below 1
 * is a loss, what is above is none. Then the cascade runs. The law is an assumption: it says how
 * exposures add up under one shake of all, not how likely anything is.
 *
 * @param draws cascades run
 * @param volatility s: the standard deviation of the logarithm of assets
 * @param mean of the losses, {@code quantile} their 95th percentile, {@code expected} the mean of
 *     those at or beyond it, in the sheets' unit
 * @param error standard error of {@code expected} (Manistre and Hancock 2005)
 * @param lossByHolder mean loss of each party on its claims in the worst twentieth
 * @param failing by party the share of the worst twentieth in which it fails
 */
public record Shortfall(
    int draws,
    double volatility,
    double mean,
    double quantile,
    double expected,
    double error,
    double[] lossByHolder,
    double[] failing) {
  private static final double TAIL = 0.05;
  private static final double COMMON = Math.sqrt(0.5);

  /**
   * Draws, clears and sums up, on all processors, the same bits on any number of them; one cascade
   * for each draw, and again for the worst.
   *
   * @param question which method, and losses that come in every draw besides
   * @param draws at least 20
   */
  public static Shortfall of(
      BalanceSheets sheets, Contagion question, double volatility, int draws, long seed) {
    double[] given = question.losses(sheets);
    double[] lost = new double[draws];
    IntStream.range(0, draws)
        .parallel()
        .forEach(draw -> lost[draw] = run(sheets, question, given, volatility, seed, draw).loss());
    int tail = Math.max(1, (int) Math.round(TAIL * draws));
    List<Integer> worst =
        IntStream.range(0, draws)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer draw) -> -lost[draw]))
            .limit(tail)
            .toList();
    double quantile = lost[worst.getLast()];
    double expected = 0;
    double[] byHolder = new double[sheets.size()];
    double[] failing = new double[sheets.size()];
    for (int draw : worst) {
      Cascade again = run(sheets, question, given, volatility, seed, draw);
      expected += again.loss() / tail;
      for (int i = 0; i < byHolder.length; i++) {
        byHolder[i] += again.lossByHolder()[i] / tail;
      }
      again
          .defaults()
          .forEach(failed -> failing[sheets.parties().indexOf(failed.party())] += 1.0 / tail);
    }
    double spread = 0;
    for (int draw : worst) {
      spread += Math.pow(lost[draw] - expected, 2) / tail;
    }
    double beyond = (1 - TAIL) * Math.pow(expected - quantile, 2);
    return new Shortfall(
        draws,
        volatility,
        Arrays.stream(lost).sum() / draws,
        quantile,
        expected,
        Math.sqrt((spread + beyond) / tail),
        byHolder,
        failing);
  }

  private static Cascade run(
      BalanceSheets sheets,
      Contagion question,
      double[] given,
      double volatility,
      long seed,
      int draw) {
    return question.run(sheets, drawn(sheets, given, volatility, seed, draw));
  }

  private static double[] drawn(
      BalanceSheets sheets, double[] given, double volatility, long seed, int draw) {
    SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + draw);
    double common = random.nextGaussian();
    double[] losses = given.clone();
    for (int i = 0; i < losses.length; i++) {
      double z = COMMON * common + COMMON * random.nextGaussian();
      double left = StrictMath.exp(volatility * z - volatility * volatility / 2);
      losses[i] += sheets.externalAssets()[i] * Math.max(0, 1 - left);
    }
    return losses;
  }
}
