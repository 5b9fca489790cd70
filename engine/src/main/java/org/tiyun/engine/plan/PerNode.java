package org.tiyun.engine.plan;

import java.util.Arrays;

/**
 * A number for each node that a pass has worked through; operands come before their users. Open
 * addressing on plain arrays: passes are many and short, and a first plan runs before anything is
 * compiled.
 */
final class PerNode {
  private static final int FREE = -1;

  private int[] keys = new int[32];
  private int[] numbers = new int[32];
  private int size;

  PerNode() {
    Arrays.fill(keys, FREE);
  }

  void put(int node, int number) {
    int at = slot(keys, node);
    if (keys[at] == FREE) {
      keys[at] = node;
      size++;
    }
    numbers[at] = number;
    if (2 * size > keys.length) {
      grow();
    }
  }

  boolean has(int node) {
    return keys[slot(keys, node)] != FREE;
  }

  /**
   * The number of a node.
   *
   * @throws IllegalStateException where the pass has not come to it
   */
  int get(int node) {
    int at = slot(keys, node);
    if (keys[at] == FREE) {
      throw new IllegalStateException("node " + node + " is used before it is worked through");
    }
    return numbers[at];
  }

  private static int slot(int[] keys, int node) {
    int mask = keys.length - 1;
    int at = (node * 0x9E3779B9) >>> 7 & mask;
    while (keys[at] != FREE && keys[at] != node) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new int[2 * oldKeys.length];
    numbers = new int[2 * oldKeys.length];
    Arrays.fill(keys, FREE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != FREE) {
        int at = slot(keys, oldKeys[i]);
        keys[at] = oldKeys[i];
        numbers[at] = oldNumbers[i];
      }
    }
  }
}
