package org.tiyun.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that is wrong, in no language yet: the code and the values are kept, the sentence is
 * made when it is shown. The catalogue holds for each code {@code CODE.message} and {@code
 * CODE.help} (both may have places), and {@code CODE.explain} (the page of {@code tiyun explain}).
 *
 * @param code stable, such as {@code E0214}; the same in both languages
 * @param place where; empty where there is no file to point at
 * @param values what fills the places of the message and help, by name
 * @param because further places that led here, in order, each with a catalogue key
 */
public record Finding(
    String code,
    Severity severity,
    Optional<Place> place,
    Map<String, Object> values,
    List<Because> because) {

  /** A step of the explanation: a place, and the catalogue key of what is said about it. */
  public record Because(String key, Optional<Place> place, Map<String, Object> values) {}

  public Finding {
    values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    because = List.copyOf(because);
  }

  public static Finding error(String code) {
    return new Finding(code, Severity.ERROR, Optional.empty(), Map.of(), List.of());
  }

  public static Finding error(String code, Place place) {
    return new Finding(code, Severity.ERROR, Optional.of(place), Map.of(), List.of());
  }

  public static Finding warning(String code, Place place) {
    return new Finding(code, Severity.WARNING, Optional.of(place), Map.of(), List.of());
  }

  /** The same finding with one more value. */
  public Finding with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new Finding(code, severity, place, more, because);
  }

  /** The same finding with one more step of explanation. */
  public Finding because(String key, Optional<Place> where, Map<String, Object> said) {
    List<Because> more = new ArrayList<>(because);
    more.add(new Because(key, where, said));
    return new Finding(code, severity, place, values, more);
  }

  public String message(Words words) {
    return words.say(code + ".message", values);
  }

  /**
   * What to do; empty where the catalogue has no help for this code. A help that names a value the
   * finding has not (no similar name was found, say) gives way to {@code CODE.help.plain}.
   */
  public Optional<String> help(Words words) {
    for (String key : List.of(code + ".help", code + ".help.plain")) {
      if (words.has(key) && values.keySet().containsAll(words.places(key))) {
        return Optional.of(words.say(key, values));
      }
    }
    return Optional.empty();
  }
}
