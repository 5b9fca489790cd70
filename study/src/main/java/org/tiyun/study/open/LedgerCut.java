package org.tiyun.study.open;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tiyun.language.model.ModelTables;
import org.tiyun.words.Failure;
import org.tiyun.words.Finding;

/**
 * What a ledger knew at the end of a quarter: every row about later times is taken away before a
 * model sees it. A quarter's own figures count as known at its end, though firms publish them some
 * weeks later. Parameters are kept if their page is not younger.
 *
 * @param quarter such as {@code 2024Q4}
 * @param year last full year whose flows and totals are left
 */
public record LedgerCut(String quarter, int year) {

  public LedgerCut {
    if (!quarter.matches("\\d{4}Q[1-4]")) {
      throw new Failure(Finding.error("E0620").with("quarter", quarter));
    }
  }

  /** The cut at the end of a quarter; flows of the years that had ended by then. */
  public static LedgerCut at(String quarter) {
    LedgerCut any = new LedgerCut(quarter, 0);
    int year = Integer.parseInt(quarter.substring(0, 4));
    return new LedgerCut(any.quarter(), quarter.endsWith("Q4") ? year : year - 1);
  }

  ModelTables of(ModelTables all) {
    return new ModelTables(all.id(), all.hash(), all.tables().stream().map(this::table).toList());
  }

  private ModelTables.Table table(ModelTables.Table table) {
    Optional<String> column =
        switch (table.name()) {
          case "series" -> Optional.of("period");
          case "balances" -> Optional.of("as_of");
          case "deals" -> Optional.of("announced");
          case "parameters" -> Optional.of("source_date");
          case "flows", "totals" -> Optional.of("year");
          default -> Optional.empty();
        };
    int at = column.map(table.columns()::indexOf).orElse(-1);
    if (at < 0) {
      return table;
    }
    String latest = column.get().equals("year") ? year + "-12-31" : end(quarter);
    List<Integer> kept = new ArrayList<>();
    for (int row = 0; row < table.rows().size(); row++) {
      String when = table.rows().get(row).get(at);
      if (when.isBlank() || end(when).compareTo(latest) <= 0) {
        kept.add(row);
      }
    }
    return new ModelTables.Table(
        table.name(),
        table.file(),
        table.columns(),
        table.keyColumns(),
        kept.stream().map(table.rows()::get).toList(),
        kept.stream().flatMapToInt(row -> IntStream.of(table.lines()[row])).toArray());
  }

  /** The last day that a label of time covers; days are counted to 31 in every month. */
  static String end(String label) {
    String last = label.contains("/") ? label.substring(label.lastIndexOf('/') + 1) : label;
    if (last.matches("\\d{4}")) {
      return last + "-12-31";
    }
    if (last.matches("\\d{4}Q[1-4]")) {
      int month = 3 * (last.charAt(5) - '0');
      return last.substring(0, 4) + (month < 10 ? "-0" : "-") + month + "-31";
    }
    return last.matches("\\d{4}-\\d{2}") ? last + "-31" : last;
  }
}
