package org.tiyun.engine.program;

/** The codes of a program, in the order in which they are first run. */
public enum Part {
  /** What does not change between periods. */
  ONCE,
  /** Inputs that change both between periods and between paths. */
  INPUTS,
  /** Values of period 0. */
  START,
  /** Every solved period. */
  PERIOD,
  /** After the last period. */
  END
}
