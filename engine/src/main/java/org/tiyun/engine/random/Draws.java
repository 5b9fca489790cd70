package org.tiyun.engine.random;

/**
 * Random numbers by seed, name, path and period. The name is that of a stream or an input, so that
 * a new stream in a model leaves the draws of the others as they were.
 */
public final class Draws {
  private Draws() {}

  /** The key of a name: 64-bit FNV-1a over its UTF-16 units. */
  public static long key(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  /** Uniform on [0, 1) with 53 bits. */
  public static double uniform(long seed, long name, long path, int period) {
    return (bits(seed, name, path, period) >>> 11) * 0x1p-53;
  }

  /** Uniform on (0, 1): never an end, for inverse distribution functions. */
  public static double inside(long seed, long name, long path, int period) {
    return ((bits(seed, name, path, period) >>> 12) + 0.5) * 0x1p-52;
  }

  /** Standard normal by inversion. */
  public static double normal(long seed, long name, long path, int period) {
    return Normal.quantile(inside(seed, name, path, period));
  }

  private static long bits(long seed, long name, long path, int period) {
    // The seed is the key; path, period and name fill the counter. A path beyond 2^32 folds into
    // the period's word, which needs few bits.
    int high = period ^ (int) (path >>> 32) << 16;
    return Philox.block(
        (int) path, high, (int) name, (int) (name >>> 32), (int) seed, (int) (seed >>> 32), true);
  }
}
