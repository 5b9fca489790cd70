package org.tiyun.words;

import java.util.List;

/**
 * Work that cannot go on, with the findings that say why. Thrown where there is no result to
 * return; caught once, in the command line or the server, and shown in the user's language.
 */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Finding> findings;

  public Failure(List<Finding> findings) {
    super(findings.isEmpty() ? "failure" : findings.get(0).code() + " " + findings.get(0).values());
    this.findings = List.copyOf(findings);
  }

  public Failure(Finding finding) {
    this(List.of(finding));
  }

  public List<Finding> findings() {
    return findings;
  }
}
