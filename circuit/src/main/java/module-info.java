import org.jspecify.annotations.NullMarked;

/** Circuit: the balanced flow matrix and what it says. */
@NullMarked
module org.tiyun.circuit {
  requires static org.jspecify;
  requires transitive org.tiyun.words;
  requires transitive org.tiyun.ledger;
  requires transitive org.tiyun.clearing;
  requires de.siegmar.fastcsv;

  exports org.tiyun.circuit;
  exports org.tiyun.circuit.accounts;
  exports org.tiyun.circuit.cascade;
  exports org.tiyun.circuit.deals;
  exports org.tiyun.circuit.edges;
  exports org.tiyun.circuit.follow;
  exports org.tiyun.circuit.matrix;
  exports org.tiyun.circuit.network;
  exports org.tiyun.circuit.range;
}
