import org.jspecify.annotations.NullMarked;

/** Cli: the tiyun command, wiring only. */
@NullMarked
module org.tiyun.cli {
  requires static org.jspecify;
  requires org.tiyun.words;
  requires org.tiyun.ledger;
  requires org.tiyun.circuit;
  requires org.tiyun.language;
  requires org.tiyun.engine;
  requires org.tiyun.study;
  requires org.tiyun.view;
  requires org.tiyun.studio;
  requires info.picocli;

  opens org.tiyun.cli to
      info.picocli;
}
