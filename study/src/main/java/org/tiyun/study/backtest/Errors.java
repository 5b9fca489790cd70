package org.tiyun.study.backtest;

import java.util.SplittableRandom;

/**
 * The model's own errors, put on its forecasts: each draw is off by a factor whose logarithm is
 * normal, grows with the square root of the quarters ahead, and has the size of the misses before
 * the origin. Without them a band tells only what the draws disagree about.
 *
 * @param size standard deviation one quarter ahead
 */
record Errors(long seed, int target, double size) {

  /** Factor of a draw: one number per draw and target, so that its path stays smooth. */
  double factor(int draw, int ahead) {
    SplittableRandom random = new SplittableRandom(seed ^ (31L * target + 1) << 32 ^ draw);
    return Math.exp(random.nextGaussian() * size * Math.sqrt(ahead));
  }
}
