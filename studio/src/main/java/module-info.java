import org.jspecify.annotations.NullMarked;

/** Studio: the pages and the HTTP interface of tiyun serve. */
@NullMarked
module org.tiyun.studio {
  requires static org.jspecify;
  requires org.tiyun.words;
  requires org.tiyun.ledger;
  requires org.tiyun.circuit;
  requires org.tiyun.language;
  requires org.tiyun.engine;
  requires org.tiyun.study;
  requires org.tiyun.view;
  requires jdk.httpserver;
  requires tools.jackson.core;
  requires de.siegmar.fastcsv;

  exports org.tiyun.studio;
}
