package org.tiyun.parquet;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;
import org.tiyun.words.Term;

/** What is said of a file that cannot be read or written. */
final class Faults {
  private Faults() {}

  static Failure unreadable(Path file, long row, String why) {
    int line = (int) Math.min(row, Integer.MAX_VALUE);
    return new Failure(
        Finding.error(
                "E0510", new Place(shown(file), line, 0, 0, Optional.empty(), Optional.empty()))
            .with("file", shown(file))
            .with("why", new Term(why)));
  }

  /** What DuckDB could not read: its own words are for programmers, and not in two languages. */
  static Failure damaged(Path file, long row, SQLException e) {
    boolean large = String.valueOf(e.getMessage()).startsWith("Out of Memory");
    return unreadable(file, row, large ? "unreadable.memory" : "unreadable.parquet");
  }

  static Failure unwritable(Path file) {
    return new Failure(Finding.error("E0117").with("file", file));
  }

  /** A path as the user would write it. */
  static String shown(Path file) {
    return file.toString().replace('\\', '/');
  }
}
