package org.tiyun.view.json;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tiyun.language.model.Distribution;
import org.tiyun.language.model.Origin;
import org.tiyun.study.open.Bilingual;
import org.tiyun.study.open.OpenModel;
import org.tiyun.study.open.Terms;
import org.tiyun.study.sources.Sources;

/** The answer of {@code tiyun sources} for programs, as JSON and as CSV. */
public final class SourcesJson {
  private SourcesJson() {}

  public static String json(OpenModel opened, Sources sources, String version) {
    return JsonObject.text(out -> {
      out.put("model", m -> m.put("id", opened.model().id()).put("hash", opened.model().hash()));
      opened
          .ledger()
          .ifPresent(l -> out.put("ledger", o -> o.put("id", l.id()).put("hash", l.hash())));
      out.put("version", version);
      out.put(
          "counts", c -> sources.counts().forEach((kind, n) -> c.put(word(kind), n.longValue())));
      out.objects("numbers", sources.numbers(), (o, f) -> figure(o, f, opened.terms()));
    });
  }

  /** One row for each number; several rows of the ledger are joined by spaces. */
  public static String csv(Sources sources) {
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(text);
    csv.writeRecord(
        "name", "value", "unit", "low", "high", "drawn", "kind", "grade", "rows", "source");
    for (Sources.Figure f : sources.numbers()) {
      csv.writeRecord(
          f.name(),
          Double.toString(f.value()),
          f.unit().orElse(""),
          f.low().map(String::valueOf).orElse(""),
          f.high().map(String::valueOf).orElse(""),
          f.draws().map(SourcesJson::law).orElse(""),
          word(f.kind()),
          f.grade().orElse(""),
          rows(f.rows()),
          source(f));
    }
    return text.toString();
  }

  static void figure(JsonObject out, Sources.Figure f, Terms terms) {
    out.put("name", f.name()).put("value", f.value()).put("unit", f.unit());
    f.low().ifPresent(v -> out.put("low", v));
    f.high().ifPresent(v -> out.put("high", v));
    out.put("drawn", f.draws().map(SourcesJson::law));
    out.put("kind", word(f.kind())).put("source", f.said());
    out.put(
        "source_zh",
        f.said()
            .flatMap(said -> Optional.ofNullable(terms.sources().get(said)).map(Bilingual::zh)));
    out.put("grade", f.grade());
    if (!f.rows().isEmpty()) {
      out.objects("rows", f.rows(), SourcesJson::row);
    }
  }

  private static void row(JsonObject out, Origin.Row row) {
    out.put("file", row.file())
        .put("line", row.line())
        .put("key", row.key())
        .put("publisher", row.publisher())
        .put("url", row.url())
        .put("grade", row.grade());
  }

  static String word(Sources.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** A distribution as the model's text writes it. */
  public static String law(Distribution draws) {
    return switch (draws) {
      case Distribution.Uniform u -> "uniform(" + u.low() + ", " + u.high() + ")";
      case Distribution.Triangular t ->
          "triangular(" + t.low() + ", " + t.mode() + ", " + t.high() + ")";
      case Distribution.Normal n -> "normal(" + n.mean() + ", " + n.deviation() + ")";
      case Distribution.LogNormal n -> "lognormal(" + n.mean() + ", " + n.deviation() + ")";
    };
  }

  private static String rows(List<Origin.Row> rows) {
    return rows.stream().map(r -> r.file() + ":" + r.line()).collect(Collectors.joining(" "));
  }

  private static String source(Sources.Figure f) {
    return f.said()
        .orElse(
            f.rows().stream()
                .flatMap(r -> r.url().or(r::publisher).stream())
                .distinct()
                .collect(Collectors.joining(" ")));
  }
}
