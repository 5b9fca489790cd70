package org.tiyun.parquet;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The columns of a Parquet file as the file has them. */
final class Schema {
  private Schema() {}

  /**
   * @param name as the file writes it; a file may have it twice
   * @param type as DuckDB calls it
   */
  record Field(String name, String type) {}

  static List<Field> of(Connection database, Path file) throws SQLException {
    List<String> names = names(database, file);
    List<Field> fields = new ArrayList<>();
    // DuckDB renames what stands twice, and keeps the order.
    try (Statement ask = database.createStatement();
        ResultSet rows = ask.executeQuery("DESCRIBE SELECT * FROM " + table(file))) {
      while (rows.next() && fields.size() < names.size()) {
        fields.add(new Field(names.get(fields.size()), rows.getString("column_type")));
      }
    }
    return fields;
  }

  /** A file as a table of SQL. */
  static String table(Path file) {
    return "read_parquet("
        + Database.oneFile(file)
        + ", hive_partitioning = false, binary_as_string = true)";
  }

  /** The names of the upper level: below the root, without what lies inside a column. */
  private static List<String> names(Connection database, Path file) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement ask = database.createStatement();
        ResultSet rows =
            ask.executeQuery(
                "SELECT name, coalesce(num_children, 0) FROM parquet_schema("
                    + Database.oneFile(file)
                    + ")")) {
      long inside = 0;
      boolean root = true;
      while (rows.next()) {
        long children = rows.getLong(2);
        if (root) {
          root = false;
        } else if (inside > 0) {
          inside += children - 1;
        } else {
          names.add(rows.getString(1));
          inside = children;
        }
      }
    }
    return names;
  }
}
