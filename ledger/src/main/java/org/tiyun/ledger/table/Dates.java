package org.tiyun.ledger.table;

import java.time.YearMonth;

/** Dates as far as seen: YYYY, YYYY-MM or YYYY-MM-DD. A month 13 or a 30th of February is none. */
public final class Dates {
  private Dates() {}

  /** Whether the text is such a date and the day exists in the calendar. */
  public static boolean exists(String text) {
    return switch (text.length()) {
      case 4 -> isDigits(text, 0, 4);
      case 7 -> isDigits(text, 0, 4) && text.charAt(4) == '-' && month(text) > 0;
      case 10 ->
          isDigits(text, 0, 4)
              && text.charAt(4) == '-'
              && month(text) > 0
              && text.charAt(7) == '-'
              && dayExists(text);
      default -> false;
    };
  }

  /** A date, a quarter (2025Q4 or 2025-Q4), or two of them as start/end in that order. */
  public static boolean isPeriod(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return isOnePeriod(text);
    }
    String start = text.substring(0, slash);
    String end = text.substring(slash + 1);
    return isOnePeriod(start) && isOnePeriod(end) && !isAfter(start, end);
  }

  /**
   * Whether the first date lies surely after the second: compared only as far as both are known, so
   * that 2025 is not after 2025-03.
   */
  public static boolean isAfter(String first, String second) {
    int known = Math.min(first.length(), second.length());
    return first.substring(0, known).compareTo(second.substring(0, known)) > 0;
  }

  private static boolean isOnePeriod(String text) {
    if (exists(text)) {
      return true;
    }
    String quarter = text.replace("-Q", "Q");
    return quarter.length() == 6
        && isDigits(quarter, 0, 4)
        && quarter.charAt(4) == 'Q'
        && quarter.charAt(5) >= '1'
        && quarter.charAt(5) <= '4';
  }

  private static int month(String text) {
    if (!isDigits(text, 5, 7)) {
      return 0;
    }
    int month = Integer.parseInt(text, 5, 7, 10);
    return month <= 12 ? month : 0;
  }

  private static boolean dayExists(String text) {
    if (!isDigits(text, 8, 10)) {
      return false;
    }
    int day = Integer.parseInt(text, 8, 10, 10);
    int year = Integer.parseInt(text, 0, 4, 10);
    return day >= 1 && day <= YearMonth.of(year, month(text)).lengthOfMonth();
  }

  private static boolean isDigits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
