package org.tiyun.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one catalogue of messages and terms. A text has a key and named places such as {@code
 * {firm}}; it stands once in English and once in Chinese, in the file of the module that says it.
 *
 * <p>Thread-safe; loaded once per language.
 */
public final class Words {
  /** The files of the catalogue, one for each module that speaks. */
  public static final List<String> AREAS =
      List.of(
          "common", "ledger", "circuit", "language", "engine", "study", "view", "studio", "cli");

  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]*)}");
  private static final Map<Lang, Words> LOADED =
      Collections.synchronizedMap(new EnumMap<>(Lang.class));

  private final Lang lang;
  private final Map<String, String> texts;

  private Words(Lang lang, Map<String, String> texts) {
    this.lang = lang;
    this.texts = texts;
  }

  /** The catalogue in one language. */
  public static Words in(Lang lang) {
    return LOADED.computeIfAbsent(lang, Words::load);
  }

  public Lang lang() {
    return lang;
  }

  /** All keys, sorted. */
  public Set<String> keys() {
    return Collections.unmodifiableSet(new TreeSet<>(texts.keySet()));
  }

  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /** The text without filling its places. */
  public String text(String key) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException(
          "no text '" + key + "' in the " + lang.tag() + " catalogue");
    }
    return text;
  }

  /** The text with its named places filled; a place without a value stays as it stands. */
  public String say(String key, Map<String, ?> values) {
    Matcher matcher = PLACE.matcher(text(key));
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      Object value = values.get(matcher.group(1));
      String said = value == null ? matcher.group() : spoken(value);
      matcher.appendReplacement(out, Matcher.quoteReplacement(said));
    }
    return matcher.appendTail(out).toString();
  }

  /** The text with places filled from {@code name, value, name, value, ...}. */
  public String say(String key, Object... namesAndValues) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return say(key, values);
  }

  /** The names of the places in a text, sorted: both languages must have the same. */
  public Set<String> places(String key) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = PLACE.matcher(text(key));
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private String spoken(Object value) {
    // A Term is a key into this same catalogue, so that a value inside a message is translated too.
    return value instanceof Term term ? text(term.key()) : String.valueOf(value);
  }

  private static Words load(Lang lang) {
    Map<String, String> texts = new HashMap<>();
    for (String area : AREAS) {
      String file = lang.tag() + "/" + area + ".properties";
      try (var in = Words.class.getResourceAsStream(file)) {
        if (in == null) {
          continue;
        }
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
          properties.load(reader);
        }
        for (String key : properties.stringPropertyNames()) {
          texts.put(key, properties.getProperty(key));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the catalogue file " + file, e);
      }
    }
    return new Words(lang, Map.copyOf(texts));
  }
}
