package org.tiyun.ledger;

import java.util.Optional;

/**
 * Cash paid in one year by one payer to one payee for one kind, in billions of US dollars.
 *
 * @param source empty where the row names no page: then it is an assumption and the note says so
 */
public record FlowCell(
    int year,
    String payer,
    String payee,
    String kind,
    double value,
    double low,
    double high,
    Basis basis,
    Grade grade,
    Optional<Source> source,
    String note,
    RowRef row) {}
