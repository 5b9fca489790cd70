package org.tiyun.engine.random;

/**
 * Philox4x32-10, the counter-based generator of Salmon, Moraes, Dror and Shaw, "Parallel random
 * numbers: as easy as 1, 2, 3" (SC 2011): a number depends on its key and counter only, so any path
 * can be drawn anywhere, in any order. Constants are the paper's.
 */
public final class Philox {
  private static final long MULTIPLIER_0 = 0xD2511F53L;
  private static final long MULTIPLIER_1 = 0xCD9E8D57L;
  private static final int WEYL_0 = 0x9E3779B9;
  private static final int WEYL_1 = 0xBB67AE85;
  private static final int ROUNDS = 10;
  private static final long WORD = 0xFFFFFFFFL;

  private Philox() {}

  /** The four words of counter (c0, c1, c2, c3) under key (k0, k1). */
  public static int[] words(int c0, int c1, int c2, int c3, int k0, int k1) {
    long upper = block(c0, c1, c2, c3, k0, k1, true);
    long lower = block(c0, c1, c2, c3, k0, k1, false);
    return new int[] {(int) upper, (int) (upper >>> 32), (int) lower, (int) (lower >>> 32)};
  }

  /** Words 0 and 1 (or 2 and 3) as one number, the first in the low half. */
  static long block(int c0, int c1, int c2, int c3, int k0, int k1, boolean first) {
    for (int round = 0; round < ROUNDS; round++) {
      long p0 = MULTIPLIER_0 * (c0 & WORD);
      long p1 = MULTIPLIER_1 * (c2 & WORD);
      int n0 = (int) (p1 >>> 32) ^ c1 ^ k0;
      int n2 = (int) (p0 >>> 32) ^ c3 ^ k1;
      c1 = (int) p1;
      c3 = (int) p0;
      c0 = n0;
      c2 = n2;
      k0 += WEYL_0;
      k1 += WEYL_1;
    }
    return first ? (c0 & WORD) | ((long) c1 << 32) : (c2 & WORD) | ((long) c3 << 32);
  }
}
