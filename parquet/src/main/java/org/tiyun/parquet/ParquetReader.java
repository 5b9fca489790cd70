package org.tiyun.parquet;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tiyun.ledger.columns.ColumnReader;

/** Rows as DuckDB hands them over, a vector at a time. */
final class ParquetReader implements ColumnReader {
  private final Connection database;
  private final Path file;
  private final boolean[] exact;
  private final int texts;
  private final Statement statement;
  private final ResultSet rows;
  private long row;

  ParquetReader(Connection database, Path file, Wanted wanted) throws SQLException {
    this.database = database;
    this.file = file;
    this.exact = wanted.exact();
    this.statement = database.createStatement();
    this.rows = statement.executeQuery("SELECT " + wanted.select() + " FROM " + Schema.table(file));
    this.texts = rows.getMetaData().getColumnCount() - exact.length;
  }

  @Override
  public boolean next() {
    try {
      row++;
      return rows.next();
    } catch (SQLException e) {
      throw Faults.damaged(file, row, e);
    }
  }

  @Override
  public long row() {
    return row;
  }

  @Override
  public Optional<String> text(int column) {
    return Optional.ofNullable(cell(column));
  }

  @Override
  public OptionalDouble number(int column) {
    try {
      if (exact[column]) {
        double value = rows.getDouble(texts + column + 1);
        return rows.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
      }
    } catch (SQLException e) {
      throw Faults.damaged(file, row, e);
    }
    String said = cell(texts + column);
    return said == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(said));
  }

  private @Nullable String cell(int column) {
    try {
      return rows.getString(column + 1);
    } catch (SQLException e) {
      throw Faults.damaged(file, row, e);
    }
  }

  @Override
  public void close() {
    try (database;
        statement;
        rows) {
      row = 0;
    } catch (SQLException e) {
      // What was read has been read.
      row = 0;
    }
  }
}
