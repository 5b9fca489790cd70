package org.tiyun.view.json;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.List;
import org.tiyun.language.model.Input;
import org.tiyun.study.open.Terms;
import org.tiyun.study.quantity.Figure;
import org.tiyun.study.quantity.Grounds;
import org.tiyun.study.quantity.Quantities;
import org.tiyun.study.sources.Sources;

/** The answer of {@code tiyun quantities} for programs, as JSON and as CSV. */
public final class QuantitiesJson {
  private QuantitiesJson() {}

  public static String of(Quantities quantities, boolean explained, String version) {
    Grounds grounds = new Grounds(quantities.opened().model());
    return JsonObject.text(out -> {
      out.put(
          "model",
          m ->
              m.put("id", quantities.opened().model().id())
                  .put("hash", quantities.opened().model().hash()));
      quantities
          .opened()
          .ledger()
          .ifPresent(l -> out.put("ledger", o -> o.put("id", l.id()).put("hash", l.hash())));
      out.put("version", version).put("scenario", quantities.scenario());
      out.put("seed", quantities.seed()).put("draws", quantities.draws());
      out.objects(
          "quantities",
          quantities.rows(),
          (o, row) -> {
            o.put("id", row.quantity().word()).put("number", row.quantity().number());
            o.put("unit", row.quantity().unit()).put("entity", row.entity());
            o.put("period", row.period()).put("value", row.figure().value());
            row.range().ifPresent(r -> o.put("low", r[0]).put("median", r[1]).put("high", r[2]));
            if (explained) {
              o.objects("of", row.figure().of(), (part, f) -> figure(part, f, grounds));
            }
          });
      if (explained) {
        Terms terms = quantities.opened().terms();
        out.objects(
            "sources",
            Sources.of(quantities.opened().model(), grounds.under(quantities.rows())).numbers(),
            (o, number) -> SourcesJson.figure(o, number, terms));
      }
    });
  }

  private static void figure(JsonObject out, Figure figure, Grounds grounds) {
    out.put("name", figure.what());
    if (!figure.thing().isEmpty()) {
      out.put("thing", figure.thing());
    }
    out.put("value", figure.value());
    List<Input> under = grounds.under(figure);
    if (!under.isEmpty()) {
      out.texts("from", under.stream().map(i -> i.name().toString()).toList());
    }
    if (!figure.of().isEmpty()) {
      out.objects("of", figure.of(), (part, f) -> figure(part, f, grounds));
    }
  }

  /** {@code quantity,entity,period,value,low,median,high}, one row for each value. */
  public static String csv(Quantities quantities) {
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(text);
    csv.writeRecord("quantity", "entity", "period", "value", "low", "median", "high");
    for (Quantities.Row row : quantities.rows()) {
      csv.writeRecord(
          row.quantity().word(),
          row.entity(),
          row.period(),
          Double.toString(row.figure().value()),
          row.range().map(r -> Double.toString(r[0])).orElse(""),
          row.range().map(r -> Double.toString(r[1])).orElse(""),
          row.range().map(r -> Double.toString(r[2])).orElse(""));
    }
    return text.toString();
  }
}
