package org.tiyun.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tiyun.ledger.table.Field;
import org.tiyun.ledger.table.Findings;
import org.tiyun.ledger.table.Shown;
import org.tiyun.ledger.table.Table;
import org.tiyun.words.Finding;
import org.tiyun.words.Nearest;

/** The rules of the yearly cells and the totals they must meet. */
final class FlowChecks {
  /** Kinds of cash, as the README of a ledger defines them. */
  static final List<String> KINDS =
      List.of(
          "api",
          "capex_other",
          "cash",
          "chips",
          "cloud",
          "debt",
          "equity",
          "foundry",
          "interest",
          "investment",
          "opex",
          "own_business",
          "repayment",
          "returns",
          "revenue_share",
          "sales",
          "servers",
          "staff_tax");

  /** Items of totals that say which kinds they sum. */
  static final List<String> SUMS =
      List.of(
          "ai_capex",
          "ai_chip_receipts",
          "ai_revenue",
          "ai_server_receipts",
          "ai_spending",
          "capex",
          "chip_receipts",
          "cloud_rent",
          "cloud_revenue_share",
          "compute_all_clouds",
          "customer_receipts",
          "equity_raised",
          "gpu_rental_receipts",
          "hyperscale_receipts",
          "operating_outflow",
          "revenue");

  private final Map<String, Table> tables;
  private final Table table;
  private final Findings findings;
  private final Nearest nearest;

  FlowChecks(Map<String, Table> tables, Table table, Findings findings, Nearest nearest) {
    this.tables = tables;
    this.table = table;
    this.findings = findings;
    this.nearest = nearest;
  }

  void flows() {
    LedgerChecks.ranges(table, findings);
    Set<String> parties = parties();
    for (int row = 0; row < table.rows().size(); row++) {
      DealChecks.parties(table, row, findings);
      party(row, "payer", parties);
      party(row, "payee", parties);
      oneOf(row, "kind", KINDS);
      unit(row);
    }
    count();
  }

  void totals() {
    LedgerChecks.ranges(table, findings);
    Set<String> parties = parties();
    for (int row = 0; row < table.rows().size(); row++) {
      party(row, "entity", parties);
      if (!table.cell(row, "note").startsWith("information only")) {
        oneOf(row, "item", SUMS);
      }
      unit(row);
    }
    count();
  }

  private void count() {
    for (int rule = 0; rule < 4; rule++) {
      findings.checked();
    }
  }

  /** Entities, the groups that have names here, and whatever the schema of the flows lists. */
  private Set<String> parties() {
    Set<String> parties = new TreeSet<>(Names.GROUPS);
    Table entities = tables.get("entities");
    if (entities != null) {
      for (int row = 0; row < entities.rows().size(); row++) {
        parties.add(entities.cell(row, "id"));
      }
    }
    Optional.ofNullable(tables.get("flows")).stream()
        .flatMap(flows -> flows.resource().fields().stream())
        .filter(field -> field.name().equals("payer") || field.name().equals("payee"))
        .map(Field::allowed)
        .forEach(parties::addAll);
    return parties;
  }

  private void party(int row, String column, Set<String> parties) {
    String text = table.cell(row, column);
    // Without entities nobody knows who is meant; a value outside a list of the schema is reported.
    if (text.isBlank()
        || parties.contains(text)
        || !tables.containsKey("entities")
        || listed(column)) {
      return;
    }
    Optional<String> meant = nearest.to(text, parties);
    Finding finding =
        Finding.error(meant.isPresent() ? "E0435" : "E0436", Findings.place(table, row, column));
    findings.add(
        meant.isPresent() ? finding.with("meant", meant.get()) : finding, table, row, column);
  }

  private void oneOf(int row, String column, List<String> known) {
    String text = table.cell(row, column);
    if (!text.isBlank() && !known.contains(text) && !refused(column, text)) {
      findings.add(
          Finding.error("E0447", Findings.place(table, row, column))
              .with("allowed", Shown.list(known)),
          table,
          row,
          column);
    }
  }

  /** Cells and totals are billions of dollars: the matrix adds them up. */
  private void unit(int row) {
    String unit = table.cell(row, "unit");
    if (!unit.isBlank() && !unit.equals("usd_b") && !refused("unit", unit)) {
      findings.add(Finding.error("E0448", Findings.place(table, row, "unit")), table, row, "unit");
    }
  }

  private boolean listed(String column) {
    return table.resource().fields().stream()
        .anyMatch(field -> field.name().equals(column) && !field.allowed().isEmpty());
  }

  /** Whether the package's own schema has already refused the value. */
  private boolean refused(String column, String text) {
    return table.resource().fields().stream()
        .anyMatch(field ->
            field.name().equals(column)
                && !field.allowed().isEmpty()
                && !field.allowed().contains(text));
  }
}
