package org.tiyun.circuit.network;

import java.util.Arrays;

/** Parties by a small integer distance, in order of arrival: Dial's queue for integer costs. */
final class Buckets {
  private int[][] bucket = new int[16][];
  private int[] size = new int[16];
  private int last = -1;
  private final int first;

  Buckets(int parties) {
    this.first = Math.max(4, Math.min(parties, 1024));
  }

  void add(int party, int distance) {
    if (distance >= bucket.length) {
      int length = Math.max(distance + 1, 2 * bucket.length);
      bucket = Arrays.copyOf(bucket, length);
      size = Arrays.copyOf(size, length);
    }
    if (bucket[distance] == null) {
      bucket[distance] = new int[first];
    }
    if (size[distance] == bucket[distance].length) {
      bucket[distance] = Arrays.copyOf(bucket[distance], 2 * size[distance]);
    }
    bucket[distance][size[distance]++] = party;
    last = Math.max(last, distance);
  }

  /** The largest distance seen so far; -1 where nothing was added. */
  int last() {
    return last;
  }

  int size(int distance) {
    return size[distance];
  }

  int get(int distance, int at) {
    return bucket[distance][at];
  }
}
