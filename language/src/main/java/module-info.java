import org.jspecify.annotations.NullMarked;

/** Language: model text to checked model. */
@NullMarked
module org.tiyun.language {
  requires static org.jspecify;
  requires transitive org.tiyun.words;

  exports org.tiyun.language;
  exports org.tiyun.language.elementary to
      org.tiyun.engine;
  exports org.tiyun.language.model;
}
