package org.tiyun.language.check;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tiyun.language.syntax.Span;

/** A declared name with its cells, one for each tuple of its indices. */
final class Symbol {
  /** What the name is. */
  enum Kind {
    PARAM,
    PATH,
    SWITCH,
    EQUATION,
    FLOW,
    DUE,
    REVALUE,
    CLAIM;

    boolean input() {
      return this == PARAM || this == PATH || this == SWITCH;
    }
  }

  final String name;
  final Kind kind;
  final int arity;
  final Span span;

  /** Position of the input, variable or claim of each tuple. */
  final Map<List<String>, Integer> cells = new HashMap<>();

  boolean used;

  /** Whether its declaration is at fault, so that whoever uses it says nothing more. */
  boolean broken;

  Symbol(String name, Kind kind, int arity, Span span) {
    this.name = name;
    this.kind = kind;
    this.arity = arity;
    this.span = span;
  }

  Optional<Integer> cell(List<String> tuple) {
    return Optional.ofNullable(cells.get(tuple));
  }

  /** The elements that occur at a position: candidates for what was meant. */
  Set<String> elementsAt(int position) {
    Set<String> out = new LinkedHashSet<>();
    for (List<String> tuple : cells.keySet()) {
      out.add(tuple.get(position));
    }
    return out;
  }
}
