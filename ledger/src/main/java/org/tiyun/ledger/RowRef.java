package org.tiyun.ledger;

/**
 * The row that a figure came from: its evidence.
 *
 * @param file file of the package, such as {@code deals.csv}
 * @param line 1-based line in the file where the row begins
 * @param key the row's primary key, joined by {@code /}
 */
public record RowRef(String file, int line, String key) {}
