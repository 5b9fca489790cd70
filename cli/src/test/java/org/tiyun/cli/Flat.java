package org.tiyun.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON text as flat names and values: {@code a.b.0.c}; strings without their marks. */
final class Flat {
  private final String text;
  private final Map<String, String> values = new LinkedHashMap<>();
  private int at;

  private Flat(String text) {
    this.text = text;
  }

  static Map<String, String> of(String json) {
    Flat flat = new Flat(json);
    flat.value("");
    flat.blank();
    if (flat.at != json.length()) {
      throw new IllegalArgumentException("text after the JSON value at " + flat.at);
    }
    return flat.values;
  }

  private void value(String path) {
    blank();
    switch (text.charAt(at)) {
      case '{' -> many(path, '}', true);
      case '[' -> many(path, ']', false);
      case '"' -> values.put(path, string());
      default -> {
        int start = at;
        while (at < text.length() && ",]} \n".indexOf(text.charAt(at)) < 0) {
          at++;
        }
        values.put(path, text.substring(start, at));
      }
    }
  }

  private void many(String path, char end, boolean named) {
    at++;
    blank();
    for (int number = 0; text.charAt(at) != end; number++) {
      String name = named ? string() : String.valueOf(number);
      blank();
      at += named ? 1 : 0;
      value(path.isEmpty() ? name : path + "." + name);
      blank();
      if (text.charAt(at) == ',') {
        at++;
        blank();
      }
    }
    at++;
  }

  private String string() {
    StringBuilder out = new StringBuilder();
    for (at++; text.charAt(at) != '"'; at++) {
      if (text.charAt(at) == '\\') {
        at++;
      }
      out.append(text.charAt(at));
    }
    at++;
    return out.toString();
  }

  private void blank() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
