package org.tiyun.circuit.matrix;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who outside the circle pays money into it: "paid in the end by". */
public enum Origin {
  END_USERS("consumers", "enterprises"),
  OTHER_CHIP_BUYERS("other-chip-buyers"),
  OWN_BUSINESS("own-business"),
  LENDERS("credit-market"),
  OUTSIDE_EQUITY("equity-market"),
  OWN_CASH("cash");

  private final List<String> groups;

  Origin(String... groups) {
    this.groups = List.of(groups);
  }

  /**
   * The name in machine output, such as {@code end_users}; with {@code origin.} before it, the
   * catalogue key.
   */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The origin that a payer outside the circle stands for; empty for anyone else. */
  public static Optional<Origin> of(String payer) {
    return Stream.of(values()).filter(origin -> origin.groups.contains(payer)).findFirst();
  }

  /** Names in order. */
  public static List<String> keys() {
    return Stream.of(values()).map(Origin::key).toList();
  }
}
