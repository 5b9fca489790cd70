package org.tiyun.language.model;

import java.util.List;
import java.util.Optional;
import org.tiyun.words.Place;

/**
 * A mechanism that can be switched off, with what is expected of it, written before it is run.
 *
 * @param input the switch's input
 * @param mechanism such as {@code M2}
 * @param expectations what changes when it is off
 */
public record SwitchRule(
    int input, Optional<String> mechanism, List<Expectation> expectations, Place place) {

  /**
   * With the switch off, {@code value} in {@code period} is LOWER, HIGHER or the SAME as with it
   * on.
   */
  public record Expectation(Direction direction, Expr value, String text, int period) {}

  /** Direction of an expected effect. */
  public enum Direction {
    LOWER,
    HIGHER,
    SAME
  }
}
