package org.tiyun.ledger;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tiyun.ledger.table.Findings;
import org.tiyun.ledger.table.PackageReader;
import org.tiyun.ledger.table.Table;

/**
 * Reads a Frictionless Data Package as a ledger and checks it: against its own schema, and against
 * the rules that no schema can say (which rows count, what sits inside what, where a figure was
 * read).
 *
 * <p>The tables {@code entities, deals, series, balances, parameters, flows, totals} become
 * records; one that the package does not have is an empty list. Any other table is checked against
 * the package's schema and kept as text.
 */
public final class LedgerReader {
  private LedgerReader() {}

  /**
   * Reads and checks; never throws for what the folder holds or lacks.
   *
   * @param folder the folder with {@code datapackage.json}; findings name files as it is written
   * @return the ledger where there is no error, and all findings by file and line
   */
  public static LedgerReading read(Path folder) {
    Findings findings = new Findings();
    Optional<PackageReader.Content> content =
        new PackageReader(folder, findings).read(KnownTables::complete);
    content.ifPresent(found -> LedgerChecks.run(found.tables(), findings));
    Optional<Ledger> ledger =
        findings.hasErrors() ? Optional.empty() : content.map(LedgerReader::ledger);
    List<DataTable> tables = content.map(LedgerReader::tables).orElse(List.of());
    return new LedgerReading(ledger, findings.sorted(), findings.checks(), tables);
  }

  private static Ledger ledger(PackageReader.Content content) {
    Map<String, Table> tables = content.tables();
    return new Ledger(
        content.descriptor().name(),
        content.hash(),
        content.descriptor().title(),
        Rows.entities(tables),
        Rows.deals(tables),
        Rows.series(tables),
        Rows.balances(tables),
        Rows.parameters(tables),
        Rows.flows(tables),
        Rows.totals(tables),
        tables(content));
  }

  private static List<DataTable> tables(PackageReader.Content content) {
    return content.tables().entrySet().stream()
        .map(entry -> text(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static DataTable text(String name, Table table) {
    return new DataTable(
        name,
        table.path(),
        List.copyOf(table.columns()),
        List.copyOf(table.rows()),
        table.lines().clone());
  }
}
