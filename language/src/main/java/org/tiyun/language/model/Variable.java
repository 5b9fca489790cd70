package org.tiyun.language.model;

import java.util.Optional;
import org.tiyun.words.Place;

/**
 * A scalar that the model determines in each period.
 *
 * @param id its position in {@link CheckedModel#variables()}
 * @param role what it is: an equation's left side, a flow, a holding and so on
 * @param unit as written or inferred, in normal form; empty where unknown
 * @param initial value in period 0, with the inputs as the model gives them
 * @param initialFormula the same as a formula of inputs (only Const, In, Time and functions), so
 *     that a scenario or a draw that changes those inputs changes the start too; empty for a number
 * @param place where it is declared
 */
public record Variable(
    int id,
    Name name,
    Role role,
    Optional<String> unit,
    double initial,
    Optional<Expr> initialFormula,
    Optional<String> doc,
    Place place) {

  /** A variable whose start is a number. */
  public Variable(
      int id,
      Name name,
      Role role,
      Optional<String> unit,
      double initial,
      Optional<String> doc,
      Place place) {
    this(id, name, role, unit, initial, Optional.empty(), doc, place);
  }

  /** What a variable is to the books. */
  public enum Role {
    /** Left side of an equation. */
    EQUATION,
    /** A flow that is not due: its amount. */
    FLOW,
    /** What falls due under a due flow. */
    OWED,
    /** What is paid under a due flow: determined by the clearing, not by an equation. */
    PAID,
    /** A sector's holding of a claim; the issuer's is negative. */
    HOLDING,
    /** What is outstanding of a claim. */
    OUTSTANDING,
    /** Amount of a revaluation. */
    REVALUATION,
    /** What a sector can pay its dues with. */
    RESOURCE,
    /** What a sector failed to pay, in total: determined by the clearing. */
    SHORTFALL,
    /** State of smooth() and the like. */
    HIDDEN
  }
}
