package org.tiyun.studio.api;

import org.tiyun.view.json.JsonObject;
import org.tiyun.words.Lang;
import org.tiyun.words.Words;

/** The texts of the pages in one language: those of the studio and the few it shares. */
final class WordsJson {
  private WordsJson() {}

  static String of(Lang lang) {
    Words words = Words.in(lang);
    return JsonObject.compact(out -> {
      out.put("lang", lang.tag());
      out.put(
          "texts",
          texts ->
              words.keys().stream()
                  .filter(WordsJson::shared)
                  .forEach(key -> texts.put(key, words.text(key))));
    });
  }

  private static boolean shared(String key) {
    return key.startsWith("studio.")
        || key.startsWith("map.category.")
        || key.startsWith("map.stage.")
        || key.startsWith("map.manner.")
        || key.startsWith("map.party.")
        || key.startsWith("map.name.")
        || key.startsWith("ledger.party.")
        || key.startsWith("ledger.kind.")
        || key.startsWith("ledger.item.")
        || key.startsWith("origin.")
        || key.startsWith("unit.")
        || key.startsWith("view.stage.")
        || key.startsWith("view.outcome.");
  }
}
