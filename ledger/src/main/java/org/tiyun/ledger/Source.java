package org.tiyun.ledger;

import java.util.Optional;

/**
 * Where a figure was read.
 *
 * @param url page read; empty where the value was not seen in a source (an assumption or memory)
 * @param publisher who publishes it
 * @param date date of the page, as far as seen: YYYY, YYYY-MM or YYYY-MM-DD
 */
public record Source(
    Optional<String> url,
    String publisher,
    Optional<String> date,
    Grade grade,
    Optional<String> secondUrl) {}
