package org.tiyun.language.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tiyun.language.syntax.Shown;
import org.tiyun.language.syntax.Span;
import org.tiyun.language.syntax.Unread;
import org.tiyun.words.Finding;
import org.tiyun.words.Nearest;
import org.tiyun.words.Place;
import org.tiyun.words.Severity;

/** What was found wrong: once for each code and place, however often it is met in unrolling. */
final class Report {
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Nearest nearest = new Nearest();
  private int errors;
  private Unread unread = Unread.NOTHING;

  List<Finding> findings() {
    return findings;
  }

  /** What somebody probably meant; sought only so long, so that a broken model is soon answered. */
  Optional<String> near(String name, Collection<String> candidates) {
    return nearest.to(name, candidates);
  }

  /** What could not be read, and so is not to be missed. */
  Unread unread() {
    return unread;
  }

  void unread(Unread more) {
    unread = unread.and(more);
  }

  boolean clean() {
    return errors == 0;
  }

  /** How many errors were found so far. */
  int errors() {
    return errors;
  }

  void add(Finding finding) {
    findings.add(finding);
    if (finding.severity() == Severity.ERROR) {
      errors++;
    }
  }

  /** Reports an error; values are given as name, value, name, value. */
  void error(String code, Span span, Object... values) {
    if (first(code, span)) {
      add(new Finding(code, Severity.ERROR, Optional.of(span.place()), map(values), List.of()));
    }
  }

  /** Reports an error that may be there for one element of a set and not for the next. */
  void eachError(String code, Span span, Object... values) {
    if (first(code + " " + map(values), span)) {
      add(new Finding(code, Severity.ERROR, Optional.of(span.place()), map(values), List.of()));
    }
  }

  void warning(String code, Span span, Object... values) {
    if (first(code, span)) {
      add(new Finding(code, Severity.WARNING, Optional.of(span.place()), map(values), List.of()));
    }
  }

  /** Reports a warning that may be there for one element of a set and not for the next. */
  void eachWarning(String code, Span span, Object... values) {
    if (first(code + " " + map(values), span)) {
      add(new Finding(code, Severity.WARNING, Optional.of(span.place()), map(values), List.of()));
    }
  }

  /**
   * A value outside its range. A remark and no error: to ask what lies beyond what the author
   * thought possible is what a scenario is for.
   *
   * @param stated where the range is written, if not beside the value
   */
  void outside(
      Span span, String name, double value, double low, double high, Optional<Place> stated) {
    if (first("W0202", span)) {
      Map<String, Object> values =
          map(
              "name",
              name,
              "value",
              Inputs.shown(value),
              "low",
              Inputs.shown(low),
              "high",
              Inputs.shown(high));
      Finding finding =
          new Finding("W0202", Severity.WARNING, Optional.of(span.place()), values, List.of());
      add(stated.isEmpty() ? finding : finding.because("W0202.stated", stated, values));
    }
  }

  /** Reports an error with another place that led to it. */
  void because(String code, Span span, String key, Span other, Object... values) {
    if (first(code, span)) {
      add(
          new Finding(code, Severity.ERROR, Optional.of(span.place()), map(values), List.of())
              .because(key, Optional.of(other.place()), map(values)));
    }
  }

  /** Whether nothing with this code stands at this place yet. */
  boolean first(String code, Span span) {
    return seen.add(code + " " + span.start() + " " + span.end() + " " + span.source().name());
  }

  static Map<String, Object> map(Object... values) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i + 1 < values.length; i += 2) {
      Object value = values[i + 1];
      if (value instanceof Optional<?> optional) {
        optional.ifPresent(v -> map.put("near", v));
      } else {
        map.put((String) values[i], value instanceof String text ? Shown.of(text) : value);
      }
    }
    return map;
  }
}
