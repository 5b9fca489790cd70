import org.jspecify.annotations.NullMarked;

/** Engine: checked model to plan to runs. */
@NullMarked
module org.tiyun.engine {
  requires static org.jspecify;
  requires transitive org.tiyun.words;
  requires transitive org.tiyun.language;
  requires transitive org.tiyun.clearing;

  exports org.tiyun.engine;
}
