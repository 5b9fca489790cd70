package org.tiyun.study.verdict;

import java.util.Locale;
import java.util.Optional;

/**
 * What may become of a future; the first three are each defined positively by a model's
 * verdict.csv.
 */
public enum Outcome {
  TAKES_OFF,
  GLIDES,
  STALLS,
  /** Fits none of the three, or more than one. */
  UNCLEAR;

  /** As it stands in files and answers: {@code takes_off}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Outcome> of(String word) {
    for (Outcome outcome : values()) {
      if (outcome != UNCLEAR && outcome.word().equals(word)) {
        return Optional.of(outcome);
      }
    }
    return Optional.empty();
  }
}
