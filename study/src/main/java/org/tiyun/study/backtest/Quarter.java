package org.tiyun.study.backtest;

/** Quarters as numbers: {@code 2024Q4} is 4 * 2024 + 3. */
final class Quarter {
  private Quarter() {}

  static boolean is(String label) {
    return label.matches("\\d{4}Q[1-4]");
  }

  static int number(String label) {
    return 4 * Integer.parseInt(label.substring(0, 4)) + label.charAt(5) - '1';
  }

  static String label(int number) {
    return Math.floorDiv(number, 4) + "Q" + (Math.floorMod(number, 4) + 1);
  }
}
