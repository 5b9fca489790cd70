package org.tiyun.parquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.tiyun.ledger.columns.Column;
import org.tiyun.ledger.columns.ColumnFiles;
import org.tiyun.ledger.columns.ColumnReader;
import org.tiyun.ledger.columns.ColumnWriter;
import org.tiyun.words.Failure;

/** Parquet files, found by the service loader. */
public final class ParquetFiles implements ColumnFiles {

  @Override
  public List<String> columns(Path file) {
    mustBeReadable(file);
    try (Connection database = Database.open()) {
      return Schema.of(database, file).stream().map(Schema.Field::name).toList();
    } catch (SQLException e) {
      throw Faults.damaged(file, 0, e);
    }
  }

  @Override
  public ColumnReader read(Path file, List<String> texts, List<String> numbers) {
    mustBeReadable(file);
    try {
      Connection database = Database.open();
      try {
        List<Schema.Field> fields = Schema.of(database, file);
        return new ParquetReader(database, file, Wanted.of(file, fields, texts, numbers));
      } catch (SQLException | Failure e) {
        database.close();
        throw e;
      }
    } catch (SQLException e) {
      throw Faults.damaged(file, 0, e);
    }
  }

  @Override
  public ColumnWriter write(Path file, List<Column> columns) {
    try {
      return new ParquetWriter(Database.open(), file, columns);
    } catch (SQLException e) {
      throw Faults.unwritable(file);
    }
  }

  private static void mustBeReadable(Path file) {
    if (Files.notExists(file)) {
      throw Faults.unreadable(file, 0, "unreadable.missing");
    }
    try {
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw Faults.unreadable(file, 0, "unreadable.access");
      }
      if (Files.size(file) == 0) {
        throw Faults.unreadable(file, 0, "unreadable.empty");
      }
    } catch (IOException e) {
      throw Faults.unreadable(file, 0, "unreadable.access");
    }
  }
}
