package org.tiyun.ledger;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One direction of money in one deal. The payer gives cash (in a warrant: securities).
 *
 * @param announced YYYY, YYYY-MM or YYYY-MM-DD
 * @param amountUsdB billions of US dollars over the whole deal, or per year where {@code
 *     amountBasis} is per_year; empty where undisclosed, which is never zero
 * @param partOf the row whose money contains this one (for a mirror: the paired row)
 */
public record Deal(
    String id,
    String announced,
    String kind,
    String payer,
    String payee,
    OptionalDouble amountUsdB,
    Optional<String> amountBasis,
    Stage stage,
    Settlement settlement,
    Optional<String> start,
    Optional<String> end,
    Scope scope,
    Optional<String> partOf,
    String terms,
    Source source,
    RowRef row) {

  /** How far the money has come. Stages are shown side by side and never added silently. */
  public enum Stage {
    PAID,
    COMMITTED,
    ANNOUNCED,
    INTENT,
    REPORTED,
    WITHDRAWN
  }

  /** What changes hands. */
  public enum Settlement {
    CASH,
    IN_KIND,
    CONTINGENT
  }

  /** Whether a row counts: only FLOW rows outside any other row do. */
  public enum Scope {
    FLOW,
    LINK,
    AGGREGATE,
    MIRROR
  }

  /** The counting rule: a flow of cash that no other row contains. */
  public boolean countable() {
    return scope == Scope.FLOW && settlement == Settlement.CASH && partOf.isEmpty();
  }
}
