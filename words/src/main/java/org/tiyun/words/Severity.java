package org.tiyun.words;

/** How much a finding weighs: an error stops the work, a warning does not. */
public enum Severity {
  ERROR,
  WARNING
}
