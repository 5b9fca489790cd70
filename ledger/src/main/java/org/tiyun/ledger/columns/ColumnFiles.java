package org.tiyun.ledger.columns;

import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;

/**
 * Reads and writes Parquet. What does it needs a library of 80 MB, so it stands in a module of its
 * own, which is there only when somebody asks for such a file.
 */
public interface ColumnFiles {

  /** Whether a file is one of these: its name ends in {@code .parquet}. */
  static boolean named(Path file) {
    return file.toString().endsWith(".parquet");
  }

  /**
   * What reads and writes them.
   *
   * @param file that is to be read or written
   * @throws Failure E0120 where the module is not there
   */
  static ColumnFiles of(Path file) {
    return ServiceLoader.load(ColumnFiles.class)
        .findFirst()
        .orElseThrow(() ->
            new Failure(Finding.error("E0120", Place.of(file.toString())).with("file", file)));
  }

  /**
   * The names of a file's columns, in order.
   *
   * @throws Failure E0510 where it cannot be read
   */
  List<String> columns(Path file);

  /**
   * The rows of some columns, in the order of the file, a few at a time.
   *
   * @param texts columns read as text; whole numbers are text too
   * @param numbers columns read as numbers, after the texts
   * @throws Failure E0510 where it cannot be read, E0511 where a column is missing, E0533 where it
   *     stands twice, E0534 where it holds something else
   */
  ColumnReader read(Path file, List<String> texts, List<String> numbers);

  /**
   * Begins a file, whether or not there is one of that name. The same rows give the same bytes.
   *
   * @throws Failure E0117 where it cannot be written
   */
  ColumnWriter write(Path file, List<Column> columns);
}
