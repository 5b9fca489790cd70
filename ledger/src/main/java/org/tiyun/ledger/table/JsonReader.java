package org.tiyun.ledger.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON text into a tree with lines. Only Jackson's streaming part is used: binding classes
 * would lose the lines, and costs more time to load than the whole package takes to read.
 */
final class JsonReader {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private JsonReader() {}

  /**
   * @param file how the user names the file
   * @throws Failure E0404 with line and column where the text is not JSON
   */
  static Json read(String file, String text) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw broken(file, text, 1, 1);
      }
      Json json = value(parser, first);
      if (parser.nextToken() != null) {
        var at = parser.currentTokenLocation();
        throw broken(file, text, at.getLineNr(), at.getColumnNr());
      }
      return json;
    } catch (JacksonException e) {
      var at = e.getLocation();
      int line = at == null ? 1 : Math.max(1, at.getLineNr());
      int column = at == null ? 1 : Math.max(1, at.getColumnNr());
      throw broken(file, text, line, column);
    }
  }

  private static Json value(JsonParser parser, JsonToken token) {
    int line = parser.currentTokenLocation().getLineNr();
    return switch (token) {
      case START_OBJECT -> members(parser, line);
      case START_ARRAY -> items(parser, line);
      case VALUE_STRING -> new Json.Text(parser.getString(), line);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Figure(parser.getString(), line);
      case VALUE_TRUE -> new Json.Truth(true, line);
      case VALUE_FALSE -> new Json.Truth(false, line);
      default -> new Json.Nothing(line);
    };
  }

  private static Json members(JsonParser parser, int line) {
    Map<String, Json> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      members.put(name, value(parser, parser.nextToken()));
    }
    return new Json.Members(members, line);
  }

  private static Json items(JsonParser parser, int line) {
    List<Json> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(value(parser, token));
    }
    return new Json.Items(items, line);
  }

  private static Failure broken(String file, String text, int line, int column) {
    String shown = text.lines().skip(line - 1L).findFirst().orElse("");
    Place place = Place.text(file, line, column, 1, shown);
    return new Failure(Finding.error("E0404", place).with("line", line).with("column", column));
  }
}
