package org.tiyun.bench;

/** What is kept of each future, and where parameters come from. */
public enum Way {
  /** The first variable; parameters as the model states them, the same for all futures. */
  ONE,
  /** All variables. */
  ALL,
  /** All variables; each parameter given future by future, as in C. */
  GIVEN
}
