package org.tiyun.cli;

import java.util.List;
import java.util.Set;
import org.tiyun.words.Finding;

/** What the process returns; fixed, and documented in {@code docs/machine-output.md}. */
final class ExitCode {
  static final int FINE = 0;
  static final int FINDINGS = 1;
  static final int USAGE = 2;
  static final int MODEL_FAILED = 3;
  static final int EVIDENCE_MISSING = 4;

  /** Names and numbers that were typed, noticed only by the question that they were for. */
  private static final Set<String> NAMES_TYPED =
      Set.of(
          "E0521", "E0522", "E0524", "E0525", "E0526", "E0527", "E0528", "E0529", "E0530", "E0531",
          "E0535", "E0537", "E0538", "E0604", "E0608", "E0613", "E0645", "E0650", "E0652", "E0654");

  private ExitCode() {}

  /** The code for work that could not go on: by the kind of the first finding. */
  static int of(List<Finding> findings) {
    String code = findings.isEmpty() ? "" : findings.get(0).code();
    // A name that was typed and does not exist is a matter of usage, whoever noticed it.
    if (code.startsWith("E01") || NAMES_TYPED.contains(code)) {
      return USAGE;
    }
    return code.startsWith("E02") || code.startsWith("E03") ? MODEL_FAILED : FINDINGS;
  }
}
