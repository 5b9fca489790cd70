import org.jspecify.annotations.NullMarked;

/** Clearing: who can pay what. */
@NullMarked
module org.tiyun.clearing {
  requires static org.jspecify;
  requires transitive org.tiyun.words;

  exports org.tiyun.clearing;
}
