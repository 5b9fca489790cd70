package org.tiyun.ledger;

import java.util.Optional;

/** A firm, vehicle or market. */
public record Entity(
    String id,
    String nameEn,
    String nameZh,
    String role,
    Optional<String> ticker,
    Optional<String> country,
    RowRef row) {}
