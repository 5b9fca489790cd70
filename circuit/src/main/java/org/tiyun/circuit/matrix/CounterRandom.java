package org.tiyun.circuit.matrix;

/**
 * Random numbers without state: each is a fixed function of seed, draw and stream, so a draw is the
 * same on any number of threads and in any order. SplitMix64's finaliser (Steele, Lea, Flood 2014),
 * applied to each key in turn.
 */
final class CounterRandom {
  private CounterRandom() {}

  /** Uniform in the open interval 0 to 1. */
  static double uniform(long seed, long draw, long stream) {
    long z = mix(mix(mix(seed) + draw * 0x9E3779B97F4A7C15L) + stream * 0xD1B54A32D192ED03L);
    return ((z >>> 11) + 0.5) * 0x1p-53;
  }

  /** Standard normal, by inversion. */
  static double normal(long seed, long draw, long stream) {
    return Normal.inverse(uniform(seed, draw, stream));
  }

  private static long mix(long key) {
    long z = key + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
