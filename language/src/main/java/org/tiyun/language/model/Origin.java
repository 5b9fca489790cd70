package org.tiyun.language.model;

import java.util.List;
import java.util.Optional;

/** Where an input's number comes from. */
public sealed interface Origin {

  /** Written in the model with a source in words. */
  record Stated(String source) implements Origin {}

  /** Written in the model without a source. */
  record Unsourced() implements Origin {}

  /** Read from rows of a table; a sum or count of none is 0. */
  record Rows(List<Row> rows) implements Origin {}

  /** No row was found and the model's {@code else} was taken: an assumption. */
  record Assumed(Optional<String> source) implements Origin {}

  /** Computed from other inputs. */
  record Computed() implements Origin {}

  /**
   * A row of a table: file, 1-based line, key, and what its source columns say.
   *
   * @param when the day, quarter or year that the row is about, as it stands there
   */
  record Row(
      String file,
      int line,
      String key,
      Optional<String> when,
      Optional<String> url,
      Optional<String> publisher,
      Optional<String> grade) {}
}
