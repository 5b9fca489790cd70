package org.tiyun.ledger.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tiyun.words.Finding;
import org.tiyun.words.Nearest;

/** Checks that keys are unique and that references lead to a row. */
final class KeyCheck {
  /** Joins the parts of a composite key; no cell may hold it. */
  private static final char BETWEEN = '\u001F';

  private final Map<String, Table> tables;
  private final Findings findings;
  private final Nearest nearest;

  KeyCheck(Map<String, Table> tables, Findings findings, Nearest nearest) {
    this.tables = tables;
    this.findings = findings;
    this.nearest = nearest;
  }

  void run(Table table) {
    List<String> key = table.resource().primaryKey();
    if (!key.isEmpty() && has(table, key)) {
      unique(table, key, "E0428");
    }
    for (Field field : table.resource().fields()) {
      if (field.unique() && !key.equals(List.of(field.name())) && table.column(field.name()) >= 0) {
        unique(table, List.of(field.name()), "E0427");
      }
    }
    for (ForeignKey foreign : table.resource().foreignKeys()) {
      references(table, foreign);
    }
  }

  private void unique(Table table, List<String> columns, String code) {
    findings.checked();
    Map<String, Integer> first = new HashMap<>();
    for (int row = 0; row < table.rows().size(); row++) {
      Optional<String> key = joined(table, table.rows().get(row), columns);
      Integer before = key.isEmpty() ? null : first.putIfAbsent(key.get(), row);
      if (before != null) {
        String column = columns.get(columns.size() - 1);
        findings.add(
            Finding.error(code, Findings.place(table, row, columns.get(0)))
                .with("key", Shown.text(key.get().replace(BETWEEN, '/')))
                .with("column", String.join(", ", columns))
                .with("value", Shown.text(table.cell(row, column)))
                .with("first", table.lines()[before]));
      }
    }
  }

  private void references(Table table, ForeignKey foreign) {
    Table other = tables.get(foreign.resource());
    if (other == null || !has(table, foreign.fields()) || !has(other, foreign.referenced())) {
      return;
    }
    findings.checked();
    Set<String> known = new LinkedHashSet<>();
    for (int row = 0; row < other.rows().size(); row++) {
      joined(other, other.rows().get(row), foreign.referenced()).ifPresent(known::add);
    }
    for (List<String> row : other.ragged()) {
      joined(other, row, foreign.referenced()).ifPresent(known::add);
    }
    for (int row = 0; row < table.rows().size(); row++) {
      Optional<String> wanted = joined(table, table.rows().get(row), foreign.fields());
      // Of a table that broke off, nobody knows what the missing rows held.
      if (wanted.isPresent() && !known.contains(wanted.get()) && other.whole()) {
        unknown(table, foreign, row, wanted.get(), known, other);
      }
    }
  }

  private void unknown(
      Table table,
      ForeignKey foreign,
      int row,
      String wanted,
      Collection<String> known,
      Table other) {
    if (table.damaged() && wanted.indexOf('\uFFFD') >= 0) {
      return;
    }
    String column = foreign.fields().get(0);
    Optional<String> meant = nearest.to(wanted, known).map(text -> text.replace(BETWEEN, '/'));
    Finding finding =
        Finding.error(meant.isPresent() ? "E0429" : "E0433", Findings.place(table, row, column))
            .with("file", other.path())
            .with("target", String.join(", ", foreign.referenced()));
    findings.add(
        meant.isPresent() ? finding.with("meant", meant.get()) : finding, table, row, column);
  }

  /** The key's parts together; empty where one is blank, because then there is no key. */
  private static Optional<String> joined(Table table, List<String> row, List<String> columns) {
    if (columns.size() == 1) {
      String only = row.get(table.column(columns.get(0)));
      return only.isBlank() ? Optional.empty() : Optional.of(only);
    }
    List<String> parts = new ArrayList<>();
    for (String column : columns) {
      String part = row.get(table.column(column));
      if (part.isBlank()) {
        return Optional.empty();
      }
      parts.add(part);
    }
    return Optional.of(String.join(String.valueOf(BETWEEN), parts));
  }

  private static boolean has(Table table, List<String> columns) {
    return columns.stream().allMatch(column -> table.column(column) >= 0);
  }
}
