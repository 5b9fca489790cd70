package org.tiyun.study.quantity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tiyun.study.circle.Year;
import org.tiyun.study.roles.Role;

/** The eighteen quantities, in the order of their rank; exact definitions in docs/verdict.md. */
public enum Quantity {
  END_USER_SHARE(1, "share", new EndUserShare()),
  CIRCULAR_SHARE(2, "share", new CircularShare()),
  MINIMUM_EXTERNAL_REVENUE(3, "multiple"),
  MINSKY_CLASS(4, "1 hedge, 2 speculative, 3 Ponzi", new MinskyClass()),
  RUNWAY(5, "months", new Runways()),
  STALL_SPEED(6, "growth per period"),
  TIME_TO_FIRST_FAILURE(7, "periods"),
  CASCADE_LOSS(8, "money"),
  REFINANCING_DEPENDENCE(9, "share", new Refinancing()),
  EXTERNAL_DRIVE(10, "ratio", new ExternalDrive()),
  LOCK_IN(11, "ratio", new LockIn()),
  LOOP_GAIN(12, "spectral radius", new LoopGain()),
  BACKLOG_QUALITY(13, "share owed by Ponzi firms", new BacklogQuality()),
  KEYSTONE(14, "share"),
  COLLATERAL_HALF_LIFE(15, "half-life over debt life", new CollateralLife()),
  BACKSTOP_BILL(16, "money"),
  BELIEF_SHARE(17, "share", new BeliefShare()),
  LOOP_DOMINANCE(18, "share of curvature");

  private final int number;
  private final String unit;
  private final Optional<Reading> reading;

  Quantity(int number, String unit, Reading reading) {
    this(number, unit, Optional.of(reading));
  }

  Quantity(int number, String unit) {
    this(number, unit, Optional.empty());
  }

  Quantity(int number, String unit, Optional<Reading> reading) {
    this.number = number;
    this.unit = unit;
    this.reading = reading;
  }

  /** Whether a run shows it year by year; the others are about a whole run. */
  public boolean overTime() {
    return reading.isPresent();
  }

  /**
   * The number for some firms over a year: of one firm, its own; of several, that of all together
   * (of classes the share of what falls due that Ponzi firms owe, of runways the shortest). NaN
   * where there is none, and for what is about a whole run.
   *
   * @param firms their numbers in the year's book
   */
  public double of(Year year, int[] firms) {
    return reading.map(r -> r.of(year, firms)).orElse(Double.NaN);
  }

  /**
   * Figures over a year by whom they are about, each with what it is made of; under the empty name
   * that of the circle. Empty for what is about a whole run.
   */
  public Map<String, Figure> explained(Year year) {
    Map<String, Figure> known =
        new LinkedHashMap<>(reading.map(r -> r.explained(year)).orElse(Map.of()));
    known.values().removeIf(figure -> !Double.isFinite(figure.value()));
    return known;
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
