package org.tiyun.language.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tiyun.words.Place;

/**
 * The accounting of a model: who holds and pays what. From it the audit is made, and the
 * transaction-flow matrix and the balance sheet are derived. Empty for a model of equations alone.
 *
 * @param settlement index in {@code claims} of the claim that pays; empty where there are no flows
 */
public record Books(
    List<String> sectors,
    List<Claim> claims,
    OptionalInt settlement,
    List<Flow> flows,
    List<Revaluation> revaluations) {

  /** Sectors, and an instance of a claim with the holding of each sector that may have one. */
  public record Claim(Name name, Optional<String> issuer, List<Holding> holdings, Place place) {}

  /** A sector's holding: a variable of role HOLDING. The issuer's is negative. */
  public record Holding(int sector, int variable) {}

  /**
   * A payment in settlement money.
   *
   * @param amount variable: of role FLOW, or of role PAID where due
   * @param claim index of the claim that goes the other way, from payee to payer
   * @param due what makes it due; empty for a plain flow
   */
  public record Flow(
      Name name,
      int payer,
      int payee,
      int amount,
      OptionalInt claim,
      Optional<Due> due,
      Place place) {}

  /**
   * @param owed variable of role OWED
   * @param rank 1 is paid first; unmarked flows have the last rank
   */
  public record Due(int owed, int rank) {}

  /** A change of a claim's value that is no payment: holder plus, issuer minus. */
  public record Revaluation(Name name, int claim, int holder, int amount, Place place) {}

  /** Books of a model that has none. */
  public static Books none() {
    return new Books(List.of(), List.of(), OptionalInt.empty(), List.of(), List.of());
  }
}
