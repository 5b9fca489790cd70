package org.tiyun.ledger.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value that remembers the 1-based line where it begins, so that a finding can name it. */
sealed interface Json {
  int line();

  /** An object; members in the order of the file. */
  record Members(Map<String, Json> of, int line) implements Json {}

  record Items(List<Json> of, int line) implements Json {}

  record Text(String value, int line) implements Json {}

  /** A number, as it was written. */
  record Figure(String written, int line) implements Json {}

  record Truth(boolean value, int line) implements Json {}

  record Nothing(int line) implements Json {}

  /** A member of an object; empty for anything else, and for {@code null}. */
  default Optional<Json> member(String name) {
    if (!(this instanceof Members members)) {
      return Optional.empty();
    }
    return Optional.ofNullable(members.of().get(name)).filter(json -> !(json instanceof Nothing));
  }

  /** The text of a string, or of a number as written; empty for anything else. */
  default Optional<String> scalar() {
    return switch (this) {
      case Text text -> Optional.of(text.value());
      case Figure figure -> Optional.of(figure.written());
      case Truth truth -> Optional.of(String.valueOf(truth.value()));
      case Members _, Items _, Nothing _ -> Optional.empty();
    };
  }
}
