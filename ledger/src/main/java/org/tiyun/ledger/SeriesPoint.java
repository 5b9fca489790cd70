package org.tiyun.ledger;

/** One value of a series: entity, metric, period ({@code 2025} or {@code 2025Q4}). */
public record SeriesPoint(
    String entity,
    String metric,
    String period,
    double value,
    String unit,
    String basis,
    Source source,
    RowRef row) {}
