package org.tiyun.ledger.table;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A column of a table and what its cells must satisfy.
 *
 * @param expected false where the column may be missing from the file
 * @param required whether a blank cell is an error
 * @param allowed the values allowed; empty where any is
 * @param minimum smallest value, as written in the schema; dates compare as text
 */
public record Field(
    String name,
    FieldType type,
    boolean expected,
    boolean required,
    boolean unique,
    List<String> allowed,
    Optional<Pattern> pattern,
    Optional<String> minimum,
    Optional<String> maximum,
    OptionalInt minLength,
    OptionalInt maxLength) {

  /** A column that must be there, each of its cells filled. */
  public static Field needed(String name, FieldType type) {
    return plain(name, type, true, true, List.of());
  }

  /** A column whose filled cells take one of these values; it must be there. */
  public static Field oneOf(String name, List<String> allowed) {
    return plain(name, FieldType.STRING, true, true, allowed);
  }

  /** A column that may be missing, and its cells blank. */
  public static Field optional(String name, FieldType type) {
    return plain(name, type, false, false, List.of());
  }

  /** The same column with its cells allowed to be blank. */
  public Field blankAllowed() {
    return new Field(
        name, type, expected, false, unique, allowed, pattern, minimum, maximum, minLength,
        maxLength);
  }

  /** The same column with a smallest value. */
  public Field atLeast(String smallest) {
    return new Field(
        name,
        type,
        expected,
        required,
        unique,
        allowed,
        pattern,
        Optional.of(smallest),
        maximum,
        minLength,
        maxLength);
  }

  /**
   * What the package declares and what the ledger needs, together: the ledger's type, because it
   * will read the cell so; of the rest, whatever either asks: values that both allow, the larger
   * minimum.
   */
  public Field and(Field needed) {
    return new Field(
        name,
        needed.type == FieldType.STRING ? type : needed.type,
        expected || needed.expected,
        required || needed.required,
        unique || needed.unique,
        both(allowed, needed.allowed),
        pattern,
        larger(minimum, needed.minimum),
        maximum.or(needed::maximum),
        minLength,
        maxLength);
  }

  private static List<String> both(List<String> declared, List<String> needed) {
    List<String> both = declared.stream().filter(needed::contains).toList();
    return needed.isEmpty() ? declared : both.isEmpty() ? needed : both;
  }

  private static Optional<String> larger(Optional<String> declared, Optional<String> needed) {
    if (declared.isEmpty() || needed.isEmpty()) {
      return declared.or(() -> needed);
    }
    OptionalDouble mine = Numbers.parse(declared.get());
    OptionalDouble least = Numbers.parse(needed.get());
    boolean stricter =
        mine.isPresent() && least.isPresent() && mine.getAsDouble() >= least.getAsDouble();
    return stricter ? declared : needed;
  }

  private static Field plain(
      String name, FieldType type, boolean expected, boolean required, List<String> allowed) {
    return new Field(
        name,
        type,
        expected,
        required,
        false,
        allowed,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty());
  }
}
