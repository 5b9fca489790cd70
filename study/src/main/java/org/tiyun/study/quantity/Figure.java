package org.tiyun.study.quantity;

import java.util.List;
import java.util.Optional;

/**
 * A figure and the figures it is made of: a tree down to variables of the model, flows of its books
 * and rows of its ledger.
 *
 * @param what what it is, as the catalogue says it: {@code view.figure.WHAT}
 * @param thing whose it is, or the variable, flow or firm it is about; empty where it needs none
 * @param value NaN where there is none
 */
public record Figure(String what, String thing, double value, List<Figure> of) {

  public Figure(String what, double value, List<Figure> of) {
    this(what, "", value, of);
  }

  public static Figure leaf(String what, double value) {
    return new Figure(what, "", value, List.of());
  }

  /**
   * The variable, flow or input of the model that it is; empty where it is something else.
   *
   * @param money what the model calls that in which it pays
   */
  public Optional<String> named(String money) {
    return switch (what) {
      case "flow", "variable", "owed", "input" -> Optional.of(thing);
      case "cash" -> Optional.of(money + "[" + thing + "]");
      default -> Optional.empty();
    };
  }
}
