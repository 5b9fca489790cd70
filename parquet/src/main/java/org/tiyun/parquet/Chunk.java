package org.tiyun.parquet;

import java.util.List;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBWritableVector;
import org.tiyun.ledger.columns.Column;

/** Some rows on their way to DuckDB, column by column. */
final class Chunk {
  /** As many rows as DuckDB takes at a time. */
  static final int ROWS = 2048;

  private final String[][] texts;
  private final long[][] wholes;
  private final double[][] numbers;
  private int rows;
  private int column;

  Chunk(List<Column> columns) {
    int width = columns.size();
    texts = new String[width][];
    wholes = new long[width][];
    numbers = new double[width][];
    for (int c = 0; c < width; c++) {
      switch (columns.get(c).kind()) {
        case TEXT -> texts[c] = new String[ROWS];
        case WHOLE -> wholes[c] = new long[ROWS];
        case NUMBER -> numbers[c] = new double[ROWS];
      }
    }
  }

  int rows() {
    return rows;
  }

  boolean full() {
    return rows == ROWS;
  }

  void add(String cell) {
    texts[column][rows] = cell;
    next();
  }

  void add(long cell) {
    wholes[column][rows] = cell;
    next();
  }

  void add(double cell) {
    numbers[column][rows] = cell;
    next();
  }

  private void next() {
    column++;
    if (column == texts.length) {
      column = 0;
      rows++;
    }
  }

  void copy(DuckDBDataChunkWriter to) {
    for (int c = 0; c < texts.length; c++) {
      DuckDBWritableVector vector = to.vector(c);
      for (int row = 0; row < rows; row++) {
        if (texts[c] != null) {
          vector.setString(row, texts[c][row]);
        } else if (wholes[c] != null) {
          vector.setLong(row, wholes[c][row]);
        } else {
          vector.setDouble(row, numbers[c][row]);
        }
      }
    }
  }
}
