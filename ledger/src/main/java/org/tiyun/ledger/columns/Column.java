package org.tiyun.ledger.columns;

/** A column of a table that is written. */
public record Column(String name, Kind kind) {

  /** What the cells of a column are. */
  public enum Kind {
    TEXT,
    /** A whole number of 64 bits. */
    WHOLE,
    /** A double, to the last bit. */
    NUMBER
  }
}
