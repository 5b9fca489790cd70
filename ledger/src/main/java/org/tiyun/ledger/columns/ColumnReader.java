package org.tiyun.ledger.columns;

import java.util.Optional;
import java.util.OptionalDouble;

/** Rows one after the other: before the first until {@link #next} is called. */
public interface ColumnReader extends AutoCloseable {

  /**
   * Goes to the next row, if there is one.
   *
   * @throws org.tiyun.words.Failure E0510 where the file is damaged, with the row
   */
  boolean next();

  /** The number of the row, from 1. */
  long row();

  /** The cell of a text column, by its place in the question; empty where the cell is null. */
  Optional<String> text(int column);

  /** The cell of a column of numbers, by its place after the texts; empty where it is null. */
  OptionalDouble number(int column);

  @Override
  void close();
}
