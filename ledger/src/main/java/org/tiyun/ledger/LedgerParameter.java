package org.tiyun.ledger;

import java.util.OptionalDouble;

/** A physical or economic parameter with its range. */
public record LedgerParameter(
    String name,
    double value,
    OptionalDouble low,
    OptionalDouble high,
    String unit,
    String meaning,
    Source source,
    RowRef row) {}
