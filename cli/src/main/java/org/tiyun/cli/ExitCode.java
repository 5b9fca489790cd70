package org.tiyun.cli;

import java.util.List;
import org.tiyun.words.Finding;

/** What the process returns; fixed, and documented in {@code docs/machine-output.md}. */
final class ExitCode {
  static final int FINE = 0;
  static final int FINDINGS = 1;
  static final int USAGE = 2;
  static final int MODEL_FAILED = 3;
  static final int EVIDENCE_MISSING = 4;

  private ExitCode() {}

  /** The code for work that could not go on: by the kind of the first finding. */
  static int of(List<Finding> findings) {
    String code = findings.isEmpty() ? "" : findings.get(0).code();
    // A name that was typed and does not exist is a matter of usage, whoever noticed it.
    if (code.startsWith("E01") || code.equals("E0604") || code.equals("E0608")) {
      return USAGE;
    }
    return code.startsWith("E02") || code.startsWith("E03") ? MODEL_FAILED : FINDINGS;
  }
}
