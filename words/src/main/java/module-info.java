import org.jspecify.annotations.NullMarked;

/** Words: every message and term, English and Chinese. */
@NullMarked
module org.tiyun.words {
  requires static org.jspecify;

  exports org.tiyun.words;
}
