package org.tiyun.ledger;

/** How a cell or total of the yearly matrix is known. UNKNOWN is a state, never zero. */
public enum Basis {
  REPORTED,
  DERIVED,
  ESTIMATE,
  UNKNOWN
}
