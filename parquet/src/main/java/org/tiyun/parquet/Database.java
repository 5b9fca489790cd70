package org.tiyun.parquet;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/** An empty DuckDB in memory, which fetches nothing, spills nothing and keeps the order of rows. */
final class Database {
  private static final List<String> SETTINGS =
      List.of(
          "SET autoinstall_known_extensions = false",
          "SET autoload_known_extensions = false",
          "SET temp_directory = ''",
          "SET memory_limit = '512MB'",
          // More threads would cut row groups as they come: other bytes for the same rows.
          "SET threads = 1");

  private Database() {}

  /**
   * @throws SQLException never seen: an empty database needs nothing
   * @throws Failure E0121 where the library does not start on this machine
   */
  static Connection open() throws SQLException {
    Properties streaming = new Properties();
    streaming.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
    try {
      Connection database = new DuckDBDriver().connect("jdbc:duckdb:", streaming);
      try (Statement set = database.createStatement()) {
        for (String setting : SETTINGS) {
          set.execute(setting);
        }
      }
      return database;
    } catch (LinkageError | IllegalStateException fault) {
      throw new Failure(Finding.error("E0121").with("fault", String.valueOf(fault.getMessage())));
    }
  }

  /** A path as a text of SQL. */
  static String quoted(Path file) {
    return text(file.toAbsolutePath().toString());
  }

  /** A path to read as a text of SQL: signs that would stand for several files mean themselves. */
  static String oneFile(Path file) {
    return text(file.toAbsolutePath().toString().replaceAll("[\\[*?]", "[$0]"));
  }

  private static String text(String said) {
    return "'" + said.replace("'", "''") + "'";
  }
}
