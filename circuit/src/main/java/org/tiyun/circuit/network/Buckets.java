package org.tiyun.circuit.network;

import java.util.Arrays;

/**
 * Parties in buckets numbered from 0, each party in at most one of the buckets of one instance:
 * doubly linked lists in arrays, so that adding and removing take constant time and memory does not
 * grow with what passes through. The queue of Dial (1969) for whole distances, and the rows of
 * equal labels of a push-relabel search.
 */
final class Buckets {
  private static final int NONE = -1;

  private final int[] next;
  private final int[] previous;
  private int[] first = new int[16];
  private int highest = NONE;

  Buckets(int parties) {
    this.next = new int[parties];
    this.previous = new int[parties];
    Arrays.fill(first, NONE);
  }

  /** Puts a party that is in no bucket in front of a bucket. */
  void add(int party, int bucket) {
    if (bucket >= first.length) {
      int had = first.length;
      first = Arrays.copyOf(first, Math.max(bucket + 1, 2 * had));
      Arrays.fill(first, had, first.length, NONE);
    }
    int second = first[bucket];
    next[party] = second;
    previous[party] = NONE;
    if (second >= 0) {
      previous[second] = party;
    }
    first[bucket] = party;
    highest = Math.max(highest, bucket);
  }

  /** Takes a party out of the bucket that it is in. */
  void remove(int party, int bucket) {
    int before = previous[party];
    int after = next[party];
    if (before >= 0) {
      next[before] = after;
    } else {
      first[bucket] = after;
    }
    if (after >= 0) {
      previous[after] = before;
    }
  }

  /** The party in front of a bucket; -1 where it is empty. */
  int first(int bucket) {
    return bucket < first.length ? first[bucket] : NONE;
  }

  /** The party behind another in its bucket; -1 at the end. */
  int next(int party) {
    return next[party];
  }

  /** The highest bucket that may hold someone; -1 where none does. */
  int highest() {
    return highest;
  }

  void clear() {
    emptyAbove(NONE);
  }

  /** Forgets whoever is in a bucket of a higher number. */
  void emptyAbove(int bucket) {
    if (bucket < highest) {
      Arrays.fill(first, bucket + 1, highest + 1, NONE);
      highest = bucket;
    }
  }
}
