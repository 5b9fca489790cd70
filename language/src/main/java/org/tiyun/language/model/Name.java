package org.tiyun.language.model;

import java.util.List;

/**
 * The name of a scalar: the declared name and the elements of its indices, in order. A holding of
 * an indexed claim has the holder as its last element.
 */
public record Name(String base, List<String> elements) {
  public Name {
    elements = List.copyOf(elements);
  }

  public static Name of(String base, String... elements) {
    return new Name(base, List.of(elements));
  }

  /** Elements joined by {@code /}; empty for a scalar without indices. */
  public String entity() {
    return String.join("/", elements);
  }

  @Override
  public String toString() {
    return elements.isEmpty() ? base : base + "[" + String.join(", ", elements) + "]";
  }
}
