package org.tiyun.view.json;

import java.util.List;
import java.util.Locale;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;
import org.tiyun.words.Words;

/**
 * Findings for programs: {@code {"findings":[{code, severity, file, line, column, message,
 * help}]}}.
 */
public final class FindingsJson {
  private FindingsJson() {}

  public static String of(List<Finding> findings, Words words) {
    return JsonObject.text(
        out -> out.objects("findings", findings, (o, finding) -> finding(o, finding, words)));
  }

  /** The same with the status that an answer would have had, had it not begun before. */
  public static String late(List<Finding> findings, int status, Words words) {
    return JsonObject.text(out -> {
      out.put("status", status);
      out.objects("findings", findings, (o, finding) -> finding(o, finding, words));
    });
  }

  private static void finding(JsonObject out, Finding finding, Words words) {
    out.put("code", finding.code());
    out.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    finding
        .place()
        .ifPresent((Place place) -> {
          out.put("file", place.file());
          if (place.line() > 0) {
            out.put("line", place.line());
          }
          if (place.column() > 0) {
            out.put("column", place.column());
          }
          out.put("field", place.field());
        });
    out.put("message", finding.message(words));
    out.put("help", finding.help(words));
  }
}
