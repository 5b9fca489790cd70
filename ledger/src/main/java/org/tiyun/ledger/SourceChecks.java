package org.tiyun.ledger;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tiyun.ledger.table.Findings;
import org.tiyun.ledger.table.Table;
import org.tiyun.words.Finding;

/**
 * Every figure names the page it was read on, or its row says why there is none: an assumption, or
 * memory.
 */
final class SourceChecks {
  /** Columns in which a row may say that no page stands behind it. */
  private static final List<String> TOLD =
      List.of("note", "terms", "meaning", "source_publisher", "basis");

  private static final List<String> REASONS =
      List.of(
          "assumption",
          "from memory",
          "no source",
          "unverified",
          "not seen in a source",
          "假设",
          "假定",
          "凭记忆",
          "无来源",
          "没有来源",
          "未核实");

  private static final Pattern PAGE =
      Pattern.compile("https?://[^\\s/]+\\.\\S+", Pattern.CASE_INSENSITIVE);

  private SourceChecks() {}

  static void run(Table table, Findings findings) {
    if (table.column("source_url") < 0) {
      return;
    }
    findings.checked();
    String figure = table.column("amount_usd_b") >= 0 ? "amount_usd_b" : "value";
    for (int row = 0; row < table.rows().size(); row++) {
      String url = table.cell(row, "source_url");
      if (!url.isBlank()) {
        isPage(table, row, "source_url", findings);
      } else if (!explained(table, row)) {
        boolean sized = !table.cell(row, figure).isBlank();
        findings.add(
            sized
                ? Finding.error("E0407", Findings.place(table, row, "source_url"))
                : Finding.warning("E0452", Findings.place(table, row, "source_url")),
            table,
            row,
            "source_url");
      }
      if (!table.cell(row, "second_source_url").isBlank()) {
        isPage(table, row, "second_source_url", findings);
      }
    }
  }

  private static void isPage(Table table, int row, String column, Findings findings) {
    if (!PAGE.matcher(table.cell(row, column)).matches()) {
      findings.add(
          Finding.warning("E0451", Findings.place(table, row, column)), table, row, column);
    }
  }

  private static boolean explained(Table table, int row) {
    return TOLD.stream()
        .map(column -> table.cell(row, column).toLowerCase(Locale.ROOT))
        .anyMatch(text -> REASONS.stream().anyMatch(text::contains));
  }
}
