package org.tiyun.language.model;

import java.util.ArrayList;
import java.util.List;

/**
 * An overlay: changes of inputs and initial values, on the time axis of the base run.
 *
 * @param id empty for the base case
 * @param changes in the order written; a later one wins
 */
public record Scenario(
    String id, String title, String hash, List<Change> changes, List<InitialValue> initials) {

  public static Scenario base() {
    return new Scenario("", "", "", List.of(), List.of());
  }

  /**
   * The same with an input at one value from a period to the end of the run, on top of all else.
   */
  public Scenario with(int input, double value, int from) {
    List<Change> more = new ArrayList<>(changes);
    more.add(new Change(input, new Expr.Const(value), from, Integer.MAX_VALUE));
    return new Scenario(id, title, hash, List.copyOf(more), initials);
  }

  /**
   * The first period in which it changes something that the base run has otherwise until then; 1
   * where nothing changes, or all from the start.
   */
  public int begins() {
    return changes.stream().mapToInt(Change::from).filter(from -> from >= 1).min().orElse(1);
  }

  /**
   * Input {@code input} takes {@code value} from period {@code from} to {@code to} (both included).
   * In {@code value}, {@link Expr.In} of the same input and lag 0 is what it would have been.
   */
  public record Change(int input, Expr value, int from, int to) {}

  /** Variable {@code variable} has this value in period 0. */
  public record InitialValue(int variable, double value) {}
}
