package org.tiyun.ledger.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the fields of a Table Schema. */
final class SchemaReader {
  /** Told of each property whose value cannot be used. */
  interface Complaint {
    void about(Json json, String property, String value);
  }

  private final Complaint complaint;

  SchemaReader(Complaint complaint) {
    this.complaint = complaint;
  }

  List<Field> fields(Json schema) {
    Optional<Json> listed = schema.member("fields");
    if (listed.isEmpty() || !(listed.get() instanceof Json.Items items)) {
      return List.of();
    }
    List<Field> fields = new ArrayList<>();
    for (Json item : items.of()) {
      Optional<String> name = item.member("name").flatMap(Json::scalar);
      if (name.isEmpty() || fields.stream().anyMatch(field -> field.name().equals(name.get()))) {
        complaint.about(item, "fields.name", name.orElse(""));
      } else {
        fields.add(field(item, name.get()));
      }
    }
    return List.copyOf(fields);
  }

  private Field field(Json json, String name) {
    Json constraints = json.member("constraints").orElse(new Json.Nothing(json.line()));
    FieldType type = type(json);
    for (String property : List.of("decimalChar", "groupChar", "bareNumber")) {
      Optional<Json> found = json.member(property);
      String value = found.flatMap(Json::scalar).orElse("");
      if (found.isPresent() && !value.equals(".") && !value.equals("true")) {
        complaint.about(found.get(), property, value);
      }
    }
    return new Field(
        name,
        type,
        true,
        truth(constraints, "required"),
        truth(constraints, "unique"),
        allowed(constraints),
        pattern(constraints),
        bound(constraints, "minimum", type),
        bound(constraints, "maximum", type),
        length(constraints, "minLength"),
        length(constraints, "maxLength"));
  }

  private FieldType type(Json json) {
    Optional<Json> written = json.member("type");
    Optional<String> name = written.flatMap(Json::scalar);
    if (name.isEmpty()) {
      return FieldType.STRING;
    }
    Optional<FieldType> type = FieldType.named(name.get());
    if (type.isEmpty()) {
      complaint.about(written.get(), "type", name.get());
    }
    Optional<String> format = json.member("format").flatMap(Json::scalar);
    if (type.isPresent()
        && type.get().isDate()
        && format.isPresent()
        && !List.of("default", "%Y-%m-%d").contains(format.get())) {
      complaint.about(json, "format", format.get());
    }
    return type.orElse(FieldType.STRING);
  }

  private List<String> allowed(Json constraints) {
    Optional<Json> listed = constraints.member("enum");
    if (listed.isEmpty()) {
      return List.of();
    }
    if (!(listed.get() instanceof Json.Items items) || items.of().isEmpty()) {
      complaint.about(listed.get(), "enum", "");
      return List.of();
    }
    return items.of().stream().flatMap(item -> item.scalar().stream()).distinct().toList();
  }

  private Optional<Pattern> pattern(Json constraints) {
    Optional<Json> written = constraints.member("pattern");
    Optional<String> text = written.flatMap(Json::scalar);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Pattern.compile(text.get()));
    } catch (PatternSyntaxException e) {
      complaint.about(written.get(), "pattern", text.get());
      return Optional.empty();
    }
  }

  private Optional<String> bound(Json constraints, String name, FieldType type) {
    Optional<Json> written = constraints.member(name);
    Optional<String> bound = written.flatMap(Json::scalar);
    if (bound.isPresent() && type.isNumeric() && Numbers.parse(bound.get()).isEmpty()) {
      complaint.about(written.get(), name, bound.get());
      return Optional.empty();
    }
    return bound;
  }

  private OptionalInt length(Json constraints, String name) {
    Optional<Json> written = constraints.member(name);
    Optional<String> text = written.flatMap(Json::scalar);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!Numbers.isInteger(text.get()) || text.get().length() > 9) {
      complaint.about(written.get(), name, text.get());
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(text.get()));
  }

  private static boolean truth(Json constraints, String name) {
    return constraints.member(name).flatMap(Json::scalar).filter("true"::equals).isPresent();
  }
}
