import org.jspecify.annotations.NullMarked;

/** View: answers to text, SVG, HTML, JSON. */
@NullMarked
module org.tiyun.view {
  requires static org.jspecify;
  requires transitive org.tiyun.words;
  requires transitive org.tiyun.ledger;
  requires transitive org.tiyun.circuit;
  requires transitive org.tiyun.language;
  requires transitive org.tiyun.engine;
  requires transitive org.tiyun.study;
  requires tools.jackson.core;
  requires de.siegmar.fastcsv;

  exports org.tiyun.view.believe;
  exports org.tiyun.view.json;
  exports org.tiyun.view.map;
  exports org.tiyun.view.matrix;
  exports org.tiyun.view.report;
  exports org.tiyun.view.text;
}
