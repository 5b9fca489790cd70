package org.tiyun.ledger;

import java.time.LocalDate;

/** A starting balance. */
public record Balance(
    String entity,
    String item,
    LocalDate asOf,
    double value,
    String unit,
    String basis,
    Source source,
    RowRef row) {}
