package org.tiyun.ledger;

/** Strength of evidence: A filing or own release, B major press, C mirror or derived, D weakest. */
public enum Grade {
  A,
  B,
  C,
  D
}
