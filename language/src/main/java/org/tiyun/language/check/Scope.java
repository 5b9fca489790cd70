package org.tiyun.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Indices that are bound where an expression stands, with the element each has. */
final class Scope {
  private final List<String> names = new ArrayList<>();
  private final List<String> values = new ArrayList<>();

  Optional<String> value(String name) {
    for (int i = names.size() - 1; i >= 0; i--) {
      if (names.get(i).equals(name)) {
        return Optional.of(values.get(i));
      }
    }
    return Optional.empty();
  }

  boolean binds(String name) {
    return names.contains(name);
  }

  List<String> names() {
    return names;
  }

  void push(String name, String value) {
    names.add(name);
    values.add(value);
  }

  int size() {
    return names.size();
  }

  void cut(int size) {
    while (names.size() > size) {
      names.remove(names.size() - 1);
      values.remove(values.size() - 1);
    }
  }

  Scope copy() {
    Scope copy = new Scope();
    copy.names.addAll(names);
    copy.values.addAll(values);
    return copy;
  }
}
