package org.tiyun.language.syntax;

import java.util.List;
import java.util.Optional;
import org.tiyun.language.model.Expr.BinaryOp;
import org.tiyun.language.model.Expr.UnaryOp;

/** An expression as written. */
public sealed interface Ex {

  Span span();

  record Num(double value, Span span) implements Ex {}

  record Text(String text, Span span) implements Ex {}

  /** A period of the calendar. */
  record Period(String label, Span span) implements Ex {}

  /**
   * A name with its indices and lag: {@code debt[c][lenders](-1)}.
   *
   * @param groups one list for each pair of square brackets
   * @param lag 0 or more
   * @param word the name alone
   */
  record Ref(String name, List<List<Ex>> groups, int lag, Span word, Span span) implements Ex {}

  record Call(String function, List<Ex> args, Span word, Span span) implements Ex {}

  /** {@code lookup(x, x1: y1, ...)}. */
  record Lookup(Ex x, List<Point> points, Span span) implements Ex {}

  /** A point of a lookup. */
  record Point(Ex x, Ex y) {}

  /** {@code sum(c in cloud where condition : body)}. */
  record Over(
      String function,
      List<Binder> binders,
      Optional<Ex> where,
      Optional<Ex> body,
      Span word,
      Span span)
      implements Ex {}

  record Unary(UnaryOp op, Ex a, Span span) implements Ex {}

  /** {@code sign} is where the operator stands. */
  record Binary(BinaryOp op, Ex a, Ex b, Span sign, Span span) implements Ex {}

  /** {@code c in rich}, {@code (l, c) in hosts}, {@code role in {"a", "b"}}. */
  record Member(List<Ex> left, SetEx set, Span span) implements Ex {}

  /** {@code table[conditions].column}. */
  record Read(String table, List<Ex> conditions, String column, Span word, Span span)
      implements Ex {}

  /** {@code {openai: 19, else: 15}} or {@code {2026Q1: 11.5}}. */
  record Map(List<Entry> entries, Span span) implements Ex {}

  /** An entry; {@code key} is empty for {@code else}. */
  record Entry(List<Element> key, Ex value, Span span) {}

  /** {@code value else other}: the other where no row of a table is found. */
  record Else(Ex value, Ex other, Span span) implements Ex {}

  /** Element of a set by name, number or text. */
  record Element(String text, Span span) {}

  /**
   * What an index runs over.
   *
   * @param names the indices, or, without a set, one element
   * @param set its set or relation; empty where the names are elements
   */
  record Binder(List<Element> names, Optional<Element> set, Span span) {}
}
