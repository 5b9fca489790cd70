package org.tiyun.cli;

import java.util.ArrayList;
import java.util.List;
import org.tiyun.engine.Path;
import org.tiyun.engine.Run;
import org.tiyun.language.model.CheckedModel;
import org.tiyun.language.model.Variable;
import org.tiyun.ledger.columns.Column;
import org.tiyun.ledger.columns.Column.Kind;
import org.tiyun.ledger.columns.ColumnWriter;

/** Runs as a table: the rows of {@code --csv}, the columns with a type. */
final class RunColumns {
  private final CheckedModel model;
  private final List<Integer> variables;
  private final int first;
  private final int last;

  /**
   * @param variables positions of the variables to list
   * @param history whether period 0 is listed too
   * @param periods the last period
   */
  RunColumns(CheckedModel model, List<Integer> variables, boolean history, int periods) {
    this.model = model;
    this.variables = variables;
    this.first = history ? 0 : 1;
    this.last = periods;
  }

  /** {@code variable, entity, period, value}. */
  static List<Column> ofRun() {
    return List.of(
        new Column("variable", Kind.TEXT),
        new Column("entity", Kind.TEXT),
        new Column("period", Kind.TEXT),
        new Column("value", Kind.NUMBER));
  }

  /** The same behind the number of the path. */
  static List<Column> ofBatch() {
    List<Column> columns = new ArrayList<>(List.of(new Column("path", Kind.WHOLE)));
    columns.addAll(ofRun());
    return columns;
  }

  void write(Run run, ColumnWriter out) {
    for (int id : variables) {
      for (int t = first; t <= last; t++) {
        row(out, id, t, run.values()[id][t]);
      }
    }
  }

  /** A path that failed has no rows from that period on. */
  void write(Path path, ColumnWriter out) {
    for (int k = 0; k < variables.size(); k++) {
      for (int t = first; t <= last; t++) {
        double value = path.values()[k][t];
        if (Double.isFinite(value)) {
          row(out.whole(path.number()), variables.get(k), t, value);
        }
      }
    }
  }

  private void row(ColumnWriter out, int id, int period, double value) {
    Variable variable = model.variables().get(id);
    out.text(variable.name().base())
        .text(variable.name().entity())
        .text(model.calendar().label(period))
        .number(value);
  }
}
