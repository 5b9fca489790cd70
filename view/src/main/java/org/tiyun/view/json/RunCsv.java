package org.tiyun.view.json;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.List;
import org.tiyun.engine.Run;
import org.tiyun.language.model.Variable;

/** A run as CSV: {@code variable,entity,period,value}, one row for each value. */
public final class RunCsv {
  private RunCsv() {}

  /**
   * @param variables positions of the variables to list
   * @param history whether period 0 is listed too
   */
  public static String of(Run run, List<Integer> variables, boolean history) {
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(text);
    csv.writeRecord("variable", "entity", "period", "value");
    for (int id : variables) {
      Variable variable = run.model().variables().get(id);
      for (int period = history ? 0 : 1; period <= run.periods(); period++) {
        csv.writeRecord(
            variable.name().base(),
            variable.name().entity(),
            run.model().calendar().label(period),
            Double.toString(run.values()[id][period]));
      }
    }
    return text.toString();
  }
}
