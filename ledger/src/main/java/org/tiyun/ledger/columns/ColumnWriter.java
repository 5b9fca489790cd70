package org.tiyun.ledger.columns;

/**
 * Rows being written: all cells of a row in the order of the columns, then the next row. A file is
 * whole only once {@link #finish} has returned; closed before that, it is nothing.
 */
public interface ColumnWriter extends AutoCloseable {

  ColumnWriter text(String cell);

  ColumnWriter whole(long cell);

  ColumnWriter number(double cell);

  /**
   * Ends the file.
   *
   * @throws org.tiyun.words.Failure E0117 where it cannot be written
   */
  void finish();

  @Override
  void close();
}
