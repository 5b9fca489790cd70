package org.tiyun.circuit;

import java.util.List;

/**
 * A loop of payments by name.
 *
 * @param path ids in order of payment; the last pays the first
 * @param tightest its smallest payment, in the network's unit
 * @param sum of its payments
 */
public record Loop(List<String> path, double tightest, double sum) {
  public Loop {
    path = List.copyOf(path);
  }
}
