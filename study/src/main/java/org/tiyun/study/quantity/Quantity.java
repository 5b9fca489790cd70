package org.tiyun.study.quantity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tiyun.study.roles.Role;

/** The eighteen quantities, in the order of their rank; exact definitions in docs/verdict.md. */
public enum Quantity {
  END_USER_SHARE(1, "share"),
  CIRCULAR_SHARE(2, "share"),
  MINIMUM_EXTERNAL_REVENUE(3, "multiple"),
  MINSKY_CLASS(4, "1 hedge, 2 speculative, 3 Ponzi"),
  RUNWAY(5, "months"),
  STALL_SPEED(6, "growth per period"),
  TIME_TO_FIRST_FAILURE(7, "periods"),
  CASCADE_LOSS(8, "money"),
  REFINANCING_DEPENDENCE(9, "share"),
  EXTERNAL_DRIVE(10, "ratio"),
  LOCK_IN(11, "ratio"),
  LOOP_GAIN(12, "spectral radius"),
  BACKLOG_QUALITY(13, "share owed by Ponzi firms"),
  KEYSTONE(14, "share"),
  COLLATERAL_HALF_LIFE(15, "half-life over debt life"),
  BACKSTOP_BILL(16, "money"),
  BELIEF_SHARE(17, "share"),
  LOOP_DOMINANCE(18, "share of curvature");

  private final int number;
  private final String unit;

  Quantity(int number, String unit) {
    this.number = number;
    this.unit = unit;
  }

  /** Whether a run shows it year by year; the others are about a whole run. */
  public boolean overTime() {
    return switch (this) {
      case END_USER_SHARE,
          CIRCULAR_SHARE,
          MINSKY_CLASS,
          RUNWAY,
          REFINANCING_DEPENDENCE,
          EXTERNAL_DRIVE,
          LOCK_IN,
          LOOP_GAIN,
          BACKLOG_QUALITY,
          COLLATERAL_HALF_LIFE,
          BELIEF_SHARE ->
          true;
      case MINIMUM_EXTERNAL_REVENUE,
          STALL_SPEED,
          TIME_TO_FIRST_FAILURE,
          CASCADE_LOSS,
          KEYSTONE,
          BACKSTOP_BILL,
          LOOP_DOMINANCE ->
          false;
    };
  }

  /** Roles without which a model does not have it. */
  public List<Role> needs() {
    return switch (this) {
      case END_USER_SHARE, EXTERNAL_DRIVE -> List.of(Role.CIRCLE, Role.END_USERS);
      case CIRCULAR_SHARE, RUNWAY, LOOP_GAIN -> List.of(Role.CIRCLE);
      case MINSKY_CLASS, REFINANCING_DEPENDENCE -> List.of(Role.CIRCLE, Role.INTEREST);
      case MINIMUM_EXTERNAL_REVENUE -> List.of(Role.FAILURE, Role.REVENUE_MULTIPLE);
      case STALL_SPEED -> List.of(Role.FAILURE, Role.OUTSIDE_GROWTH, Role.OUTSIDE_INFLOW);
      case TIME_TO_FIRST_FAILURE -> List.of(Role.FAILURE);
      case CASCADE_LOSS -> List.of(Role.CIRCLE, Role.CAPEX);
      case LOCK_IN, BACKLOG_QUALITY -> List.of(Role.CIRCLE, Role.COMMITTED);
      case KEYSTONE -> List.of(Role.CIRCLE, Role.FUNDS_OTHERS);
      case COLLATERAL_HALF_LIFE -> List.of(Role.COLLATERAL_DECAY, Role.DEBT_MATURING);
      case BACKSTOP_BILL -> List.of(Role.FAILURE, Role.BACKSTOP, Role.BACKSTOP_FUND);
      case BELIEF_SHARE -> List.of(Role.CIRCLE, Role.FIRM_VALUE);
      case LOOP_DOMINANCE -> List.of(Role.BENDING);
    };
  }

  /** Its number in the list: D1 to D18. */
  public int number() {
    return number;
  }

  public String unit() {
    return unit;
  }

  /** As it is typed: {@code end_user_share}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By word or number: {@code lock_in}, {@code 11}, {@code D11}. */
  public static Optional<Quantity> of(String said) {
    for (Quantity quantity : values()) {
      if (quantity.word().equals(said)
          || said.equals(Integer.toString(quantity.number))
          || said.equalsIgnoreCase("d" + quantity.number)) {
        return Optional.of(quantity);
      }
    }
    return Optional.empty();
  }
}
