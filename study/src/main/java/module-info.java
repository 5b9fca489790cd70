import org.jspecify.annotations.NullMarked;

/** Study: questions asked of a model and a ledger. */
@NullMarked
module org.tiyun.study {
  requires static org.jspecify;
  requires transitive org.tiyun.words;
  requires transitive org.tiyun.ledger;
  requires transitive org.tiyun.circuit;
  requires transitive org.tiyun.language;
  requires transitive org.tiyun.engine;
  requires de.siegmar.fastcsv;

  exports org.tiyun.study.backtest;
  exports org.tiyun.study.ablation;
  exports org.tiyun.study.believe;
  exports org.tiyun.study.acceptance;
  exports org.tiyun.study.brake;
  exports org.tiyun.study.circle;
  exports org.tiyun.study.expect;
  exports org.tiyun.study.loss;
  exports org.tiyun.study.matrix;
  exports org.tiyun.study.mechanism;
  exports org.tiyun.study.open;
  exports org.tiyun.study.quantity;
  exports org.tiyun.study.report;
  exports org.tiyun.study.roles;
  exports org.tiyun.study.run;
  exports org.tiyun.study.sources;
  exports org.tiyun.study.solve;
  exports org.tiyun.study.verdict;
  exports org.tiyun.study.twin;
}
