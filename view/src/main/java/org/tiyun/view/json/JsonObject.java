package org.tiyun.view.json;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * A JSON object being written, field by field, in the order of the calls. A number that is not
 * finite and an empty Optional leave their field out: what is unknown is absent, never 0 or null.
 */
public final class JsonObject {
  private final JsonGenerator out;

  private JsonObject(JsonGenerator out) {
    this.out = out;
  }

  /** The text of one object, indented, ending with a line break. */
  public static String text(Consumer<JsonObject> fields) {
    java.io.StringWriter text = new java.io.StringWriter();
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    ObjectWriteContext context =
        new ObjectWriteContext.Base() {
          @Override
          public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
            return printer.createInstance();
          }

          @Override
          public boolean hasPrettyPrinter() {
            return true;
          }
        };
    try (JsonGenerator out = new JsonFactory().createGenerator(context, text)) {
      new JsonObject(out).object(fields);
    }
    return text.append('\n').toString();
  }

  /** The text of one object on one line: for programs that ask many times a second. */
  public static String compact(Consumer<JsonObject> fields) {
    java.io.StringWriter text = new java.io.StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      new JsonObject(out).object(fields);
    }
    return text.toString();
  }

  private void object(Consumer<JsonObject> fields) {
    out.writeStartObject();
    fields.accept(this);
    out.writeEndObject();
  }

  public JsonObject put(String name, String value) {
    out.writeStringProperty(name, value);
    return this;
  }

  public JsonObject put(String name, long value) {
    out.writeNumberProperty(name, value);
    return this;
  }

  public JsonObject put(String name, boolean value) {
    out.writeBooleanProperty(name, value);
    return this;
  }

  public JsonObject put(String name, double value) {
    if (Double.isFinite(value)) {
      // -0.0 and 0.0 are one number to a reader.
      out.writeNumberProperty(name, value == 0 ? 0.0 : value);
    }
    return this;
  }

  public JsonObject put(String name, OptionalDouble value) {
    value.ifPresent(v -> put(name, v));
    return this;
  }

  public JsonObject put(String name, Optional<String> value) {
    value.ifPresent(v -> put(name, v));
    return this;
  }

  /** A nested object. */
  public JsonObject put(String name, Consumer<JsonObject> fields) {
    out.writeName(name);
    object(fields);
    return this;
  }

  /** An object of numbers. */
  public JsonObject numbers(String name, Map<String, Double> values) {
    return put(name, inner -> values.forEach(inner::put));
  }

  /** An array of objects. */
  public <T> JsonObject objects(String name, Iterable<T> items, BiConsumer<JsonObject, T> fields) {
    out.writeArrayPropertyStart(name);
    for (T item : items) {
      object(inner -> fields.accept(inner, item));
    }
    out.writeEndArray();
    return this;
  }

  /** An array of texts. */
  public JsonObject texts(String name, Iterable<String> items) {
    out.writeArrayPropertyStart(name);
    for (Iterator<String> it = items.iterator(); it.hasNext(); ) {
      out.writeString(it.next());
    }
    out.writeEndArray();
    return this;
  }

  /** An array of numbers; what is not finite is null there, since its place must be kept. */
  public JsonObject numbers(String name, double[] values) {
    out.writeArrayPropertyStart(name);
    for (double value : values) {
      if (Double.isFinite(value)) {
        out.writeNumber(value);
      } else {
        out.writeNull();
      }
    }
    out.writeEndArray();
    return this;
  }
}
