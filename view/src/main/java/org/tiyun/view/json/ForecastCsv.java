package org.tiyun.view.json;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.tiyun.study.backtest.Forecast;

/**
 * A forecast as CSV. Each row carries what made it, so that a row torn out can still be scored and
 * made again.
 */
public final class ForecastCsv {
  private ForecastCsv() {}

  public static String of(Forecast forecast) {
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(text);
    List<String> head = new ArrayList<>(List.of("target", "quarter"));
    Forecast.QUANTILES.forEach(q -> head.add("q" + Math.round(q * 100)));
    head.addAll(List.of("growth", "trend", "model", "ledger", "seed", "draws"));
    csv.writeRecord(head);
    for (Forecast.Row row : forecast.rows()) {
      List<String> cells = new ArrayList<>(List.of(row.target(), row.quarter()));
      row.values().forEach(v -> cells.add(Double.toString(v)));
      cells.add(row.growth().isPresent() ? Double.toString(row.growth().getAsDouble()) : "");
      cells.add(row.trend().isPresent() ? Double.toString(row.trend().getAsDouble()) : "");
      cells.add(forecast.model() + "@" + forecast.modelHash());
      cells.add(forecast.ledgerHash());
      cells.add(Long.toString(forecast.seed()));
      cells.add(Integer.toString(forecast.draws()));
      csv.writeRecord(cells);
    }
    return text.toString();
  }
}
