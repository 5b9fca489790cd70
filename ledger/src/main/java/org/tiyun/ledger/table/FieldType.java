package org.tiyun.ledger.table;

import java.util.Locale;
import java.util.Optional;
import org.tiyun.words.Term;

/**
 * What a cell may hold. The first group are types of the Frictionless Table Schema, in their
 * default formats; the last two are what this ledger's columns need beyond them.
 */
public enum FieldType {
  STRING,
  NUMBER,
  INTEGER,
  BOOLEAN,
  DATE,
  TIME,
  DATETIME,
  YEAR,
  YEARMONTH,
  DURATION,
  GEOPOINT,
  GEOJSON,
  OBJECT,
  ARRAY,
  ANY,
  /** A day, month or year, as far as seen: YYYY, YYYY-MM or YYYY-MM-DD. */
  PARTIAL_DATE,
  /** A year, quarter, month or day, or two of them as start/end. */
  PERIOD;

  /** The type named so in a Table Schema. */
  static Optional<FieldType> named(String name) {
    for (FieldType type : values()) {
      if (type.ordinal() <= ANY.ordinal() && type.name().toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** What is said of the type in a message. */
  Term term() {
    return new Term("ledger.type." + name().toLowerCase(Locale.ROOT));
  }

  boolean isDate() {
    return this == DATE || this == YEARMONTH || this == PARTIAL_DATE || this == PERIOD;
  }

  boolean isNumeric() {
    return this == NUMBER || this == INTEGER || this == YEAR;
  }

  /**
   * Whether the text can be read as this type. Types that no column here needs are not looked into.
   */
  boolean accepts(String text) {
    return switch (this) {
      case STRING, ANY, TIME, DURATION, GEOPOINT, GEOJSON, OBJECT, ARRAY -> true;
      case NUMBER -> Numbers.parse(text).isPresent();
      case INTEGER -> Numbers.isInteger(text);
      case BOOLEAN ->
          switch (text) {
            case "true", "True", "TRUE", "1", "false", "False", "FALSE", "0" -> true;
            default -> false;
          };
      case DATE -> text.length() == 10 && Dates.exists(text);
      case DATETIME ->
          text.length() >= 11 && text.charAt(10) == 'T' && Dates.exists(text.substring(0, 10));
      case YEAR -> text.length() == 4 && Dates.exists(text);
      case YEARMONTH -> text.length() == 7 && Dates.exists(text);
      case PARTIAL_DATE -> Dates.exists(text);
      case PERIOD -> Dates.isPeriod(text);
    };
  }
}
