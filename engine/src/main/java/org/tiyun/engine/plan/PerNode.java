package org.tiyun.engine.plan;

import java.util.HashMap;
import java.util.Map;

/** A number for each node that a pass has worked through; operands come before their users. */
final class PerNode {
  private final Map<Integer, Integer> numbers = new HashMap<>();

  void put(int node, int number) {
    numbers.put(node, number);
  }

  /**
   * The number of a node.
   *
   * @throws IllegalStateException where the pass has not come to it
   */
  int get(int node) {
    Integer number = numbers.get(node);
    if (number == null) {
      throw new IllegalStateException("node " + node + " is used before it is worked through");
    }
    return number;
  }
}
