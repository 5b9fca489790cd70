package org.tiyun.language.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A set (arity 1) or relation with its elements, in order. */
final class Tuples {
  private final String name;
  private final int arity;
  private final List<List<String>> rows;
  private final Set<List<String>> members;
  private final Map<Integer, Map<List<String>, List<List<String>>>> restricted = new HashMap<>();

  Tuples(String name, int arity, Collection<List<String>> rows) {
    this.name = name;
    this.arity = arity;
    this.members = new LinkedHashSet<>(rows);
    this.rows = List.copyOf(members);
  }

  String name() {
    return name;
  }

  int arity() {
    return arity;
  }

  List<List<String>> rows() {
    return rows;
  }

  boolean contains(List<String> tuple) {
    return members.contains(tuple);
  }

  /** First parts: the elements of a set. */
  List<String> elements() {
    return rows.stream().map(r -> r.get(0)).collect(Collectors.toList());
  }

  /**
   * The rows that have the given values at the positions of {@code mask} (bit i: position i). The
   * first call for a mask makes an index, so that many restrictions cost no scan each.
   */
  List<List<String>> restrict(int mask, List<String> values) {
    if (mask == 0) {
      return rows;
    }
    return restricted.computeIfAbsent(mask, this::index).getOrDefault(values, List.of());
  }

  private Map<List<String>, List<List<String>>> index(int mask) {
    Map<List<String>, List<List<String>>> index = new HashMap<>();
    for (List<String> row : rows) {
      List<String> key = new ArrayList<>();
      for (int i = 0; i < arity; i++) {
        if ((mask & (1 << i)) != 0) {
          key.add(row.get(i));
        }
      }
      index.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
    }
    return index;
  }
}
