package org.tiyun.study.roles;

import java.util.Locale;
import java.util.Optional;

/**
 * A part that something of a model plays in the questions asked of it: what counts as a failure,
 * which payments are finance, which input a question turns. {@code docs/verdict.md} lists them for
 * who writes a model.
 */
public enum Role {
  /** A set whose members are the firms of the circle. */
  CIRCLE(Kind.SET),
  /** Sectors outside the circle whose payments end the chain. */
  END_USERS(Kind.SECTOR),
  OUTSIDE_EQUITY(Kind.SECTOR),
  OUTSIDE_DEBT(Kind.SECTOR),
  OWN_BUSINESS(Kind.SECTOR),
  OTHER_BUYERS(Kind.SECTOR),
  STATE(Kind.SECTOR),
  /** Sectors whose failure counts where one number is sought; without such rows, all of them. */
  KEY(Kind.SECTOR),
  /** Events that count as a firm's failure. */
  FAILURE(Kind.EVENT),
  /** Events that report contracts cancelled. */
  CANCELLATION(Kind.EVENT),
  HUB_REVENUE(Kind.VARIABLE),
  CAPEX(Kind.VARIABLE),
  BELIEF(Kind.VARIABLE),
  /** End users' payments per period. */
  EXTERNAL_REVENUE(Kind.VARIABLE),
  /** New equity and debt from outside per period. */
  OUTSIDE_INFLOW(Kind.VARIABLE),
  EXTERNAL_DRIVE(Kind.VARIABLE),
  /** Depreciation of all firms of the circle per period. */
  DEPRECIATION(Kind.VARIABLE),
  /**
   * Contracts signed and not yet paid: first index the customer, last the supplier; or the value
   * names who owes them.
   */
  COMMITTED(Kind.VARIABLE),
  /**
   * Interest, leases and take-or-pay that fall due in a period, by payer, where the model says so
   * itself and not by dues of flows; first index the payer, or the value names it.
   */
  CHARGES_DUE(Kind.VARIABLE),
  /** Principal that falls due in a period, likewise. */
  PRINCIPAL_DUE(Kind.VARIABLE),
  /** The stock whose curvature tells which loop leads; without it, contracts outstanding. */
  BENDING(Kind.VARIABLE),
  /** Value of a firm's capital in its books: first index the firm. */
  BOOK_VALUE(Kind.VARIABLE),
  /** Part of that capital which is in use, 0 to 1: first index the firm. */
  UTILISATION(Kind.VARIABLE),
  /** What a firm's collateral would fetch: first index the firm. */
  COLLATERAL(Kind.VARIABLE),
  /** What a firm owes its lenders: first index the firm. */
  DEBT(Kind.VARIABLE),
  /** What a firm is worth: index the firm. */
  FIRM_VALUE(Kind.VARIABLE),
  /** Interest per year, for present values. */
  DISCOUNT_RATE(Kind.INPUT),
  /** Share of the collateral lost per period. */
  COLLATERAL_DECAY(Kind.INPUT),
  /** Share of debt that matures per period. */
  DEBT_MATURING(Kind.INPUT),
  /** Purchases of equity: new money into the payee. */
  EQUITY_IN(Kind.FLOW),
  /** Loans taken: new money into the payee. */
  DEBT_IN(Kind.FLOW),
  REPAYMENT(Kind.FLOW),
  INTEREST(Kind.FLOW),
  /** Rents and contract payments that are owed whether the thing is used or not. */
  TAKE_OR_PAY(Kind.FLOW),
  INVESTMENT(Kind.FLOW),
  /** What owners get: dividends and buy-backs. */
  PAYOUT(Kind.FLOW),
  /** Multiplies end users' payments; 1 leaves them as they are. */
  REVENUE_MULTIPLE(Kind.INPUT),
  /** Most outside money in period 0, from which the limit grows. */
  OUTSIDE_START(Kind.INPUT),
  /** Growth of that limit per period; where the value is {@code year}, the input is per year. */
  OUTSIDE_GROWTH(Kind.INPUT),
  /** What puts that limit in force; the value says how: {@code 1}, or {@code 1 from 2021Q1}. */
  OUTSIDE_LIMIT(Kind.INPUT),
  /** Inputs that put the backstop in force; the value says how. */
  BACKSTOP(Kind.INPUT),
  /** The size of the backstop's fund; or per unit of the variable that the value names. */
  BACKSTOP_FUND(Kind.INPUT),
  /** Whether a firm gives money to others: index the firm, 1 yes, 0 no. */
  FUNDS_OTHERS(Kind.INPUT),
  /** The state that is kicked to measure the climb. */
  CLIMB(Kind.VARIABLE),
  /** States that are raised at the start to measure the gains of loops by impulse. */
  IMPULSE(Kind.VARIABLE),
  /** Parameters that no data identify: the axes of what one must believe. */
  BELIEVE(Kind.INPUT),
  /** What the table of switches compares. */
  ABLATION(Kind.VARIABLE),
  /** The brake that is pulled where none is named. */
  BRAKE(Kind.SCENARIO);

  /** What a name under a role must be in the model. */
  public enum Kind {
    SET,
    SECTOR,
    EVENT,
    VARIABLE,
    INPUT,
    FLOW,
    SCENARIO
  }

  private final Kind kind;

  Role(Kind kind) {
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** As it stands in the file: {@code outside_debt}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Role> of(String word) {
    for (Role role : values()) {
      if (role.word().equals(word)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
