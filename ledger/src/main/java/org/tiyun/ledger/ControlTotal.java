package org.tiyun.ledger;

import java.util.Optional;

/**
 * A yearly sum that cells must meet.
 *
 * @param received true where the entity receives the cash (side {@code in}), false where it pays
 * @param binding false where the note says "information only": shown, never imposed
 */
public record ControlTotal(
    int year,
    String entity,
    String item,
    boolean received,
    double value,
    double low,
    double high,
    Basis basis,
    Grade grade,
    Optional<Source> source,
    String note,
    boolean binding,
    RowRef row) {}
