package org.tiyun.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What stands behind a figure, ready to be shown.
 *
 * @param row where it stands in the ledger
 * @param said the row's own words: terms, note, meaning or basis
 * @param source where it was read; empty for an assumption that names nobody
 */
public record Evidence(RowRef row, String said, Optional<Source> source, Grade grade) {

  /** The evidence of every row of a ledger. */
  public static Map<RowRef, Evidence> of(Ledger ledger) {
    Map<RowRef, Evidence> all = new HashMap<>();
    ledger.deals().forEach(deal -> put(all, deal.row(), deal.terms(), deal.source()));
    ledger.series().forEach(point -> put(all, point.row(), point.basis(), point.source()));
    ledger
        .balances()
        .forEach(balance -> put(all, balance.row(), balance.basis(), balance.source()));
    ledger
        .parameters()
        .forEach(parameter -> put(all, parameter.row(), parameter.meaning(), parameter.source()));
    ledger
        .flows()
        .forEach(cell ->
            all.put(
                cell.row(), new Evidence(cell.row(), cell.note(), cell.source(), cell.grade())));
    ledger
        .totals()
        .forEach(total ->
            all.put(
                total.row(),
                new Evidence(total.row(), total.note(), total.source(), total.grade())));
    return Map.copyOf(all);
  }

  private static void put(Map<RowRef, Evidence> all, RowRef row, String said, Source source) {
    all.put(row, new Evidence(row, said, Optional.of(source), source.grade()));
  }
}
