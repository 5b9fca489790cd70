package org.tiyun.view.matrix;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.study.matrix.SectorMatrix;
import org.tiyun.view.json.JsonObject;

/** A matrix of sectors for programs, as CSV or JSON: full numbers, no words of a language. */
public final class MatrixData {
  private MatrixData() {}

  /** Head {@code row,kind,SECTOR...,sum}; signs where there is no period. */
  public static String csv(SectorMatrix matrix) {
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(text);
    List<String> head = new ArrayList<>(List.of("row", "kind"));
    head.addAll(matrix.sectors());
    head.add("sum");
    csv.writeRecord(head);
    boolean numbers = matrix.period().isPresent();
    for (SectorMatrix.Row row : matrix.rows()) {
      List<String> cells = new ArrayList<>(List.of(name(row), kind(row)));
      row.cells().forEach(c -> cells.add(numbers ? number(c) : sign(c)));
      cells.add(Double.toString(row.sum() + 0.0));
      csv.writeRecord(cells);
    }
    List<String> sums = new ArrayList<>(List.of("sum", "sum"));
    matrix.sums().forEach(s -> sums.add(Double.toString(s + 0.0)));
    sums.add("");
    csv.writeRecord(sums);
    return text.toString();
  }

  /** Fields as described in docs/machine-output.md. */
  public static String json(SectorMatrix matrix, CheckedModel model, String version) {
    return JsonObject.text(out -> {
      out.put("model", m -> m.put("id", model.id()).put("hash", model.hash()));
      out.put("matrix", matrix.balance() ? "balance_sheet" : "transaction_flows");
      out.put("period", matrix.period());
      out.put("version", version);
      out.texts("sectors", matrix.sectors());
      out.objects("rows", matrix.rows(), (o, row) -> row(o, row, matrix));
      if (matrix.period().isPresent()) {
        out.numbers("sums", matrix.sums().stream().mapToDouble(Double::doubleValue).toArray());
      }
    });
  }

  private static void row(JsonObject out, SectorMatrix.Row row, SectorMatrix matrix) {
    out.put("name", row.name()).put("kind", kind(row));
    if (matrix.period().isEmpty()) {
      out.texts("signs", row.cells().stream().map(MatrixData::sign).toList());
    } else {
      out.numbers("amounts", row.cells().stream().mapToDouble(SectorMatrix.Cell::amount).toArray());
      out.put("sum", row.sum());
    }
  }

  private static String kind(SectorMatrix.Row row) {
    return row.kind().name().toLowerCase(Locale.ROOT);
  }

  private static String name(SectorMatrix.Row row) {
    return row.kind() == SectorMatrix.Kind.WORTH ? "worth" : row.name();
  }

  private static String number(SectorMatrix.Cell cell) {
    return cell.isEmpty() ? "" : Double.toString(cell.amount() + 0.0);
  }

  private static String sign(SectorMatrix.Cell cell) {
    return cell.isEmpty() ? "" : cell.plus() && cell.minus() ? "+-" : cell.plus() ? "+" : "-";
  }
}
