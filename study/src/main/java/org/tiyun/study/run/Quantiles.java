package org.tiyun.study.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Quantiles of a stream of numbers in bounded memory. Up to {@code room} numbers are kept as they
 * are. Beyond, the sorted buffer gives every second of its numbers, with twice the weight, to the
 * next one above (Manku, Rajagopalan and Lindsay 1998; Karnin, Lang and Liberty 2016); first and
 * second of each pair are taken in turn and not at random, so that the same numbers in the same
 * order give the same answer.
 */
public final class Quantiles {
  private final int room;
  private final List<double[]> levels = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();
  private final List<Boolean> second = new ArrayList<>();
  private long count;
  private double moved;
  private double sum;

  /**
   * @param room numbers kept on each level, 2 or more
   */
  public Quantiles(int room) {
    this.room = Math.max(2, room / 2 * 2);
  }

  public long count() {
    return count;
  }

  /** Mean of the numbers, exact but for rounding; NaN where there is none. */
  public double mean() {
    return count == 0 ? Double.NaN : sum / count;
  }

  /** Takes a number in; one that is not finite is left out. */
  public void add(double value) {
    if (Double.isFinite(value)) {
      count++;
      sum += value;
      put(0, value);
    }
  }

  private void put(int level, double value) {
    if (level == levels.size()) {
      levels.add(new double[Math.min(16, room)]);
      sizes.add(0);
      second.add(false);
    }
    int size = sizes.get(level);
    double[] buffer = levels.get(level);
    if (size == buffer.length && size < room) {
      buffer = Arrays.copyOf(buffer, Math.min(room, 2 * size));
      levels.set(level, buffer);
    }
    if (size < room) {
      buffer[size] = value;
      sizes.set(level, size + 1);
      return;
    }
    Arrays.sort(buffer);
    boolean odd = second.get(level);
    second.set(level, !odd);
    moved += Math.scalb(1.0, level);
    sizes.set(level, 0);
    for (int i = odd ? 1 : 0; i < room; i += 2) {
      put(level + 1, buffer[i]);
    }
    put(level, value);
  }

  /**
   * By how much the rank of an answer can be off, as a share of all numbers; 0 while all are kept.
   */
  public double rankError() {
    return count == 0 ? 0 : moved / count;
  }

  /**
   * The least number that at least a share {@code p} of the numbers do not exceed (Hyndman and Fan
   * 1996, definition 1); NaN where there is none.
   *
   * @param shares each in 0..1, ascending
   */
  public double[] at(double... shares) {
    List<double[]> all = new ArrayList<>();
    for (int level = 0; level < levels.size(); level++) {
      for (int i = 0; i < sizes.get(level); i++) {
        all.add(new double[] {levels.get(level)[i], Math.scalb(1.0, level)});
      }
    }
    all.sort((a, b) -> Double.compare(a[0], b[0]));
    double total = all.stream().mapToDouble(pair -> pair[1]).sum();
    double[] answer = new double[shares.length];
    int at = 0;
    double reached = all.isEmpty() ? 0 : all.get(0)[1];
    for (int k = 0; k < shares.length; k++) {
      while (at < all.size() - 1 && reached < shares[k] * total) {
        at++;
        reached += all.get(at)[1];
      }
      answer[k] = all.isEmpty() ? Double.NaN : all.get(at)[0];
    }
    return answer;
  }
}
