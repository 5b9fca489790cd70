package org.tiyun.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.tiyun.ledger.table.Dates;
import org.tiyun.ledger.table.Findings;
import org.tiyun.ledger.table.Numbers;
import org.tiyun.ledger.table.Table;
import org.tiyun.words.Finding;

/** The rules by which no payment of the deals is counted twice, and none runs backwards. */
final class DealChecks {
  private final Table table;
  private final Findings findings;
  private final Map<String, Integer> rowOf = new HashMap<>();

  DealChecks(Table table, Findings findings) {
    this.table = table;
    this.findings = findings;
    for (int row = 0; row < table.rows().size(); row++) {
      rowOf.putIfAbsent(table.cell(row, "id"), row);
    }
  }

  void run() {
    for (int row = 0; row < table.rows().size(); row++) {
      parties(table, row, findings);
      dates(row);
      scope(row);
      whole(row);
    }
    cycles();
    for (int rule = 0; rule < 8; rule++) {
      findings.checked();
    }
  }

  /** Nobody pays himself: such a row says nothing and would be a loop of one hand. */
  static void parties(Table table, int row, Findings findings) {
    String payer = table.cell(row, "payer");
    if (!payer.isBlank() && payer.equals(table.cell(row, "payee"))) {
      findings.add(
          Finding.error("E0443", Findings.place(table, row, "payee")), table, row, "payee");
    }
  }

  private void dates(int row) {
    String start = table.cell(row, "start");
    String end = table.cell(row, "end");
    if (Dates.exists(start) && Dates.exists(end) && Dates.isAfter(start, end)) {
      add(error("E0440", row, "end").with("start", start), row, "end");
    }
  }

  private void scope(int row) {
    boolean sized = amount(row).isPresent();
    switch (table.cell(row, "scope")) {
      case "link" -> {
        if (sized) {
          add(error("E0444", row, "amount_usd_b"), row, "amount_usd_b");
        }
      }
      case "mirror" -> {
        if (table.cell(row, "part_of").isBlank()) {
          add(error("E0438", row, "part_of"), row, "part_of");
        }
        unsized(row, sized);
      }
      case "flow", "aggregate" -> unsized(row, sized);
      default -> {
        // Any other scope is reported as a value that is not allowed.
      }
    }
  }

  private void unsized(int row, boolean sized) {
    if (!sized && table.cell(row, "amount_usd_b").isBlank()) {
      Finding finding =
          Finding.warning("E0445", Findings.place(table, row, "amount_usd_b"))
              .with("scope", table.cell(row, "scope"));
      add(finding, row, "amount_usd_b");
    }
  }

  /** How a row stands to the row that contains it. */
  private void whole(int row) {
    Integer whole = rowOf.get(table.cell(row, "part_of"));
    if (whole == null || whole == row) {
      return;
    }
    boolean opposite =
        sameParties(row, "payer", whole, "payee") && sameParties(row, "payee", whole, "payer");
    if (table.cell(row, "scope").equals("mirror")) {
      if (!opposite) {
        add(warning("E0439", row, whole, "part_of"), row, "part_of");
      }
      return;
    }
    boolean same =
        sameParties(row, "payer", whole, "payer") && sameParties(row, "payee", whole, "payee");
    OptionalDouble part = amount(row);
    OptionalDouble sum = amount(whole);
    if (same && part.isPresent() && sum.isPresent() && part.getAsDouble() > sum.getAsDouble()) {
      add(
          warning("E0446", row, whole, "amount_usd_b")
              .with("sum", table.cell(whole, "amount_usd_b")),
          row,
          "amount_usd_b");
    }
    if (table.cell(whole, "stage").equals("withdrawn")
        && !table.cell(row, "stage").equals("withdrawn")) {
      add(warning("E0449", row, whole, "stage"), row, "stage");
    }
  }

  /** Follows part_of from every row; each circle is reported once, at its first row. */
  private void cycles() {
    int[] seenIn = new int[table.rows().size()];
    for (int start = 0; start < seenIn.length; start++) {
      Integer row = start;
      while (row != null && seenIn[row] == 0) {
        seenIn[row] = start + 1;
        row = rowOf.get(table.cell(row, "part_of"));
      }
      if (row != null && seenIn[row] == start + 1) {
        cycle(row);
      }
    }
  }

  private void cycle(int entry) {
    List<Integer> circle = new ArrayList<>();
    int row = entry;
    do {
      circle.add(row);
      row = rowOf.getOrDefault(table.cell(row, "part_of"), entry);
    } while (row != entry);
    int first = circle.stream().min(Integer::compare).orElseThrow();
    StringBuilder path = new StringBuilder();
    for (int i = 0; i <= circle.size(); i++) {
      int at = circle.get((circle.indexOf(first) + i) % circle.size());
      path.append(i == 0 ? "" : " > ").append(table.cell(at, "id"));
    }
    add(
        error("E0437", first, "part_of")
            .with("path", org.tiyun.ledger.table.Shown.text(path.toString())),
        first,
        "part_of");
  }

  private boolean sameParties(int row, String column, int whole, String wholeColumn) {
    return table.cell(row, column).equals(table.cell(whole, wholeColumn));
  }

  private OptionalDouble amount(int row) {
    return Numbers.parse(table.cell(row, "amount_usd_b"));
  }

  private Finding error(String code, int row, String column) {
    return Finding.error(code, Findings.place(table, row, column));
  }

  private Finding warning(String code, int row, int whole, String column) {
    return Finding.warning(code, Findings.place(table, row, column))
        .with("whole", table.cell(whole, "id"))
        .with("first", table.lines()[whole]);
  }

  private void add(Finding finding, int row, String column) {
    findings.add(finding, table, row, column);
  }
}
