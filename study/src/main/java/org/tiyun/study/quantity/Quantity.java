package org.tiyun.study.quantity;

import java.util.Locale;
import java.util.Optional;

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
