package org.tiyun.view.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of aligned columns for a terminal: the first column to the left, the others to the right.
 */
public final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();
  private final int leftColumns;

  /**
   * @param leftColumns how many columns, from the first on, hold words and stand to the left
   */
  public TextTable(int leftColumns) {
    this.leftColumns = leftColumns;
  }

  public TextTable row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  public TextTable row(List<String> cells) {
    rows.add(List.copyOf(cells));
    return this;
  }

  /** The rows, each ended by a line break, without blanks at the ends of lines. */
  public String text() {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], Columns.of(row.get(i)));
      }
    }
    StringBuilder out = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        line.append(i == 0 ? "" : "  ");
        line.append(
            i < leftColumns
                ? Columns.left(row.get(i), widths[i])
                : Columns.right(row.get(i), widths[i]));
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }
}
