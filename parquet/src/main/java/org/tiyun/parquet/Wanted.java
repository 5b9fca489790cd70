package org.tiyun.parquet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;
import org.tiyun.words.Term;

/**
 * The columns of a question, as SQL.
 *
 * @param select what stands behind SELECT
 * @param exact by number: whether it comes as a double, or as text because only text is exact
 */
record Wanted(String select, boolean[] exact) {
  private static final Set<String> WHOLE =
      Set.of(
          "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "HUGEINT",
          "UTINYINT",
          "USMALLINT",
          "UINTEGER",
          "UBIGINT",
          "UHUGEINT");
  private static final Set<String> DOUBLES = Set.of("FLOAT", "DOUBLE");

  /**
   * @throws Failure with all of E0511 (missing), E0533 (twice), E0534 (of another type)
   */
  static Wanted of(Path file, List<Schema.Field> fields, List<String> texts, List<String> numbers) {
    List<Finding> findings = new ArrayList<>();
    List<String> select = new ArrayList<>();
    boolean[] exact = new boolean[numbers.size()];
    for (String name : texts) {
      int at = place(file, fields, name, findings);
      if (at >= 0 && !isText(fields.get(at).type())) {
        findings.add(wrong(file, fields.get(at), "column.text"));
      }
      select.add("CAST(#" + (at + 1) + " AS VARCHAR)");
    }
    for (int k = 0; k < exact.length; k++) {
      int at = place(file, fields, numbers.get(k), findings);
      String type = at < 0 ? "DOUBLE" : fields.get(at).type();
      if (!isNumber(type)) {
        findings.add(wrong(file, fields.get(at), "column.number"));
      }
      exact[k] = DOUBLES.contains(type);
      select.add("CAST(#" + (at + 1) + " AS " + (exact[k] ? "DOUBLE)" : "VARCHAR)"));
    }
    if (!findings.isEmpty()) {
      throw new Failure(findings);
    }
    return new Wanted(String.join(", ", select), exact);
  }

  private static int place(
      Path file, List<Schema.Field> fields, String name, List<Finding> findings) {
    List<String> names = fields.stream().map(Schema.Field::name).toList();
    int at = names.indexOf(name);
    Place place = Place.cell(Faults.shown(file), 0, name);
    if (at < 0) {
      findings.add(
          Finding.error("E0511", place)
              .with("column", name)
              .with("columns", names.stream().limit(50).collect(Collectors.joining(", "))));
    } else if (at != names.lastIndexOf(name)) {
      findings.add(Finding.error("E0533", place).with("column", name));
    }
    return at;
  }

  private static boolean isText(String type) {
    return type.equals("VARCHAR") || plain(type, "ENUM(") || WHOLE.contains(type);
  }

  private static boolean isNumber(String type) {
    return WHOLE.contains(type) || DOUBLES.contains(type) || plain(type, "DECIMAL(");
  }

  /** Whether a type begins so and is no list of such things. */
  private static boolean plain(String type, String begin) {
    return type.startsWith(begin) && type.endsWith(")");
  }

  private static Finding wrong(Path file, Schema.Field field, String wanted) {
    String type = field.type();
    return Finding.error("E0534", Place.cell(Faults.shown(file), 0, field.name()))
        .with("column", field.name())
        .with("type", type.length() > 60 ? type.substring(0, 60) + "…" : type)
        .with("wanted", new Term(wanted));
  }
}
