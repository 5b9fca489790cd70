package org.tiyun.ledger;

import java.util.List;
import java.util.Optional;
import org.tiyun.words.Finding;

/**
 * What came of reading a package: the ledger where it could be made, and all findings, in file and
 * row order. With any error among the findings the ledger is empty.
 *
 * @param tables what could be read of the tables, sound or not: to say what else hangs on a fault
 */
public record LedgerReading(
    Optional<Ledger> ledger, List<Finding> findings, int checks, List<DataTable> tables) {}
