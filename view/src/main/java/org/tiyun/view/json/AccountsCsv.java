package org.tiyun.view.json;

import java.util.Locale;
import org.tiyun.circuit.accounts.Accounts;
import org.tiyun.ledger.FlowCell;
import org.tiyun.ledger.Source;

/** The accounts of a year as CSV: a row for each cell, in billions of US dollars. */
public final class AccountsCsv {
  private AccountsCsv() {}

  public static String of(Accounts accounts) {
    Csv csv =
        new Csv(
            "year",
            "payer",
            "payee",
            "kind",
            "value",
            "low",
            "high",
            "basis",
            "grade",
            "stated",
            "stated_low",
            "stated_high",
            "possible_low",
            "possible_high",
            "file",
            "line",
            "source");
    for (Accounts.Line line : accounts.cells()) {
      FlowCell cell = line.cell().cell();
      csv.row(
          accounts.year(),
          cell.payer(),
          cell.payee(),
          cell.kind(),
          line.cell().value(),
          line.band().low(),
          line.band().high(),
          cell.basis().name().toLowerCase(Locale.ROOT),
          cell.grade().name(),
          cell.value(),
          cell.low(),
          cell.high(),
          line.possible().map(p -> p.low()).orElse(Double.NaN),
          line.possible().map(p -> p.high()).orElse(Double.NaN),
          cell.row().file(),
          cell.row().line(),
          cell.source().flatMap(Source::url).orElse(""));
    }
    return csv.text();
  }
}
