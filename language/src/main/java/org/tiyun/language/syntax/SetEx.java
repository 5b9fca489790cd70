package org.tiyun.language.syntax;

import java.util.List;
import java.util.Optional;

/** A set or relation as written. */
public sealed interface SetEx {

  Span span();

  record Named(String name, Span span) implements SetEx {}

  /** Elements or tuples. */
  record Literal(List<List<Ex.Element>> elements, Span span) implements SetEx {}

  /** Whole numbers. */
  record Range(Ex low, Ex high, Span span) implements SetEx {}

  /** What stands in columns of a table, in table order. */
  record Columns(String table, List<Ex.Element> columns, Optional<Ex> where, Span word, Span span)
      implements SetEx {}

  /** {@code +} union, {@code -} difference, {@code &} intersection. */
  record Joined(char op, SetEx a, SetEx b, Span span) implements SetEx {}
}
