package org.tiyun.studio.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** The body of a POST: one JSON object of texts and numbers, at most one level below. */
final class Body {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(4)
                  .maxStringLength(1 << 20)
                  .maxNumberLength(64)
                  .maxNameLength(400)
                  .build())
          .build();

  private Body() {}

  /**
   * Its fields as texts; those of an inner object as {@code outer.inner}.
   *
   * @throws Failure E0704 for anything else
   */
  static Map<String, List<String>> read(byte[] bytes, String dot) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw wrong("{ }");
      }
      object(in, "", dot, fields);
      if (in.nextToken() != null) {
        throw wrong("}");
      }
      return fields;
    } catch (JacksonException e) {
      throw wrong(String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse(""));
    }
  }

  private static void object(
      JsonParser in, String before, String dot, Map<String, List<String>> fields) {
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = before + in.currentName();
      switch (in.nextToken()) {
        case START_OBJECT -> {
          if (!before.isEmpty()) {
            throw wrong(name);
          }
          object(in, name + dot, dot, fields);
        }
        case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
            fields.computeIfAbsent(name, n -> new ArrayList<>()).add(in.getString());
        case VALUE_NULL -> {}
        default -> throw wrong(name);
      }
    }
  }

  private static Failure wrong(String fault) {
    String shown = fault.length() > 120 ? fault.substring(0, 120) : fault;
    return new Failure(Finding.error("E0704").with("fault", shown));
  }
}
