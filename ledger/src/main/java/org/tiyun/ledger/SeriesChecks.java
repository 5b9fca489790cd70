package org.tiyun.ledger;

import java.util.HashMap;
import java.util.Map;
import org.tiyun.ledger.table.Findings;
import org.tiyun.ledger.table.Table;
import org.tiyun.words.Finding;

/** One series is counted in one unit: a change of unit in the middle is a jump that never was. */
final class SeriesChecks {
  private SeriesChecks() {}

  static void oneUnitEach(Table table, Findings findings) {
    findings.checked();
    Map<String, Integer> first = new HashMap<>();
    for (int row = 0; row < table.rows().size(); row++) {
      String name = table.cell(row, "entity") + "/" + table.cell(row, "metric");
      Integer before = first.putIfAbsent(name, row);
      if (before != null && !table.cell(before, "unit").equals(table.cell(row, "unit"))) {
        findings.add(
            Finding.warning("E0450", Findings.place(table, row, "unit"))
                .with("first", table.lines()[before])
                .with("unit", table.cell(before, "unit")),
            table,
            row,
            "unit");
      }
    }
  }
}
