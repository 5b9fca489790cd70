package org.tiyun.language.model;

import java.util.List;
import java.util.Optional;
import org.tiyun.words.Place;

/**
 * A scalar given to the model: a parameter, a path or a switch.
 *
 * @param id its position in {@link CheckedModel#inputs()}
 * @param value the value in every period where {@code steps} and {@code formula} say nothing else
 * @param steps values that hold from a period on, by ascending period (a path written as steps)
 * @param formula for a path or parameter given by other inputs and time: evaluated in every period,
 *     so that a change of those inputs changes it too; uses only Const, In, Time and functions
 * @param low least value of the stated range, where one is stated
 * @param draws how it is drawn in an ensemble; empty: not drawn
 */
public record Input(
    int id,
    Name name,
    Kind kind,
    double value,
    List<Step> steps,
    Optional<Expr> formula,
    Optional<String> unit,
    Optional<Double> low,
    Optional<Double> high,
    Optional<Distribution> draws,
    Origin origin,
    Optional<String> doc,
    Place place) {

  /** What an input is. */
  public enum Kind {
    PARAMETER,
    PATH,
    SWITCH
  }

  /** A value that holds from a period on. */
  public record Step(int period, double value) {}
}
