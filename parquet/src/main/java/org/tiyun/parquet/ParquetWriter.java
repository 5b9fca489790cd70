package org.tiyun.parquet;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.tiyun.ledger.columns.Column;
import org.tiyun.ledger.columns.ColumnWriter;

/**
 * DuckDB takes rows when it wants them, a run gives them when it has them: a short queue stands
 * between, and DuckDB copies it to the file in a thread of its own. Memory does not grow with the
 * number of rows.
 */
final class ParquetWriter implements ColumnWriter {
  private static final int WAITING = 4;

  private final Connection database;
  private final Path file;
  private final List<Column> columns;
  private final BlockingQueue<Chunk> queue = new ArrayBlockingQueue<>(WAITING);
  private final Thread copying;
  private Chunk chunk;
  private volatile boolean complete;
  private volatile boolean given;
  private volatile boolean written;

  ParquetWriter(Connection database, Path file, List<Column> columns) throws SQLException {
    this.database = database;
    this.file = file;
    this.columns = List.copyOf(columns);
    this.chunk = new Chunk(columns);
    try (DuckDBTableFunctionBuilder function = DuckDBFunctions.tableFunction()) {
      function.withName("rows_of_a_run").withFunction(new Rows()).register(database);
    }
    this.copying = Thread.ofPlatform().daemon().name("parquet").start(this::copy);
  }

  @Override
  public ColumnWriter text(String cell) {
    chunk.add(cell);
    return sent();
  }

  @Override
  public ColumnWriter whole(long cell) {
    chunk.add(cell);
    return sent();
  }

  @Override
  public ColumnWriter number(double cell) {
    chunk.add(cell);
    return sent();
  }

  private ColumnWriter sent() {
    if (chunk.full()) {
      send(chunk);
      chunk = new Chunk(columns);
    }
    return this;
  }

  private void send(Chunk rows) {
    try {
      while (!queue.offer(rows, 1, TimeUnit.SECONDS)) {
        if (!copying.isAlive()) {
          throw Faults.unwritable(file);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Faults.unwritable(file);
    }
  }

  @Override
  public void finish() {
    send(chunk);
    complete = true;
    end();
    if (!written) {
      throw Faults.unwritable(file);
    }
  }

  @Override
  public void close() {
    end();
    try {
      database.close();
    } catch (SQLException e) {
      // The file is whole or given up: the empty database behind it matters to nobody.
      written = false;
    }
  }

  private void end() {
    given = true;
    try {
      copying.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void copy() {
    try (Statement statement = database.createStatement()) {
      statement.execute(
          "COPY (SELECT * FROM rows_of_a_run()) TO "
              + Database.quoted(file)
              + " (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)");
      written = true;
    } catch (SQLException e) {
      written = false;
    }
  }

  /** The queue as a table. */
  private final class Rows implements DuckDBTableFunction<Integer, Integer, Integer> {
    @Override
    public Integer bind(DuckDBTableFunctionBindInfo info) {
      for (Column column : columns) {
        info.addResultColumn(
            column.name(),
            switch (column.kind()) {
              case TEXT -> String.class;
              case WHOLE -> Long.class;
              case NUMBER -> Double.class;
            });
      }
      return 0;
    }

    @Override
    public Integer init(DuckDBTableFunctionInitInfo info) {
      info.setMaxThreads(1);
      return 0;
    }

    @Override
    public Integer localInit(DuckDBTableFunctionInitInfo info) {
      return 0;
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter to)
        throws InterruptedException {
      Chunk next = null;
      while (next == null) {
        boolean last = given;
        next = queue.poll(last ? 0 : 100, TimeUnit.MILLISECONDS);
        if (next == null && last) {
          if (complete) {
            return 0;
          }
          throw new IllegalStateException("given up");
        }
      }
      next.copy(to);
      return next.rows();
    }
  }
}
