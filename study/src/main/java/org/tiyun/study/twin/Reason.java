package org.tiyun.study.twin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a likeness fails: the six of theory B4, or that the measures themselves differ. */
public enum Reason {
  DEMAND,
  DECAY,
  BACKSTOP,
  INSTRUMENT,
  CORE,
  EXIT,
  MEASURE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Reason> of(String word) {
    return Arrays.stream(values()).filter(reason -> reason.word().equals(word)).findFirst();
  }
}
