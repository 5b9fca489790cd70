import org.jspecify.annotations.NullMarked;

/** Ledger: who pays whom, with evidence. */
@NullMarked
module org.tiyun.ledger {
  requires static org.jspecify;
  requires transitive org.tiyun.words;
  requires de.siegmar.fastcsv;
  requires tools.jackson.core;

  exports org.tiyun.ledger;
  exports org.tiyun.ledger.columns;

  uses org.tiyun.ledger.columns.ColumnFiles;
}
