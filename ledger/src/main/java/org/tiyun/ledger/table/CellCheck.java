package org.tiyun.ledger.table;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tiyun.words.Finding;
import org.tiyun.words.Nearest;

/** Checks each cell of a table against its column's type and constraints. */
final class CellCheck {
  private final Table table;
  private final Findings findings;
  private final Nearest nearest;

  CellCheck(Table table, Findings findings, Nearest nearest) {
    this.table = table;
    this.findings = findings;
    this.nearest = nearest;
  }

  void run() {
    for (Field field : table.resource().fields()) {
      int column = table.column(field.name());
      if (column >= 0) {
        findings.checked();
        for (int row = 0; row < table.rows().size(); row++) {
          cell(field, row, table.rows().get(row).get(column));
        }
      }
    }
  }

  private void cell(Field field, int row, String text) {
    if (text.isBlank()) {
      if (field.required()) {
        report("E0420", field, row);
      }
      return;
    }
    if (table.damaged() && text.indexOf('\uFFFD') >= 0) {
      return;
    }
    if (!field.type().accepts(text)) {
      wrongType(field, row);
      return;
    }
    if (!field.allowed().isEmpty() && !isAllowed(field, text)) {
      notAllowed(field, row, text);
      return;
    }
    if (field.pattern().isPresent() && !new Matching(text).fits(field.pattern().get())) {
      add(error("E0423", field, row).with("pattern", field.pattern().get().pattern()), row, field);
    }
    bounds(field, row, text);
  }

  private void wrongType(Field field, int row) {
    String code = field.type().isDate() ? "E0430" : "E0421";
    add(error(code, field, row).with("type", field.type().term()), row, field);
  }

  private static boolean isAllowed(Field field, String text) {
    if (field.allowed().contains(text)) {
      return true;
    }
    OptionalDouble value = field.type().isNumeric() ? Numbers.parse(text) : OptionalDouble.empty();
    return value.isPresent()
        && field.allowed().stream().anyMatch(one -> Numbers.parse(one).equals(value));
  }

  private void notAllowed(Field field, int row, String text) {
    Optional<String> meant = nearest.to(text, field.allowed());
    Finding finding =
        error(meant.isPresent() ? "E0422" : "E0432", field, row)
            .with("allowed", Shown.list(field.allowed()));
    add(meant.isPresent() ? finding.with("meant", meant.get()) : finding, row, field);
  }

  private void bounds(Field field, int row, String text) {
    field
        .minimum()
        .filter(bound -> compare(field, text, bound) < 0)
        .ifPresent(bound -> add(error("E0424", field, row).with("bound", bound), row, field));
    field
        .maximum()
        .filter(bound -> compare(field, text, bound) > 0)
        .ifPresent(bound -> add(error("E0425", field, row).with("bound", bound), row, field));
    int length = text.codePointCount(0, text.length());
    if (field.minLength().isPresent() && length < field.minLength().getAsInt()
        || field.maxLength().isPresent() && length > field.maxLength().getAsInt()) {
      add(error("E0426", field, row).with("length", length), row, field);
    }
  }

  private static int compare(Field field, String text, String bound) {
    OptionalDouble value = Numbers.parse(text);
    OptionalDouble limit = Numbers.parse(bound);
    return field.type().isNumeric() && value.isPresent() && limit.isPresent()
        ? Double.compare(value.getAsDouble(), limit.getAsDouble())
        : text.compareTo(bound);
  }

  private void report(String code, Field field, int row) {
    add(error(code, field, row), row, field);
  }

  private Finding error(String code, Field field, int row) {
    return Finding.error(code, Findings.place(table, row, field.name()));
  }

  private void add(Finding finding, int row, Field field) {
    findings.add(finding, table, row, field.name());
  }

  /** The columns that a table must have, and those it has beside them. */
  static void header(Table table, Findings findings, Nearest nearest) {
    List<String> known = table.resource().fields().stream().map(Field::name).toList();
    List<String> strangers =
        new java.util.ArrayList<>(
            table.columns().stream()
                .filter(name -> !name.isEmpty() && !known.contains(name))
                .toList());
    findings.checked();
    for (Field field : table.resource().fields()) {
      if (field.expected() && table.column(field.name()) < 0) {
        Optional<String> meant = nearest.to(field.name(), strangers);
        Finding finding =
            Finding.error(
                    meant.isPresent() ? "E0415" : "E0416",
                    org.tiyun.words.Place.cell(table.shownFile(), 1, field.name()))
                .with("column", field.name());
        findings.add(meant.isPresent() ? finding.with("found", meant.get()) : finding);
        meant.ifPresent(strangers::remove);
      }
    }
    if (!known.isEmpty()) {
      for (String stranger : strangers) {
        findings.add(
            Finding.warning("E0431", org.tiyun.words.Place.cell(table.shownFile(), 1, stranger))
                .with("column", Shown.text(stranger)));
      }
    }
  }
}
