package org.tiyun.ledger;

import java.util.List;

/**
 * A package of who pays whom, with its evidence, as read and checked.
 *
 * @param id the package's name in datapackage.json
 * @param hash the first 12 hexadecimal digits of the SHA-256 of the package's data files
 * @param tables every resource as read: cells as text, for whoever needs a column not modelled here
 */
public record Ledger(
    String id,
    String hash,
    String title,
    List<Entity> entities,
    List<Deal> deals,
    List<SeriesPoint> series,
    List<Balance> balances,
    List<LedgerParameter> parameters,
    List<FlowCell> flows,
    List<ControlTotal> totals,
    List<DataTable> tables) {}
