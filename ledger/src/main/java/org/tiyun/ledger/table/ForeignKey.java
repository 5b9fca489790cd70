package org.tiyun.ledger.table;

import java.util.List;

/**
 * Columns whose values must stand in another table.
 *
 * @param resource the table referred to; the table's own name for a reference to itself
 */
public record ForeignKey(List<String> fields, String resource, List<String> referenced) {}
