package org.tiyun.study.open;

import java.util.List;
import org.tiyun.language.model.ModelTables;
import org.tiyun.ledger.DataTable;
import org.tiyun.ledger.Ledger;

/** A ledger as a model sees it: named tables of text. */
final class LedgerTables {
  private LedgerTables() {}

  static ModelTables of(Ledger ledger) {
    return of(ledger.id(), ledger.hash(), ledger.tables());
  }

  static ModelTables of(String id, String hash, List<DataTable> tables) {
    return new ModelTables(id, hash, tables.stream().map(LedgerTables::table).toList());
  }

  private static ModelTables.Table table(DataTable table) {
    return new ModelTables.Table(
        table.name(),
        table.file(),
        table.columns(),
        keys(table.name()),
        table.rows(),
        table.lines());
  }

  private static List<String> keys(String table) {
    return switch (table) {
      case "entities", "deals" -> List.of("id");
      case "series" -> List.of("entity", "metric", "period");
      case "balances" -> List.of("entity", "item", "as_of");
      case "parameters" -> List.of("name");
      case "flows" -> List.of("year", "payer", "payee", "kind");
      case "totals" -> List.of("year", "entity", "item");
      default -> List.of();
    };
  }
}
