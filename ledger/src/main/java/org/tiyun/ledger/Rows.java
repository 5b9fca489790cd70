package org.tiyun.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tiyun.ledger.table.Numbers;
import org.tiyun.ledger.table.Table;

/** Turns the rows of tables that passed every check into the ledger's records. */
final class Rows {
  /** One row, its cells by column name. */
  private record Row(Table table, int index) {
    String text(String column) {
      return table.cell(index, column);
    }

    Optional<String> given(String column) {
      return Optional.of(text(column)).filter(text -> !text.isBlank());
    }

    OptionalDouble maybe(String column) {
      return Numbers.parse(text(column));
    }

    double number(String column) {
      return maybe(column).orElseThrow();
    }

    <E extends Enum<E>> E oneOf(Class<E> type, String column) {
      return Enum.valueOf(type, text(column).toUpperCase(Locale.ROOT));
    }

    Grade grade() {
      return oneOf(Grade.class, "grade");
    }

    Source source() {
      return new Source(
          given("source_url"),
          text("source_publisher"),
          given("source_date"),
          grade(),
          given("second_source_url"));
    }

    Optional<Source> sourceIfNamed() {
      boolean named = given("source_url").isPresent() || given("source_publisher").isPresent();
      return named ? Optional.of(source()) : Optional.empty();
    }

    RowRef ref() {
      return new RowRef(table.path(), table.lines()[index], table.key(index));
    }
  }

  private Rows() {}

  static List<Entity> entities(Map<String, Table> tables) {
    return all(
        tables,
        "entities",
        row ->
            new Entity(
                row.text("id"),
                row.text("name_en"),
                row.given("name_zh").orElse(row.text("name_en")),
                row.text("role"),
                row.given("ticker"),
                row.given("country"),
                row.ref()));
  }

  static List<Deal> deals(Map<String, Table> tables) {
    return all(
        tables,
        "deals",
        row ->
            new Deal(
                row.text("id"),
                row.text("announced"),
                row.text("kind"),
                row.text("payer"),
                row.text("payee"),
                row.maybe("amount_usd_b"),
                row.given("amount_basis"),
                row.oneOf(Deal.Stage.class, "stage"),
                row.oneOf(Deal.Settlement.class, "settlement"),
                row.given("start"),
                row.given("end"),
                row.oneOf(Deal.Scope.class, "scope"),
                row.given("part_of"),
                row.text("terms"),
                row.source(),
                row.ref()));
  }

  static List<SeriesPoint> series(Map<String, Table> tables) {
    return all(
        tables,
        "series",
        row ->
            new SeriesPoint(
                row.text("entity"),
                row.text("metric"),
                row.text("period"),
                row.number("value"),
                row.text("unit"),
                row.text("basis"),
                row.source(),
                row.ref()));
  }

  static List<Balance> balances(Map<String, Table> tables) {
    return all(
        tables,
        "balances",
        row ->
            new Balance(
                row.text("entity"),
                row.text("item"),
                LocalDate.parse(row.text("as_of")),
                row.number("value"),
                row.text("unit"),
                row.text("basis"),
                row.source(),
                row.ref()));
  }

  static List<LedgerParameter> parameters(Map<String, Table> tables) {
    return all(
        tables,
        "parameters",
        row ->
            new LedgerParameter(
                row.text("name"),
                row.number("value"),
                row.maybe("low"),
                row.maybe("high"),
                row.text("unit"),
                row.text("meaning"),
                row.source(),
                row.ref()));
  }

  static List<FlowCell> flows(Map<String, Table> tables) {
    return all(
        tables,
        "flows",
        row ->
            new FlowCell(
                (int) row.number("year"),
                row.text("payer"),
                row.text("payee"),
                row.text("kind"),
                row.number("value"),
                row.number("low"),
                row.number("high"),
                row.oneOf(Basis.class, "basis"),
                row.grade(),
                row.sourceIfNamed(),
                row.text("note"),
                row.ref()));
  }

  static List<ControlTotal> totals(Map<String, Table> tables) {
    return all(
        tables,
        "totals",
        row ->
            new ControlTotal(
                (int) row.number("year"),
                row.text("entity"),
                row.text("item"),
                row.text("side").equals("in"),
                row.number("value"),
                row.number("low"),
                row.number("high"),
                row.oneOf(Basis.class, "basis"),
                row.grade(),
                row.sourceIfNamed(),
                row.text("note"),
                !row.text("note").startsWith("information only"),
                row.ref()));
  }

  private static <T> List<T> all(
      Map<String, Table> tables, String resource, Function<Row, T> record) {
    Table table = tables.get(resource);
    return table == null
        ? List.of()
        : IntStream.range(0, table.rows().size())
            .mapToObj(index -> record.apply(new Row(table, index)))
            .toList();
  }
}
