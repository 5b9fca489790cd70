package org.tiyun.view.json;

import org.tiyun.study.acceptance.AcceptanceResult;
import org.tiyun.study.open.OpenModel;

/**
 * The answer of {@code tiyun check MODEL --acceptance} for programs; its fields are described in
 * docs/machine-output.md.
 */
public final class AcceptanceJson {
  private AcceptanceJson() {}

  public static String of(OpenModel opened, AcceptanceResult result, String version) {
    return JsonObject.text(out -> {
      out.put("model", m -> m.put("id", opened.model().id()).put("hash", opened.model().hash()));
      out.put("version", version);
      out.objects("tests", result.tests(), AcceptanceJson::test);
    });
  }

  private static void test(JsonObject out, AcceptanceResult.Test test) {
    out.put("id", test.id()).put("holds", test.holds().word()).put("kind", test.kind().word());
    out.put("figures", o -> test.figures().forEach(f -> o.put(f.name(), f.value())));
    out.objects(
        "bounds",
        test.figures().stream().filter(AcceptanceResult.Figure::bounded).toList(),
        (o, f) ->
            o.put("figure", f.name())
                .put("low", f.low())
                .put("high", f.high())
                .put("kept", f.kept())
                .put("short_by", f.shortBy())
                .put("basis", f.basis()));
  }
}
