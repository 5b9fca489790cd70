package org.tiyun.studio.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/** The parameters of a request, in order, as decoded text. */
public record Query(Map<String, List<String>> values) {

  /** Reads {@code a=1&b=2}; what cannot be decoded is E0705. */
  public static Query parse(String raw) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : raw.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
        values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
      }
    }
    return new Query(values);
  }

  /** A query of names and values, in the order given. */
  public static Query of(Map<String, List<String>> values) {
    return new Query(new LinkedHashMap<>(values));
  }

  /** The same with the beginnings of names changed. */
  public Query renamed(Map<String, String> beginnings) {
    Map<String, List<String>> other = new LinkedHashMap<>();
    values.forEach((name, list) -> {
      String called = name;
      for (Map.Entry<String, String> each : beginnings.entrySet()) {
        boolean whole = !each.getKey().endsWith(".");
        if (whole ? name.equals(each.getKey()) : name.startsWith(each.getKey())) {
          called = each.getValue() + name.substring(each.getKey().length());
        }
      }
      other.put(called, list);
    });
    return new Query(other);
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).map(List::getLast).filter(v -> !v.isEmpty());
  }

  public List<String> all(String name) {
    return List.copyOf(values.getOrDefault(name, List.of()));
  }

  /** A whole number between two bounds, or nothing where the name is absent. */
  public OptionalInt whole(String name, int least, int most) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      int value = Integer.parseInt(text.get());
      if (value >= least && value <= most) {
        return OptionalInt.of(value);
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw wrong(name, text.get());
  }

  /** One of a few words; the first of them where the name is absent. */
  public String one(String name, List<String> known) {
    String value = text(name).orElse(known.getFirst());
    if (!known.contains(value)) {
      throw wrong(name, value);
    }
    return value;
  }

  /** Nothing but these names, so that a slip is told and not passed over. */
  public void only(Set<String> known) {
    for (String name : values.keySet()) {
      if (!known.contains(name)) {
        throw new Failure(
            Finding.error("E0705")
                .with("name", shown(name))
                .with("value", shown(all(name).toString())));
      }
    }
  }

  /** E0705: this value cannot stand there. */
  public static Failure wrong(String name, String value) {
    return new Failure(
        Finding.error("E0705").with("name", shown(name)).with("value", shown(value)));
  }

  private static String shown(String text) {
    String clean =
        text.codePoints()
            .limit(80)
            .mapToObj(c -> c < 32 ? " " : Character.toString(c))
            .reduce("", String::concat);
    return clean;
  }

  /** Percent signs and plus decoded strictly as UTF-8. */
  static String decoded(String raw) {
    byte[] bytes = new byte[raw.length() * 3];
    int length = 0;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '+') {
        bytes[length++] = ' ';
      } else if (c == '%') {
        if (i + 2 >= raw.length()) {
          throw wrong("%", raw);
        }
        int high = Character.digit(raw.charAt(i + 1), 16);
        int low = Character.digit(raw.charAt(i + 2), 16);
        if (high < 0 || low < 0) {
          throw wrong("%", raw);
        }
        bytes[length++] = (byte) (high * 16 + low);
        i += 2;
      } else if (c < 128) {
        bytes[length++] = (byte) c;
      } else {
        throw wrong("%", raw);
      }
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, 0, length))
              .toString();
      if (text.indexOf('\0') >= 0) {
        throw wrong("%", raw);
      }
      return text;
    } catch (CharacterCodingException e) {
      throw wrong("%", raw);
    }
  }
}
