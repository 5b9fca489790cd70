package org.tiyun.engine.plan;

import java.util.Arrays;
import java.util.List;

/**
 * Finds a node among those of a graph: open addressing over their numbers. A graph of a large model
 * is made before anything is compiled, and a map of records then costs more than all else.
 */
final class Interned {
  private static final int FREE = -1;

  private int[] slots;
  private int size;

  Interned() {
    this.slots = new int[64];
    Arrays.fill(slots, FREE);
  }

  Interned(Interned other) {
    this.slots = other.slots.clone();
    this.size = other.size;
  }

  /**
   * The number of the node equal to this one; {@code nodes.size()} where there is none, and then
   * the caller must add it.
   */
  int at(Node node, List<Node> nodes) {
    int mask = slots.length - 1;
    int at = hash(node) & mask;
    while (slots[at] != FREE) {
      if (same(nodes.get(slots[at]), node)) {
        return slots[at];
      }
      at = at + 1 & mask;
    }
    slots[at] = nodes.size();
    if (2 * ++size > slots.length) {
      grow(node, nodes);
    }
    return nodes.size();
  }

  private void grow(Node last, List<Node> nodes) {
    int[] more = new int[2 * slots.length];
    Arrays.fill(more, FREE);
    int mask = more.length - 1;
    for (int number : slots) {
      if (number != FREE) {
        int at = hash(number < nodes.size() ? nodes.get(number) : last) & mask;
        while (more[at] != FREE) {
          at = at + 1 & mask;
        }
        more[at] = number;
      }
    }
    slots = more;
  }

  private static int hash(Node node) {
    long bits = Double.doubleToLongBits(node.value());
    int hash = node.op().ordinal();
    hash = 31 * hash + node.a();
    hash = 31 * hash + node.b();
    hash = 31 * hash + node.c();
    hash = 31 * hash + (int) (bits ^ bits >>> 32);
    hash *= 0x9E3779B9;
    return hash ^ hash >>> 15;
  }

  /** As records compare: 0 and -0 differ, NaN is equal to itself. */
  private static boolean same(Node x, Node y) {
    return x.op() == y.op()
        && x.a() == y.a()
        && x.b() == y.b()
        && x.c() == y.c()
        && Double.doubleToLongBits(x.value()) == Double.doubleToLongBits(y.value());
  }
}
