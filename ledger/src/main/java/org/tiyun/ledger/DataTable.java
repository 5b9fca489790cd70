package org.tiyun.ledger;

import java.util.List;

/**
 * A table of the package as text.
 *
 * @param rows cells in column order; a blank cell is an empty string
 * @param lines 1-based line in the file where each row begins
 */
public record DataTable(
    String name, String file, List<String> columns, List<List<String>> rows, int[] lines) {}
