package org.tiyun.studio.api;

import java.util.Optional;
import org.tiyun.language.model.Origin;
import org.tiyun.study.open.Terms;
import org.tiyun.view.json.JsonObject;
import org.tiyun.words.Lang;

/** What a model's text says of where a number comes from, in both languages. */
final class SourceJson {
  private SourceJson() {}

  /**
   * {@code source} with {@code en} and {@code zh}; the same text twice where nobody translated it.
   */
  static void put(JsonObject out, Origin origin, Terms terms) {
    said(origin)
        .ifPresent(said ->
            out.put(
                "source",
                o -> {
                  for (Lang lang : Lang.values()) {
                    o.put(lang.tag(), terms.source(said, lang));
                  }
                }));
  }

  private static Optional<String> said(Origin origin) {
    return switch (origin) {
      case Origin.Stated stated -> Optional.of(stated.source());
      case Origin.Assumed assumed -> assumed.source();
      case Origin.Rows _, Origin.Unsourced _, Origin.Computed _ -> Optional.empty();
    };
  }
}
