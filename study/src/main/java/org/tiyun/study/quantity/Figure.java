package org.tiyun.study.quantity;

import java.util.List;

/**
 * A figure and the figures it is made of: a tree down to variables of the model, flows of its books
 * and rows of its ledger.
 *
 * @param name what it is
 * @param value NaN where there is none
 */
public record Figure(String name, double value, List<Figure> of) {

  public static Figure leaf(String name, double value) {
    return new Figure(name, value, List.of());
  }
}
