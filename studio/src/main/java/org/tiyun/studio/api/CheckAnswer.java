package org.tiyun.studio.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tiyun.language.Language;
import org.tiyun.language.model.Checked;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.ModelTables;
import org.tiyun.view.json.FindingsJson;
import org.tiyun.words.Words;

/**
 * What the language says of a text that somebody sends: {@code {"files": {"a.tiyun": "..."},
 * "main": "a.tiyun"}}. The text reads no file and no ledger.
 */
final class CheckAnswer {
  private CheckAnswer() {}

  static String json(byte[] body, Words words) {
    Map<String, List<String>> fields = Body.read(body, "\n");
    Map<String, String> files = new LinkedHashMap<>();
    fields.forEach((name, values) -> {
      if (name.startsWith("files\n")) {
        files.put(name.substring("files\n".length()), values.getLast());
      }
    });
    String main =
        fields.containsKey("main")
            ? fields.get("main").getLast()
            : files.keySet().stream().findFirst().orElse("model.tiyun");
    Checked<CheckedModel> checked = Language.check(main, files, ModelTables.none());
    return FindingsJson.of(checked.findings(), words);
  }
}
