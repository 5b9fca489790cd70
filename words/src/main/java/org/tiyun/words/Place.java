package org.tiyun.words;

import java.util.Optional;

/**
 * Where something stands in a file.
 *
 * @param file path as the user would write it, with forward slashes
 * @param line 1-based line (in a table: of the row's first line); 0 where the whole file is meant
 * @param column 1-based column in code points; 0 where the whole line is meant
 * @param length code points to underline from {@code column}; 0 or more
 * @param field name of the table column, where the file is a table
 * @param sourceLine the text of that line, where it can be shown
 */
public record Place(
    String file,
    int line,
    int column,
    int length,
    Optional<String> field,
    Optional<String> sourceLine) {

  /** The whole file. */
  public static Place of(String file) {
    return new Place(file, 0, 0, 0, Optional.empty(), Optional.empty());
  }

  /** A cell of a table. */
  public static Place cell(String file, int line, String field) {
    return new Place(file, line, 0, 0, Optional.of(field), Optional.empty());
  }

  /** A stretch of one line of text. */
  public static Place text(String file, int line, int column, int length, String sourceLine) {
    return new Place(file, line, column, length, Optional.empty(), Optional.of(sourceLine));
  }

  /** The same place in a file that is called otherwise. */
  public Place called(String other) {
    return new Place(other, line, column, length, field, sourceLine);
  }
}
