package org.tiyun.ledger;

import static org.tiyun.ledger.table.FieldType.DATE;
import static org.tiyun.ledger.table.FieldType.NUMBER;
import static org.tiyun.ledger.table.FieldType.PARTIAL_DATE;
import static org.tiyun.ledger.table.FieldType.PERIOD;
import static org.tiyun.ledger.table.FieldType.STRING;
import static org.tiyun.ledger.table.FieldType.YEAR;
import static org.tiyun.ledger.table.FieldType.YEARMONTH;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.tiyun.ledger.table.Field;
import org.tiyun.ledger.table.ForeignKey;
import org.tiyun.ledger.table.Resource;

/**
 * What this ledger needs of the tables that it knows, whatever a package's own schema asks: the
 * columns it reads, their types, and their keys.
 */
final class KnownTables {
  private static final List<String> GRADES = names(Grade.values());
  private static final List<String> BASES = names(Basis.values());
  private static final List<String> SIDES = List.of("in", "out");

  private static final Map<String, List<Field>> FIELDS =
      Map.of(
          "entities",
          List.of(
              Field.needed("id", STRING),
              Field.needed("name_en", STRING),
              Field.optional("name_zh", STRING),
              Field.needed("role", STRING),
              Field.optional("ticker", STRING),
              Field.optional("country", STRING)),
          "deals",
          sourced(
              Field.needed("id", STRING),
              Field.needed("announced", PARTIAL_DATE),
              Field.needed("kind", STRING),
              Field.needed("payer", STRING),
              Field.needed("payee", STRING),
              Field.needed("amount_usd_b", NUMBER).blankAllowed().atLeast("0"),
              Field.optional("amount_basis", STRING),
              Field.oneOf("stage", names(Deal.Stage.values())),
              Field.oneOf("settlement", names(Deal.Settlement.values())),
              Field.optional("start", YEARMONTH),
              Field.optional("end", YEARMONTH),
              Field.oneOf("scope", names(Deal.Scope.values())),
              Field.optional("part_of", STRING),
              Field.optional("terms", STRING)),
          "series",
          sourced(
              Field.needed("entity", STRING),
              Field.needed("metric", STRING),
              Field.needed("period", PERIOD),
              Field.needed("value", NUMBER),
              Field.needed("unit", STRING),
              Field.optional("basis", STRING)),
          "balances",
          sourced(
              Field.needed("entity", STRING),
              Field.needed("item", STRING),
              Field.needed("as_of", DATE),
              Field.needed("value", NUMBER),
              Field.needed("unit", STRING),
              Field.optional("basis", STRING)),
          "parameters",
          sourced(
              Field.needed("name", STRING),
              Field.needed("value", NUMBER),
              Field.optional("low", NUMBER),
              Field.optional("high", NUMBER),
              Field.needed("unit", STRING),
              Field.optional("meaning", STRING)),
          "flows",
          sourced(
              Field.needed("year", YEAR),
              Field.needed("payer", STRING),
              Field.needed("payee", STRING),
              Field.needed("kind", STRING),
              Field.needed("value", NUMBER).atLeast("0"),
              Field.needed("low", NUMBER).atLeast("0"),
              Field.needed("high", NUMBER).atLeast("0"),
              Field.oneOf("basis", BASES),
              Field.optional("note", STRING)),
          "totals",
          sourced(
              Field.needed("year", YEAR),
              Field.needed("entity", STRING),
              Field.needed("item", STRING),
              Field.oneOf("side", SIDES),
              Field.needed("value", NUMBER).atLeast("0"),
              Field.needed("low", NUMBER).atLeast("0"),
              Field.needed("high", NUMBER).atLeast("0"),
              Field.oneOf("basis", BASES),
              Field.optional("note", STRING)),
          "layout",
          List.of(
              Field.needed("map", STRING),
              Field.needed("id", STRING),
              Field.needed("x", NUMBER).atLeast("0"),
              Field.needed("y", NUMBER).atLeast("0"),
              Field.needed("narrow_x", NUMBER).atLeast("0"),
              Field.needed("narrow_y", NUMBER).atLeast("0")));

  private static final Map<String, List<String>> KEYS =
      Map.of(
          "entities", List.of("id"),
          "deals", List.of("id"),
          "series", List.of("entity", "metric", "period"),
          "balances", List.of("entity", "item", "as_of"),
          "parameters", List.of("name"),
          "flows", List.of("year", "payer", "payee", "kind"),
          "totals", List.of("year", "entity", "item"),
          "layout", List.of("map", "id"));

  private KnownTables() {}

  /** The resource with the ledger's own needs added; unchanged where it is no table known here. */
  static Resource complete(Resource resource) {
    List<Field> needed = FIELDS.getOrDefault(resource.name(), List.of());
    List<Field> fields = new ArrayList<>();
    for (Field declared : resource.fields()) {
      fields.add(
          needed.stream()
              .filter(field -> field.name().equals(declared.name()))
              .findFirst()
              .map(declared::and)
              .orElse(declared));
    }
    for (Field field : needed) {
      if (resource.fields().stream().noneMatch(declared -> declared.name().equals(field.name()))) {
        fields.add(field);
      }
    }
    List<String> key =
        resource.primaryKey().isEmpty()
            ? KEYS.getOrDefault(resource.name(), List.of())
            : resource.primaryKey();
    return resource.with(List.copyOf(fields), key, foreignKeys(resource));
  }

  private static List<ForeignKey> foreignKeys(Resource resource) {
    List<ForeignKey> keys = new ArrayList<>(resource.foreignKeys());
    ForeignKey whole = new ForeignKey(List.of("part_of"), "deals", List.of("id"));
    if (resource.name().equals("deals") && !keys.contains(whole)) {
      keys.add(whole);
    }
    return List.copyOf(keys);
  }

  private static List<Field> sourced(Field... own) {
    return Stream.concat(
            Arrays.stream(own),
            Stream.of(
                Field.oneOf("grade", GRADES),
                Field.optional("source_url", STRING),
                Field.optional("source_publisher", STRING),
                Field.optional("source_date", PARTIAL_DATE),
                Field.optional("second_source_url", STRING)))
        .toList();
  }

  private static List<String> names(Enum<?>[] values) {
    // Grades are written in capitals, everything else in small letters.
    return Arrays.stream(values)
        .map(value -> value instanceof Grade ? value.name() : value.name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
