package org.tiyun.words;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds what somebody probably meant: the candidate with the fewest single-letter edits, where that
 * is at most a third of the length, rounded (and at least one).
 *
 * <p>F. J. Damerau, A technique for computer detection and correction of spelling errors, 1964: an
 * edit inserts, deletes or changes a letter, or swaps two neighbours. Ties go to the candidate that
 * comes first.
 */
public final class Nearest {
  /** Comparisons that one instance makes, so that a large broken file is not a slow one. */
  private int budget = 2_000_000;

  /** The nearest candidate of a single question; empty where none is near. */
  public static Optional<String> among(String text, Collection<String> candidates) {
    return new Nearest().to(text, candidates);
  }

  /** The nearest candidate; empty where none is near, or where this instance has worked enough. */
  public Optional<String> to(String text, Collection<String> candidates) {
    if (text.length() > 60) {
      return Optional.empty();
    }
    String wanted = fold(text);
    String best = "";
    int least = Math.max(1, (text.length() + 1) / 3) + 1;
    for (String candidate : candidates) {
      if (--budget < 0) {
        return Optional.empty();
      }
      if (Math.abs(candidate.length() - wanted.length()) >= least) {
        continue;
      }
      int edits = distance(wanted, fold(candidate));
      if (edits < least) {
        least = edits;
        best = candidate;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  private static String fold(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
  }

  /** Edits from one text to the other (optimal string alignment). */
  static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] now = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      now[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(change, Math.min(last[j], now[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          now[j] = Math.min(now[j], before[j - 2] + 1);
        }
      }
      int[] spare = before;
      before = last;
      last = now;
      now = spare;
    }
    return last[b.length()];
  }
}
