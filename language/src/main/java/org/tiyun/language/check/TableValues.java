package org.tiyun.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tiyun.language.model.Expr;
import org.tiyun.language.model.LookUp;
import org.tiyun.language.model.ModelTables.Table;
import org.tiyun.language.model.Origin;
import org.tiyun.language.syntax.Ex;
import org.tiyun.language.syntax.Span;

/** Numbers from tables, with a note of the rows that gave them. */
final class TableValues {
  private static final List<String> DATES = List.of("as_of", "period", "year", "date", "end");

  private final Rows rows;
  private final Sets sets;
  private final Report report;

  /** Rows that gave numbers since the log was last opened. */
  private final List<Origin.Row> log = new ArrayList<>();

  private Optional<String> unit = Optional.empty();
  private String name = "";
  private boolean open;
  private boolean hasElse;
  private boolean missing;
  private boolean asked;

  TableValues(Rows rows, Sets sets, Report report) {
    this.rows = rows;
    this.sets = sets;
    this.report = report;
  }

  /** Tells a value's look-ups. */
  private void heard(Ex.Read read, Table table, Scope scope, int found) {
    rows.heard()
        .accept(
            new LookUp(
                name,
                table.name(),
                Rows.demanded(table, read.conditions(), scope),
                found,
                read.span().place()));
  }

  /** Begins a value: from here on rows may be read, and missing ones are held against it. */
  void open(String input, boolean otherwise) {
    name = input;
    log.clear();
    unit = Optional.empty();
    open = true;
    hasElse = otherwise;
    missing = false;
    asked = false;
  }

  void close() {
    open = false;
  }

  /** Whether a table was looked into, also where no row was found. */
  boolean asked() {
    return asked;
  }

  boolean missing() {
    return missing;
  }

  List<Origin.Row> log() {
    return List.copyOf(log);
  }

  /** What the unit column of the last row read says. */
  Optional<String> unit() {
    return unit;
  }

  /** One number from the rows for which the conditions hold. */
  Expr one(Ex.Read read, String how, Span span, Scope scope, Lower.Mode mode) {
    if (!open || mode == Lower.Mode.EQUATION) {
      report.error("E0274", span, "table", read.table());
      return Lower.ZERO;
    }
    Optional<Table> table = rows.table(read.table(), read.word());
    if (table.isEmpty()) {
      return Lower.ZERO;
    }
    int column = rows.column(table.get(), read.column(), read.span());
    int faults = report.errors();
    List<Integer> found = rows.find(table.get(), read.conditions(), scope, sets::inline);
    if (column < 0 || report.errors() > faults) {
      return Lower.ZERO;
    }
    asked = true;
    if (how.equals("count")) {
      found.forEach(r -> note(table.get(), r));
      return new Expr.Const(found.size());
    }
    // A blank cell is no number: the row says that the value is not known.
    List<Integer> full =
        found.stream().filter(r -> !table.get().rows().get(r).get(column).isBlank()).toList();
    heard(read, table.get(), scope, full.size());
    if (full.isEmpty()) {
      missing = true;
      // A sum of no rows is 0; any other value of no rows is unknown, and unknown is not 0.
      if (!hasElse && !how.equals("sum")) {
        report.eachError("E0229", span, "table", read.table(), "where", where(scope));
      }
      return Lower.ZERO;
    }
    List<Integer> taken = how.equals("last") ? List.of(latest(table.get(), full)) : full;
    if (how.equals("only") && taken.size() > 1) {
      report.error(
          "E0230", span, "table", read.table(), "count", taken.size(), "where", where(scope));
    }
    double sum = 0;
    for (int row : taken) {
      OptionalDouble value = Rows.number(table.get().rows().get(row).get(column));
      if (value.isEmpty()) {
        report.error(
            "E0231",
            span,
            "cell",
            table.get().rows().get(row).get(column),
            "file",
            table.get().file(),
            "line",
            table.get().lines()[row],
            "column",
            read.column());
        return Lower.ZERO;
      }
      sum += value.getAsDouble();
      note(table.get(), row);
    }
    return new Expr.Const(how.equals("mean") ? sum / taken.size() : sum);
  }

  /** Every row's value by what its {@code period} column says, for a path. */
  List<Dated> dated(Ex.Read read, Scope scope) {
    Optional<Table> table = rows.table(read.table(), read.word());
    if (table.isEmpty()) {
      return List.of();
    }
    int column = rows.column(table.get(), read.column(), read.span());
    int period = rows.column(table.get(), "period", read.span());
    List<Dated> out = new ArrayList<>();
    if (column < 0 || period < 0) {
      return out;
    }
    for (int row : rows.find(table.get(), read.conditions(), scope, sets::inline)) {
      OptionalDouble value = Rows.number(table.get().rows().get(row).get(column));
      if (value.isPresent()) {
        note(table.get(), row);
        out.add(new Dated(table.get().rows().get(row).get(period), value.getAsDouble()));
      }
    }
    if (out.isEmpty()) {
      missing = true;
      if (!hasElse) {
        report.error("E0229", read.span(), "table", read.table(), "where", where(scope));
      }
    }
    return out;
  }

  /** A value with the label of its period. */
  record Dated(String period, double value) {}

  private static String where(Scope scope) {
    StringBuilder out = new StringBuilder();
    for (String name : scope.names()) {
      out.append(out.isEmpty() ? "" : ", ");
      out.append(name).append(" = ").append(scope.value(name).orElse(""));
    }
    return out.isEmpty() ? "" : " (" + out + ")";
  }

  private static int latest(Table table, List<Integer> rows) {
    for (String name : DATES) {
      int at = table.columns().indexOf(name);
      if (at >= 0) {
        int best = rows.get(0);
        for (int row : rows) {
          if (table.rows().get(row).get(at).compareTo(table.rows().get(best).get(at)) >= 0) {
            best = row;
          }
        }
        return best;
      }
    }
    return rows.get(rows.size() - 1);
  }

  private void note(Table table, int row) {
    StringBuilder key = new StringBuilder();
    for (String column : table.keyColumns()) {
      cell(table, row, column).ifPresent(c -> key.append(key.isEmpty() ? "" : "/").append(c));
    }
    cell(table, row, "unit").ifPresent(u -> unit = Optional.of(u));
    log.add(
        new Origin.Row(
            table.file(),
            table.lines()[row],
            key.toString(),
            DATES.stream().flatMap(column -> cell(table, row, column).stream()).findFirst(),
            cell(table, row, "source_url"),
            cell(table, row, "source_publisher"),
            cell(table, row, "grade")));
  }

  private static Optional<String> cell(Table table, int row, String column) {
    int at = table.columns().indexOf(column);
    return at < 0
        ? Optional.empty()
        : Optional.of(table.rows().get(row).get(at)).filter(c -> !c.isBlank());
  }
}
