package org.tiyun.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import org.tiyun.ledger.table.Findings;
import org.tiyun.ledger.table.Numbers;
import org.tiyun.ledger.table.Table;
import org.tiyun.words.Finding;
import org.tiyun.words.Nearest;

/** The rules of the ledger beyond types and keys, for each table that it knows. */
final class LedgerChecks {
  private LedgerChecks() {}

  static void run(Map<String, Table> tables, Findings findings) {
    BiConsumer<String, java.util.function.Consumer<Table>> on =
        (name, check) -> Optional.ofNullable(tables.get(name)).ifPresent(check);
    on.accept("deals", table -> new DealChecks(table, findings).run());
    on.accept("series", table -> SeriesChecks.oneUnitEach(table, findings));
    on.accept("parameters", table -> ranges(table, findings));
    on.accept("flows", table -> new FlowChecks(tables, table, findings, new Nearest()).flows());
    on.accept("totals", table -> new FlowChecks(tables, table, findings, new Nearest()).totals());
    for (Table table : tables.values()) {
      SourceChecks.run(table, findings);
    }
  }

  /** A value lies between its low and high, and low is not above high; blanks are unknown. */
  static void ranges(Table table, Findings findings) {
    findings.checked();
    for (int row = 0; row < table.rows().size(); row++) {
      OptionalDouble value = Numbers.parse(table.cell(row, "value"));
      OptionalDouble low = Numbers.parse(table.cell(row, "low"));
      OptionalDouble high = Numbers.parse(table.cell(row, "high"));
      Optional<String> wrong = wrongEnd(value, low, high);
      if (wrong.isPresent()) {
        findings.add(
            Finding.error("E0441", Findings.place(table, row, wrong.get()))
                .with("low", table.cell(row, "low"))
                .with("high", table.cell(row, "high"))
                .with("middle", table.cell(row, "value")),
            table,
            row,
            wrong.get());
      }
    }
  }

  /** The column that breaks the order: an end where only it does, else the value. */
  private static Optional<String> wrongEnd(
      OptionalDouble value, OptionalDouble low, OptionalDouble high) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    double middle = value.getAsDouble();
    boolean below = low.isPresent() && middle < low.getAsDouble();
    boolean above = high.isPresent() && middle > high.getAsDouble();
    if (low.isPresent() && high.isPresent() && low.getAsDouble() > high.getAsDouble()) {
      return Optional.of(below ? "low" : "high");
    }
    return below || above ? Optional.of("value") : Optional.empty();
  }
}
