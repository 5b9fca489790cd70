package org.tiyun.view.json;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;

/** A table as CSV being written: commas, line feeds, quotation marks where they are needed. */
final class Csv {
  private final StringWriter text = new StringWriter();
  private final CsvWriter out =
      CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(text);

  Csv(String... columns) {
    out.writeRecord(columns);
  }

  /** A row; a number that is not finite is a blank: unknown, not 0. */
  Csv row(Object... fields) {
    String[] said = new String[fields.length];
    for (int i = 0; i < fields.length; i++) {
      said[i] =
          fields[i] instanceof Double number && !Double.isFinite(number)
              ? ""
              : String.valueOf(fields[i]);
    }
    out.writeRecord(said);
    return this;
  }

  String text() {
    return text.toString();
  }
}
