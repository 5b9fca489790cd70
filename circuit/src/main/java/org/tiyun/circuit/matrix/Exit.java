package org.tiyun.circuit.matrix;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where money goes that leaves the circle. */
public enum Exit {
  SUPPLIERS("suppliers"),
  STAFF_TAX("staff-tax"),
  SHAREHOLDERS("equity-market"),
  LENDERS("credit-market"),
  OWN_BUSINESS("own-business"),
  BANKED("cash");

  private final String group;

  Exit(String group) {
    this.group = group;
  }

  /** The name in machine output; with {@code exit.} before it, the catalogue key. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The exit that a payee outside the circle stands for; empty for anyone else. */
  public static Optional<Exit> of(String payee) {
    return Stream.of(values()).filter(exit -> exit.group.equals(payee)).findFirst();
  }

  /** Names in order. */
  public static List<String> keys() {
    return Stream.of(values()).map(Exit::key).toList();
  }
}
