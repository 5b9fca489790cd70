package org.tiyun.ledger.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tiyun.words.Finding;
import org.tiyun.words.Place;
import org.tiyun.words.Severity;

/**
 * Collects what is wrong. Every failure is kept, to a limit set by memory and far above what anyone
 * reads; beyond it the rest is counted and the count is said.
 */
public final class Findings {
  /** About 30 MB of findings. */
  static final int KEPT = 50_000;

  private final List<Finding> kept = new ArrayList<>();
  private final List<String> files = new ArrayList<>();
  private int beyond;
  private int errors;
  private int checks;

  public void add(Finding finding) {
    if (finding.severity() == Severity.ERROR) {
      errors++;
    }
    if (kept.size() < KEPT) {
      kept.add(finding);
    } else {
      beyond++;
    }
  }

  /** Adds a finding about one cell, with the values that every such message may use. */
  public void add(Finding finding, Table table, int row, String column) {
    add(
        finding
            .with("key", Shown.text(table.key(row)))
            .with("column", column)
            .with("value", Shown.text(table.cell(row, column))));
  }

  /** The place of a cell. */
  public static Place place(Table table, int row, String column) {
    return Place.cell(table.shownFile(), table.lines()[row], column);
  }

  /** Counts one rule applied to one column or table. */
  public void checked() {
    checks++;
  }

  public int checks() {
    return checks;
  }

  public boolean hasErrors() {
    return errors > 0;
  }

  public int errors() {
    return errors;
  }

  /** Files in this order come first in the list of findings. */
  public void inOrder(String file) {
    files.add(file);
  }

  /** All findings, by file, then line, then in the order of the checks. */
  public List<Finding> sorted() {
    Map<String, Integer> order = new HashMap<>();
    files.forEach(file -> order.putIfAbsent(file, order.size()));
    List<Finding> sorted = new ArrayList<>(kept);
    sorted.sort((a, b) -> {
      int byFile = Integer.compare(fileOrder(order, a), fileOrder(order, b));
      return byFile != 0 ? byFile : Integer.compare(line(a), line(b));
    });
    if (beyond > 0) {
      sorted.add(Finding.error("E0499").with("kept", KEPT).with("beyond", beyond));
    }
    return List.copyOf(sorted);
  }

  private static int fileOrder(Map<String, Integer> order, Finding finding) {
    return finding.place().map(place -> order.getOrDefault(place.file(), -1)).orElse(-1);
  }

  private static int line(Finding finding) {
    return finding.place().map(Place::line).orElse(0);
  }
}
